import Record
import StateSystem
import Testing

@testable import Measures

struct WeightedPortfoliosTests {
  /// Weighted S by its definition, from the values and weights themselves.
  @Test func theDefinition() throws {
    let states = State.all.filter { $0.isMember(in: Year(1955)) }.map(\.id.cow).sorted()
    var generator = SeededGenerator(7)
    var rows: [(UInt16, UInt16, UInt8)] = []
    var values = states.indices.map { i in states.indices.map { $0 == i ? 3.0 : 0.0 } }
    for i in states.indices {
      for j in states.indices where j > i && Int.random(in: 0..<4, using: &generator) == 0 {
        // Bits: 1 defence, 8 nonaggression, 16 consultation.
        let (kind, value) = [(UInt8(1), 3.0), (8, 2), (16, 1)][Int.random(in: 0..<3, using: &generator)]
        rows.append((states[i], states[j], kind))
        values[i][j] = value
        values[j][i] = value
      }
    }
    let table = try ObligationYears(
      columns: ColumnSet([
        ("year", .int16(rows.map { _ in 1955 })), ("obligor", .uint16(rows.map(\.0))),
        ("beneficiary", .uint16(rows.map(\.1))), ("kinds", .uint8(rows.map(\.2))),
      ]))
    // The last state has no index: it has no weight.
    let weights = states.indices.map { $0 == states.count - 1 ? Double.nan : Double($0 % 5 + 1) / 100 }
    let nothing = Column.float64(weights)
    let powers = try Capabilities(
      columns: ColumnSet([
        ("state", .uint16(states)), ("year", .int16(states.map { _ in 1955 })), ("milex", nothing), ("milper", nothing),
        ("irst", nothing), ("pec", nothing), ("tpop", nothing), ("upop", nothing), ("cinc", .float64(weights)),
      ]))
    let found = PortfolioSimilarities(table, weights: CapabilityWeights(powers), workers: 1)
    let total = weights.dropLast().reduce(0, +)
    for row in stride(from: 0, to: found.count, by: 11) {
      let i = try #require(states.firstIndex(of: found.firsts[row]))
      let j = try #require(states.firstIndex(of: found.seconds[row]))
      var (absolute, squared) = (0.0, 0.0)
      for k in states.indices.dropLast() {
        let gap = values[i][k] - values[j][k]
        absolute += weights[k] * gap.magnitude / 3
        squared += weights[k] * gap * gap / 9
      }
      #expect(abs(found.weightedAbsolute[row] - (1 - 2 * absolute / total)) < 1e-12)
      #expect(abs(found.weightedSquared[row] - (1 - 2 * squared / total)) < 1e-12)
    }
    #expect(PortfolioSimilarities(table, workers: 1).weightedAbsolute.isEmpty)
  }
}
