import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct PortfolioSimilarityTests {
  /// Obligations by hand: random kinds between some states in 1955.
  private func table(seed: UInt64) throws -> (ObligationYears, [[UInt8]], [UInt16]) {
    var generator = SeededGenerator(seed)
    let states = State.all.filter { $0.isMember(in: Year(1955)) }.map(\.id.cow).sorted()
    var rows: [(UInt16, UInt16, UInt8)] = []
    var values = states.map { _ in states.map { _ in UInt8(0) } }
    for i in states.indices {
      for j in states.indices where i != j && Int.random(in: 0..<5, using: &generator) == 0 {
        let kinds = UInt8.random(in: 1..<32, using: &generator)
        rows.append((states[i], states[j], kinds))
        // Bits: 1 defence, 2 offence, 4 neutrality, 8 nonaggression, 16 consultation.
        let value: UInt8 = kinds & 3 != 0 ? 3 : kinds & 12 != 0 ? 2 : 1
        values[i][j] = max(values[i][j], value)
        values[j][i] = max(values[j][i], value)
      }
    }
    for i in states.indices { values[i][i] = 3 }
    let table = try ObligationYears(
      columns: ColumnSet([
        ("year", .int16(rows.map { _ in 1955 })), ("obligor", .uint16(rows.map(\.0))),
        ("beneficiary", .uint16(rows.map(\.1))), ("kinds", .uint8(rows.map(\.2))),
      ]))
    return (table, values, states)
  }

  /// An index from pairs of values, as its definition says.
  private func definition(_ pairs: [(UInt8, UInt8)], _ index: SimilarityIndex, _ distance: VoteDistance) -> Double? {
    func apart(_ x: UInt8, _ y: UInt8) -> Double {
      let gap = Double(x) - Double(y)
      return switch distance {
      case .nominal: x == y ? 0 : 1
      case .absolute: gap.magnitude / 3
      case .squared: gap * gap / 9
      }
    }
    let n = Double(pairs.count)
    let observed = pairs.reduce(0.0) { $0 + apart($1.0, $1.1) } / n
    if index == .s { return 1 - 2 * observed }
    let (first, second) = (pairs.map(\.0), pairs.map(\.1))
    let (a, b) = index == .pi ? (first + second, first + second) : (first, second)
    var expected = 0.0
    for x in a { for y in b { expected += apart(x, y) } }
    expected /= Double(a.count * b.count)
    return expected > 0 ? 1 - observed / expected : nil
  }

  @Test("every dyad equals the definitions", arguments: UInt64(1)...3)
  func definitions(seed: UInt64) throws {
    let (table, values, states) = try table(seed: seed)
    let one = PortfolioSimilarities(table, workers: 1)
    let two = PortfolioSimilarities(table, workers: 2)
    #expect(one.cells.map(\.bitPattern) == two.cells.map(\.bitPattern))
    #expect(one.csv(workers: 1) == two.csv(workers: 2))
    #expect(one.count == states.count * (states.count - 1) / 2)
    let width = PortfolioSimilarities.names.count
    for row in stride(from: 0, to: one.count, by: 7) {
      let i = try #require(states.firstIndex(of: one.firsts[row]))
      let j = try #require(states.firstIndex(of: one.seconds[row]))
      let pairs = Array(zip(values[i], values[j]))
      #expect(Int(one.counts[row]) == states.count)
      var column = row * width + 1
      for index in SimilarityIndex.allCases {
        for distance in VoteDistance.allCases {
          let expected = definition(pairs, index, distance)
          #expect(
            expected.map { (one.cells[column] - $0).magnitude < 1e-12 } ?? one.cells[column].isNaN,
            "\(index) \(distance) \(states[i]) \(states[j])")
          column += 1
        }
      }
    }
  }

  @Test("equal portfolios have 1, opposite ones -1")
  func bounds() {
    let equal = PortfolioCrossTable([(0, 0), (3, 3), (1, 1), (2, 2)])
    for index in SimilarityIndex.allCases {
      for distance in VoteDistance.allCases { #expect(equal.similarity(index, distance) == 1) }
    }
    let opposite = PortfolioCrossTable([(0, 3), (3, 0)])
    #expect(opposite.similarity(.s, .absolute) == -1)
    #expect(opposite.similarity(.pi, .absolute) == -1)
    #expect(PortfolioCrossTable([(0, 0), (0, 0)]).similarity(.kappa, .absolute).isNaN)
  }

  @Test("tau-b is refused with the reason, for votes as for portfolios")
  func tau() throws {
    for text in [
      "alliances.similarity a=CHN b=RUS year=2001 index=tau-b", "votes.similarity a=CHN b=RUS sessions=56 index=tau-b",
    ] {
      let request = try #require(MeasureRequest(text))
      #expect {
        try RecordEvaluator(Record()).evaluate(request)
      } throws: {
        "\($0)".contains("rank correlation")
      }
    }
  }

  @Test("the published obligations", .enabled(if: PublishedRecord.isPresent))
  func published() throws {
    var record = Record()
    record.obligationYears = try PublishedRecord.sourced(ObligationYears.self, of: "atop")
    let evaluate = RecordEvaluator(record)
    func value(_ text: String) throws -> Finding {
      try evaluate.evaluate(try #require(MeasureRequest("alliances.similarity " + text)))
    }
    let allies = try #require(try value("a=GMY b=FRN year=2001 index=pi").estimate?.value)
    let partners = try #require(try value("a=CHN b=RUS year=2001 index=pi").estimate?.value)
    #expect(allies > 0.7, "members of one alliance")
    #expect(partners < 0.5)
    #expect(try value("a=CHN b=RUS year=2100").result.reason?.kind == .outsideYears)
  }
}
