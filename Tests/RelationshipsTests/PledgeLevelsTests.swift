import Evidence
import Record
import Statistics
import Testing

@testable import Relationships

/// What a pledge implies against the definition worked out row by row, on invented levels and obligations.
@Suite struct PledgeLevelsTests {
  private static let states: [UInt16] = [2, 20, 200, 220, 255, 365, 710]
  private static let years = 1950...1970

  private static func vintage(_ name: String) -> Vintage {
    Vintage(dataset: name, version: "test", sha256: String(repeating: "0", count: 64), retrieved: "2026-11-27")
  }

  /// All pairs in all years, but none of 255 before 1955.
  private static func levels() throws -> RelationshipLevels {
    var random = Xoshiro256(seed: 3, stream: 1)
    var rows: [(UInt16, UInt16, Int16)] = []
    for (i, a) in states.enumerated() {
      for b in states[(i + 1)...] {
        for year in years where (a != 255 && b != 255) || year >= 1955 { rows.append((a, b, Int16(year))) }
      }
    }
    let means = rows.map { _ in Int16(1_000 * random.normal()) }
    return try RelationshipLevels(
      columns: ColumnSet([
        ("first", .uint16(rows.map(\.0))), ("second", .uint16(rows.map(\.1))), ("year", .int16(rows.map(\.2))),
        ("mean", .int16(means)), ("sd", .uint16(rows.map { _ in 300 })), ("link", .int16(rows.map { _ in 0 })),
        ("filtered_mean", .int16(means)), ("filtered_sd", .uint16(rows.map { _ in 300 })),
        ("observed", .uint16(rows.map { _ in 1 })), ("indicator", .text(TextColumn(["side"]))),
        ("loading", .float64([1])), ("persistence", .float64([0])), ("dynamics", .float64([0.98, 1, 1, 1])),
      ]))
  }

  /// Obligations to 1968 in either direction, of all kinds; one with a state that has no levels.
  private static func obligations() throws -> Sourced<ObligationYears> {
    var rows: [(year: Int16, a: UInt16, b: UInt16, kinds: UInt8)] = [(1960, 2, 999, 1)]
    for year in 1950...1968 {
      for (i, a) in states.enumerated() {
        for (j, b) in states.enumerated() where a != b && (i * 7 + j * 3 + year / 6) % 4 != 0 {
          rows.append((Int16(year), a, b, UInt8(1 << ((i + j + year / 9) % 5))))
        }
      }
    }
    let table = try ObligationYears(
      columns: ColumnSet([
        ("year", .int16(rows.map(\.year))), ("obligor", .uint16(rows.map(\.a))),
        ("beneficiary", .uint16(rows.map(\.b))), ("kinds", .uint8(rows.map(\.kinds))),
      ]))
    return Sourced(table, vintage: vintage("atop"), years: 1950...1968)
  }

  /// The deepest obligation of a pair, by going through the table.
  private static func pledge(_ table: ObligationYears, _ a: UInt16, _ b: UInt16, _ year: Int) -> PledgeClass {
    var kinds: ObligationKinds = []
    for row in 0..<table.count where Int(table.years[row]) == year {
      let sides = (table.obligors[row], table.beneficiaries[row])
      if sides == (a, b) || sides == (b, a) { kinds.formUnion(ObligationKinds(rawValue: table.kinds[row])) }
    }
    return PledgeClass(kinds)
  }

  @Test func theDeepestObligationOfEitherDirectionCounts() throws {
    let (levels, obligations) = (try Self.levels(), try Self.obligations())
    let made = PledgeLevels(levels, obligations)
    var seen: Set<PledgeClass> = []
    for year in [1950, 1958, 1968] {
      for a in Self.states {
        for b in Self.states where a != b {
          let expected = Self.pledge(obligations.table, a, b, year)
          #expect(made.pledge(a, b, year) == expected, "\(a) \(b) \(year)")
          seen.insert(expected)
        }
      }
    }
    #expect(seen.count == 4)
    #expect(made.pledge(2, 200, 1969) == nil && made.pledge(2, 999, 1960) == .defense)
    #expect(made.pledge(640, 666, 1960) == PledgeClass.none)
  }

  @Test(arguments: PledgeClass.allCases)
  func meanAndQuantilesAreThoseOfTheRows(_ pledge: PledgeClass) throws {
    let (levels, obligations) = (try Self.levels(), try Self.obligations())
    let made = PledgeLevels(levels, obligations)
    for year in [1950, 1960, 1967] {
      let values = (0..<levels.count).filter { row in
        let near = Int(levels.years[row])
        return (max(year - 5, 1950)...min(year + 5, 1968)).contains(near)
          && (levels.firsts[row], levels.seconds[row]) != (365, 710)
          && Self.pledge(obligations.table, levels.firsts[row], levels.seconds[row], near) == pledge
      }.map(levels.mean).sorted()
      let found = made.implied(pledge, year: year, without: 710, 365)
      guard values.count >= PledgeLevels.fewest else {
        #expect(found == nil)
        continue
      }
      let implied = try #require(found)
      #expect(implied.count == values.count)
      #expect((implied.mean - values.reduce(0, +) / Double(values.count)).magnitude < 1e-12)
      #expect((implied.low - (quantile(0.1, ofSorted: values) ?? .nan)).magnitude < 1e-12)
      #expect((implied.high - (quantile(0.9, ofSorted: values) ?? .nan)).magnitude < 1e-12)
    }
  }

  @Test func farOutsideTheYearsNothingIsImplied() throws {
    let made = PledgeLevels(try Self.levels(), try Self.obligations())
    #expect(made.implied(.defense, year: 1990, without: 2, 200) == nil)
    #expect(made.implied(.defense, year: 1900, without: 2, 200) == nil)
  }

  /// A pledge to be read against takes the place of the pair's own, in its years alone.
  @Test func aHeldPledgeIsReadInItsYears() throws {
    let (levels, obligations) = (try Self.levels(), try Self.obligations())
    let history = RelationshipHistory(
      levels, PledgeLevels(levels, obligations), 365, 710, years: 1950...1970, holding: (.defense, 1955...1960))
    #expect(history.rows.count == 21)
    #expect(history.rows.filter { $0.pledge == .defense }.map(\.year) == Array(1955...1960))
    #expect(history.rows.filter { $0.pledge == nil }.allSatisfy { $0.implied == nil && $0.below == nil })
    #expect(history.departures.count == 1)
    #expect(history.departures.first?.first == 1955 && history.departures.first?.last == 1960)
  }
}
