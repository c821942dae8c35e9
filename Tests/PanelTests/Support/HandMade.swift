import Evidence
import Record
import StateSystem

@testable import Panel

/// Small tables written by hand.
enum HandMade {
  static func sourced<T: RecordTable>(_ table: T, _ dataset: String, _ years: ClosedRange<Int>) -> Sourced<T> {
    Sourced(
      table, vintage: Vintage(dataset: dataset, version: "1", sha256: "ab", retrieved: "2026-11-27"), years: years)
  }

  /// Disputes as (number, first, second, year, onset), both directions added, with summaries.
  static func disputes(
    _ rows: [(number: Int32, first: UInt16, second: UInt16, year: Int16, onset: UInt8)],
    fatality: [Int32: Int16] = [:], hostility: [Int32: Int16] = [:], months: [Int32: Int16] = [:]
  ) throws -> Disputes {
    let all =
      rows + rows.map { (number: $0.number, first: $0.second, second: $0.first, year: $0.year, onset: $0.onset) }
    let numbers = Array(Set(rows.map(\.number))).sorted()
    let n = all.count
    return try Disputes(
      columns: ColumnSet([
        ("number", .int32(all.map(\.number))), ("first", .uint16(all.map(\.first))),
        ("second", .uint16(all.map(\.second))), ("year", .int16(all.map(\.year))), ("onset", .uint8(all.map(\.onset))),
        ("side_a", .uint8(all.indices.map { $0 < rows.count ? 1 : 0 })),
        ("originator", .uint8([UInt8](repeating: 1, count: n))),
        ("fatality", .int16([Int16](repeating: -9, count: n))),
        ("highest_action", .int16([Int16](repeating: 7, count: n))),
        ("hostility", .int16([Int16](repeating: 3, count: n))),
        ("summary_number", .int32(numbers)), ("start_year", .int16(numbers.map { _ in 1900 })),
        ("start_month", .int16(numbers.map { months[$0] ?? -9 })), ("outcome", .int16(numbers.map { _ in -9 })),
        ("settlement", .int16(numbers.map { _ in -9 })),
        ("summary_fatality", .int16(numbers.map { fatality[$0] ?? 0 })),
        ("summary_hostility", .int16(numbers.map { hostility[$0] ?? 3 })),
      ]))
  }

  /// Capabilities of the United States (2) and Russia (365) in 1990 and 1991; one population is missing.
  static func capabilities() throws -> Sourced<Capabilities> {
    let nothing = Column.float64([1, 2, 3, 4])
    return sourced(
      try Capabilities(
        columns: ColumnSet([
          ("state", .uint16([2, 2, 365, 365])), ("year", .int16([1990, 1991, 1990, 1991])), ("milex", nothing),
          ("milper", nothing), ("irst", nothing), ("pec", nothing), ("tpop", .float64([250_000, .nan, 288_000.5, 0])),
          ("upop", nothing), ("cinc", .float64([0.14, 0.13, 0.12, 0.11])),
        ])), "cow-nmc", 1990...1991)
  }

  /// The United States as the only major power, 1990 to 1991.
  static func majors() throws -> Sourced<MajorPowers> {
    sourced(
      try MajorPowers(
        columns: ColumnSet([("state", .uint16([2])), ("start_day", .int32([-26_000])), ("end_day", .int32([.max]))])),
      "cow-majors", 1816...1991)
  }

  /// Canada (20) and the United States (2) adjoin over land; Cuba (40) lies within 150 miles from June 1990.
  static func contiguity() throws -> Sourced<DirectContiguity> {
    sourced(
      try DirectContiguity(
        columns: ColumnSet([
          ("first", .uint16([2, 2, 2])), ("second", .uint16([20, 40, 40])), ("kind", .uint8([1, 5, 4])),
          ("begin_year", .int16([1920, 1902, 1990])), ("begin_month", .uint8([1, 5, 6])),
          ("end_year", .int16([1991, 1990, 1991])), ("end_month", .uint8([12, 6, 12])),
        ])), "cow-contiguity", 1816...1991)
  }

  static func record() throws -> Record {
    var record = Record()
    record.capabilities = try capabilities()
    record.majors = try majors()
    record.directContiguity = try contiguity()
    record.disputes = sourced(
      try disputes([(1, 2, 365, 1990, 1), (2, 2, 365, 1990, 0), (2, 2, 365, 1991, 0)], fatality: [2: 6]), "cow-mid",
      1816...1991)
    return record
  }
}
