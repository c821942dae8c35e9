import Delimited
import Record
import StateSystem

extension Reading {
  /// Deliveries by supplier, recipient and year, from one table or from the tables of single suppliers.
  mutating func sipriArms() throws(DatasetError) -> [ReadTable] {
    var deliveries = Deliveries()
    if let file = file("dyad years") {
      try addDyadYears(file, to: &deliveries)
    } else {
      let exports = files.filter { $0.role == "exports" }
      guard !exports.isEmpty else { throw .missingRole(dataset: entry.name, role: "exports") }
      for file in exports { try addValueTable(file, to: &deliveries) }
    }
    let without = deliveries.namesWithoutState.sorted()
    if !without.isEmpty {
      notes.append("Parties that are no state, with number 0: \(listed(without)).")
    }
    let span = deliveries.years ?? span(deliveries.rows.map { Int32($0.year) }) ?? 1...1
    let rows = deliveries.rows
    return [
      try make(
        Transfers.self,
        ColumnSet([
          ("year", .int16(rows.map(\.year))), ("supplier", .uint16(rows.map(\.supplier.state))),
          ("recipient", .uint16(rows.map(\.recipient.state))), ("tiv", .float64(rows.map(\.value))),
          ("supplier_name", .text(TextColumn(rows.map(\.supplier.name)))),
          ("recipient_name", .text(TextColumn(rows.map(\.recipient.name)))),
        ]),
        years: span, version: "\(span.lowerBound)-\(span.upperBound)")
    ]
  }

  private mutating func addDyadYears(_ file: InputFile, to deliveries: inout Deliveries) throws(DatasetError) {
    let table = try read(
      file,
      [
        .text("supplier", trims: true), .text("recipient", trims: true), .year("year"),
        .number("tiv", missing: [], range: 0...1e6), .state("supplier_ccode", missing: ["", "NA"], optional: true),
        .state("recipient_ccode", missing: ["", "NA"], optional: true),
      ])
    let (suppliers, recipients) = (try texts(table, "supplier"), try texts(table, "recipient"))
    let (years, values) = (try integers(table, "year"), try numbers(table, "tiv"))
    var seen: Set<[Int32]> = []
    for row in years.indices {
      guard seen.insert([suppliers.codes[row], recipients.codes[row], years[row]]).inserted else {
        try reject(
          table, row: row, column: "year",
          found: "\(suppliers[row] ?? "")>\(recipients[row] ?? "") in \(years[row]) again",
          expected: "each pair once a year")
        continue
      }
      guard let supplier = suppliers[row], let recipient = recipients[row], !supplier.isEmpty, !recipient.isEmpty else {
        try reject(table, row: row, column: "supplier", found: "no name", expected: "a supplier and a recipient")
        continue
      }
      deliveries.add(supplier, recipient, Int(years[row]), values[row])
    }
    try noteCodes(table, suppliers, recipients, deliveries)
  }

  /// Notes the names for which the file has another number than the name leads to.
  private mutating func noteCodes(
    _ table: Delimited.Table, _ suppliers: Delimited.TextColumn, _ recipients: Delimited.TextColumn,
    _ deliveries: Deliveries
  ) throws(DatasetError) {
    var differing: Set<String> = []
    for (column, names) in [("supplier_ccode", suppliers), ("recipient_ccode", recipients)] where table.has(column) {
      let (years, codes) = (try integers(table, "year"), try integers(table, column))
      for row in codes.indices {
        let name = names[row] ?? ""
        let own = deliveries.known[Deliveries.Key(name: name, year: Int(years[row]))]?.state ?? 0
        let code = codes[row] == .min ? 0 : Int(codes[row])
        if Int(own) != code { differing.insert("\(name) (\(code), read as \(own))") }
      }
    }
    if !differing.isEmpty {
      notes.append("Numbers in the file that the names do not bear out: \(listed(differing.sorted())).")
    }
  }
}

/// Deliveries as they are put together, with the states of the names.
struct Deliveries {
  struct Party {
    let state: UInt16
    let name: String
  }
  struct Row {
    let year: Int16
    let supplier: Party
    let recipient: Party
    let value: Double
  }
  struct Key: Hashable {
    let name: String
    let year: Int
  }
  var rows: [Row] = []
  /// Years the tables cover, where they say so.
  var years: ClosedRange<Int>?
  private(set) var known: [Key: Party] = [:]
  private(set) var namesWithoutState: Set<String> = []

  mutating func add(_ supplier: String, _ recipient: String, _ year: Int, _ value: Double) {
    rows.append(
      Row(year: Int16(year), supplier: party(supplier, year), recipient: party(recipient, year), value: value))
  }

  /// The party of a name; asterisks mark rebel groups and organisations.
  private mutating func party(_ name: String, _ year: Int) -> Party {
    let key = Key(name: name, year: year)
    if let party = known[key] { return party }
    let isState = !name.hasSuffix("*")
    let state = isState ? State.named(name, in: Year(year))?.id.cow ?? 0 : 0
    if state == 0 { namesWithoutState.insert(name) }
    let party = Party(state: state, name: name)
    known[key] = party
    return party
  }
}
