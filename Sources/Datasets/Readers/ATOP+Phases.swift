import Delimited
import Record

extension Reading {
  /// The member file with all its columns.
  mutating func memberRows(_ file: InputFile) throws(DatasetError) -> Delimited.Table {
    let provisions = try phaseProvisionNames(of: file)
    return try read(
      file,
      Delimited.Schema(
        [
          .integer("atopid", missing: [], range: 1...99_999),
          .integer("member", missing: ["", "NA"], range: 1...99_999),
          .integer("phase", missing: ["", "NA"], range: 0...99, acceptsDecimals: true, optional: true),
        ] + Self.dates("yrent", "moent", "dayent") + Self.dates("yrexit", "moexit", "dayexit") + Self.obligationColumns
          + provisions.map { .number($0, missing: ["", "NA", "."]) }))
  }

  /// The member phases with everything the member file says of each.
  mutating func alliancePhases(
    _ table: Delimited.Table, _ rows: [Int], of file: InputFile, years: ClosedRange<Int>, version: String
  ) throws(DatasetError) -> ReadTable {
    let provisions = try phaseProvisionNames(of: file)
    let (ids, members, kinds) = (try integers(table, "atopid"), try integers(table, "member"), try kinds(table))
    let phases = table.has("phase") ? try integers(table, "phase") : ids.map { _ in 0 }
    var columns = ColumnSet([
      ("alliance", .int32(rows.map { ids[$0] })),
      ("member", .int32(rows.map { members[$0] == .min ? -1 : members[$0] })),
      ("phase", .uint8(rows.map { UInt8(max(phases[$0], 0)) })),
      ("kinds", .uint8(rows.map { kinds[$0] })),
    ])
    try add(table, "entry", "yrent", "moent", "dayent", to: &columns, rows)
    try add(table, "exit", "yrexit", "moexit", "dayexit", to: &columns, rows)
    columns["provision_name"] = .text(TextColumn(provisions))
    var values: [Double] = []
    values.reserveCapacity(provisions.count * rows.count)
    for name in provisions {
      let column = try numbers(table, name)
      values += rows.map { column[$0] }
    }
    columns["provision"] = .float64(values)
    return try make(AlliancePhases.self, columns, years: years, version: version)
  }

  /// The columns that hold neither keys, dates nor obligations.
  private func phaseProvisionNames(of file: InputFile) throws(DatasetError) -> [String] {
    let own = Set(
      ["atopid", "member", "phase", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "version"]
        + Self.obligations.map(\.column))
    let header = try header(of: file).map { $0.lowercased() }
    try checkDistinct(header.filter { !$0.isEmpty }, of: file)
    return header.filter { !$0.isEmpty && !own.contains($0) }
  }
}
