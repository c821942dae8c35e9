import Evidence
import Record
import StateSystem

/// Whether two states were strategic rivals in a year.
///
/// Formula: 1 if a rivalry of the dyad has the year between its first and last year, otherwise 0. Missing: outside the covered years, not
/// covered. Complexity: O(rivalries). Source: Thompson, Sakuwa and Suhas (2022), Analyzing Strategic Rivalries in World Politics.
/// Not for: intensity, or for the view of one side.
enum RivalryActive {
  static let definition = MeasureDefinition(
    "rivalry.active", panel: .conduct, unit: .flag,
    summary: "Whether two states were strategic rivals in a year (Thompson, Sakuwa and Suhas).",
    arguments: [.init("a", "a state"), .init("b", "another state"), .init("year", "calendar year")],
    example: "rivalry.active a=CHN b=USA year=2001"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    let year = try arguments.year()
    func finding(_ result: Covered<Estimate>, _ items: [Finding.Item] = []) -> Finding {
      Finding(arguments.request, panel: .conduct, unit: .flag, result: result, items: items)
    }
    guard let sourced = record.rivalries else { return finding(.notCovered(.notInstalled("tss-rivalries"))) }
    if let reason = sourced.reasonNotCovered(year.value) { return finding(.notCovered(reason)) }
    let table = sourced.table
    let pair = Set([a.id.cow, b.id.cow])
    let rows = (0..<table.count).filter {
      Set([table.firsts[$0], table.seconds[$0]]) == pair && Int(table.startYears[$0]) <= year.value
    }
    let active = rows.filter { table.ongoing[$0] == 1 || Int(table.endYears[$0]) >= year.value }
    let items = rows.map { row in
      Finding.Item(
        id: String(table.ids[row]), label: table.names[row],
        date: "\(table.startYears[row])/\(table.ongoing[row] == 1 ? ".." : String(table.endYears[row]))",
        detail: active.contains(row) ? "active" : "over")
    }
    return finding(
      .covered(
        Estimate(
          active.isEmpty ? 0 : 1, method: "coded by historians; without interval",
          sources: [
            sourced.source("ccode1, ccode2 in {\(a.id), \(b.id)}", count: rows.count)
          ])),
      items)
  }
}
