import Evidence
import Record
import Relationships

/// Levels and obligations made up for tests: China and the Soviet Union close to 1962 and apart from 1963, three other allies in between.
enum InventedLevels {
  static let years = 1945...1985
  static let allies: [(UInt16, UInt16)] = [(2, 200), (2, 220), (200, 220)]
  static let pairs: [(UInt16, UInt16)] = [(2, 200), (2, 220), (2, 365), (2, 710), (200, 220), (365, 710)]

  private static func mean(_ pair: (UInt16, UInt16), _ year: Int) -> Int16 {
    switch pair {
    case (365, 710): year < 1963 ? 1000 : -1000
    case (2, 365), (2, 710): -900
    default: 300
    }
  }

  static func levels() throws -> Sourced<RelationshipLevels> {
    let rows = pairs.flatMap { pair in years.map { (pair, $0) } }
    func repeated(_ value: UInt16) -> [UInt16] { rows.map { _ in value } }
    let means = rows.map { mean($0.0, $0.1) }
    let table = try RelationshipLevels(
      columns: ColumnSet([
        ("first", .uint16(rows.map(\.0.0))), ("second", .uint16(rows.map(\.0.1))),
        ("year", .int16(rows.map { Int16($0.1) })), ("mean", .int16(means)), ("sd", .uint16(repeated(100))),
        ("link", .int16(rows.map { $0.1 == years.lowerBound ? 0 : 16_000 })), ("filtered_mean", .int16(means)),
        ("filtered_sd", .uint16(repeated(200))), ("observed", .uint16(repeated(1))),
        ("indicator", .text(TextColumn(["side"]))), ("loading", .float64([1])), ("persistence", .float64([0])),
        ("dynamics", .float64([0.98, 1, 1, 1])),
      ]))
    return Sourced(table, vintage: vintage("relationships", "methodology test"), years: years)
  }

  /// Defense among the allies in all years, and between China and the Soviet Union from 1950 to 1980.
  static func obligations() throws -> Sourced<ObligationYears> {
    let owed =
      allies.flatMap { pair in years.map { (pair, $0) } } + (1950...1980).map { ((365, 710), $0) }
    let table = try ObligationYears(
      columns: ColumnSet([
        ("year", .int16(owed.map { Int16($0.1) })), ("obligor", .uint16(owed.map(\.0.0))),
        ("beneficiary", .uint16(owed.map(\.0.1))), ("kinds", .uint8(owed.map { _ in 1 })),
      ]))
    return Sourced(table, vintage: vintage("atop", "test"), years: years)
  }

  private static func vintage(_ dataset: String, _ version: String) -> Vintage {
    Vintage(dataset: dataset, version: version, sha256: String(repeating: "0", count: 64), retrieved: "2026-11-27")
  }
}
