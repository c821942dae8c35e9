import Delimited
import Record
import StateSystem

extension Reading {
  /// Sanction cases, with the states behind the names.
  mutating func gsdb() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("cases"),
      Delimited.Schema(
        [
          .integer("case_id", missing: [], range: 1...999_999), .text("sanctioned_state", trims: true),
          .text("sanctioning_state", trims: true), .year("begin"), .year("end"), .text("descr_trade", trims: true),
          .text("objective", trims: true), .text("success", trims: true),
        ] + Self.sanctionKinds.map { .integer($0, missing: [], range: 0...1) }))
    let rows = try caseRows(table)
    let (ids, begins, ends) = (
      try integers(table, "case_id"), try integers(table, "begin"), try integers(table, "end")
    )
    let last = ends.max() ?? 0
    let outcomes = try texts(table, "success")
    var columns = ColumnSet([
      ("case", .int32(rows.map { ids[$0] })),
      ("begin_year", .int16(rows.map { Int16(begins[$0]) })),
      ("end_year", .int16(rows.map { Int16(ends[$0]) })),
      ("ongoing", .uint8(rows.map { ends[$0] == last && (outcomes[$0] ?? "").contains("ongoing") ? 1 : 0 })),
      ("kinds", .uint8(try sanctionKinds(table, rows))),
    ])
    let names = [
      ("target_name", "sanctioned_state"), ("sender_name", "sanctioning_state"), ("trade_detail", "descr_trade"),
      ("objective", "objective"), ("outcome", "success"),
    ]
    for (name, column) in names {
      let values = try texts(table, column)
      columns[name] = .text(TextColumn(rows.map { values[$0] ?? "" }))
    }
    let parties = try sanctionParties(table, rows)
    columns["party_case"] = .int32(parties.map(\.id))
    columns["party"] = .uint16(parties.map(\.state))
    columns["party_is_sender"] = .uint8(parties.map { $0.isSender ? 1 : 0 })
    let version = last <= 2023 ? "4" : "5"
    return [
      try make(Sanctions.self, columns, years: years(version, rows: span(begins + ends) ?? 1...1), version: version)
    ]
  }

  /// The columns of kinds, in the order of the bits of `Sanctions.kinds`.
  private static let sanctionKinds = ["trade", "arms", "military", "financial", "travel", "other"]

  private func sanctionKinds(_ table: Delimited.Table, _ rows: [Int]) throws(DatasetError) -> [UInt8] {
    var kinds = [UInt8](repeating: 0, count: rows.count)
    for (bit, name) in Self.sanctionKinds.enumerated() {
      let flags = try integers(table, name)
      for (i, row) in rows.enumerated() where flags[row] == 1 { kinds[i] |= 1 << bit }
    }
    return kinds
  }

  /// Rows in order of case, each case once and with a start before its end.
  private mutating func caseRows(_ table: Delimited.Table) throws(DatasetError) -> [Int] {
    let ids = try integers(table, "case_id")
    let (begins, ends) = (try integers(table, "begin"), try integers(table, "end"))
    var rows: [Int] = []
    for row in try distinct(table, column: "case_id", expected: "each case once", { ids[$0] }) {
      if begins[row] <= ends[row] {
        rows.append(row)
      } else {
        try reject(
          table, row: row, column: "end", found: "\(begins[row]) to \(ends[row])", expected: "a start before the end")
      }
    }
    return rows.sorted { ids[$0] < ids[$1] }
  }

  private struct SanctionParty {
    let id: Int32
    let state: UInt16
    let isSender: Bool
  }

  /// The states on both sides of each case. A target is no sender of its own case, though it be a member of the bloc.
  private mutating func sanctionParties(
    _ table: Delimited.Table, _ rows: [Int]
  ) throws(DatasetError) -> [SanctionParty] {
    let (ids, begins) = (try integers(table, "case_id"), try integers(table, "begin"))
    let (targets, senders) = (try texts(table, "sanctioned_state"), try texts(table, "sanctioning_state"))
    var result: [SanctionParty] = []
    var unresolved: [String: Int] = [:]
    for row in rows {
      let year = Year(Int(begins[row]))
      func states(_ names: String) -> [UInt16] {
        var found: Set<UInt16> = []
        for party in Party.list(names, in: year) {
          if case .other(let name) = party { unresolved[name, default: 0] += 1 }
          found.formUnion(party.states(in: year).map(\.id.cow))
        }
        return found.sorted()
      }
      let suffering = states(targets[row] ?? "")
      let imposing = states(senders[row] ?? "").filter { !suffering.contains($0) }
      result += imposing.map { SanctionParty(id: ids[row], state: $0, isSender: true) }
      result += suffering.map { SanctionParty(id: ids[row], state: $0, isSender: false) }
    }
    if !unresolved.isEmpty {
      let list = unresolved.sorted { $0.key < $1.key }.map { $1 == 1 ? $0 : "\($0) (\($1) cases)" }
      notes.append("Names that are no state and no known bloc stay without states: \(listed(list)).")
    }
    return result
  }
}
