import Delimited
import Record

extension Reading {
  /// Membership of states in organisations, from the file with a column an organisation.
  mutating func cowOrganisations() throws(DatasetError) -> [ReadTable] {
    let file = try required("state years")
    let keys: Set<String> = ["ccode", "year", "state", "stateabb", "statename"]
    let header = try header(of: file).filter { !$0.isEmpty }
    try checkDistinct(header, of: file)
    let names = header.filter { !keys.contains($0.lowercased()) }
    guard names.count > 1 else {
      throw .layout(
        dataset: entry.name, file: file.name, found: "no columns of organisations", expected: "one for each")
    }
    let table = try read(
      file,
      Delimited.Schema(
        [.state("ccode"), .year("year")] + names.map { .integer($0, missing: ["", "-9", "NA"], range: -1...3) }))
    let rows = try stateYears(table, state: "ccode")
    let order = rows.kept.indices.sorted { (rows.years[$0], rows.states[$0]) < (rows.years[$1], rows.states[$1]) }
    let sources = order.map { rows.kept[$0] }
    var codes = [UInt8](repeating: 0, count: order.count * names.count)
    for (column, name) in names.enumerated() {
      let values = try integers(table, name)
      var cell = column
      for row in sources {
        codes[cell] = Self.membership(values[row])
        cell += names.count
      }
    }
    return [
      try make(
        Memberships.self,
        ColumnSet([
          ("organisation", .text(TextColumn(names))),
          ("year", .int16(order.map { rows.years[$0] })),
          ("state", .uint16(order.map { rows.states[$0] })),
          ("code", .uint8(codes)),
        ]),
        years: years("3.0", rows: rows.span), version: "3.0")
    ]
  }

  private static func membership(_ value: Int32) -> UInt8 {
    switch value {
    case 0...3: UInt8(value)
    case -1: 255
    default: 254
    }
  }
}
