import Evidence
import Record
import StateSystem

/// The alliances in force between two states on a day, with their obligations.
///
/// Formula: the number of ATOP alliances in which both states have a membership phase that contains the day. Unknown months and days of entry
/// are read as the first, of exit as the last of the period named. Range 0 and up.
/// Missing: outside the covered years, not covered.
/// Complexity: O(membership phases).
/// Source: Leeds, Ritter, Mitchell and Long (2002), doi:10.1080/03050620213653.
/// Not for: strength of an alliance; a consultation pact counts as much as a defense pact here.
enum AlliancesInForce {
  static let definition = MeasureDefinition(
    "alliances.inForce", panel: .commitments, unit: .count,
    summary: "ATOP alliances in force between two states on a day, each with its obligations and dates.",
    arguments: [.init("a", "a state"), .init("b", "another state"), .init("on", "a day, 2002-09-02")],
    example: "alliances.inForce a=CHN b=RUS on=2002-09-02"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    let text = try arguments.text("on")
    guard let day = Day(text) else { throw .invalid("on", value: text, expected: "a day such as 2002-09-02") }
    func finding(_ result: Covered<Estimate>, _ items: [Finding.Item] = []) -> Finding {
      Finding(arguments.request, panel: .commitments, unit: .count, result: result, items: items)
    }
    guard let sourced = record.alliances else { return finding(.notCovered(.notInstalled("atop"))) }
    if let reason = sourced.reasonNotCovered(day.year.value) { return finding(.notCovered(reason)) }
    let table = sourced.table
    func members(_ state: State) -> Set<Int32> {
      var found: Set<Int32> = []
      for phase in table.members.indices where table.members[phase] == state.id.cow {
        if table.phase(phase).contains(day) { found.insert(table.memberAlliances[phase]) }
      }
      return found
    }
    let shared = members(a).intersection(members(b)).sorted()
    let items = shared.compactMap { table.item(of: $0) }
    return finding(
      .covered(
        Estimate(
          Double(shared.count), method: "alliances in which both are members on \(day); a coding, without interval",
          sources: [
            sourced.source("atopid in {\(shared.map(String.init).joined(separator: ", "))}", count: shared.count)
          ])),
      items)
  }
}

extension Alliances {
  /// The days of a membership phase; an exit year of 0 leaves it open.
  func phase(_ row: Int) -> ClosedRange<Day> {
    let start =
      Day(Int(entryYears[row]), max(1, Int(entryMonths[row])), max(1, Int(entryDays[row])))
      ?? Day(number: .max - 1)
    guard exitYears[row] > 0 else { return start...max(start, Day(number: .max)) }
    let month = exitMonths[row] == 0 ? 12 : Int(exitMonths[row])
    let lastOfMonth = Day.length(of: month, in: Int(exitYears[row]))
    let end = Day(Int(exitYears[row]), month, exitDays[row] == 0 ? lastOfMonth : Int(exitDays[row])) ?? start
    return start...max(start, end)
  }

  /// An alliance as a case behind a figure.
  func item(of id: Int32) -> Finding.Item? {
    guard let row = ids.firstIndex(of: id) else { return nil }
    func date(_ year: Int16, _ month: UInt8, _ day: UInt8) -> String {
      func pad(_ n: UInt8) -> String { n < 10 ? "0\(n)" : String(n) }
      return month == 0 ? "\(year)" : day == 0 ? "\(year)-\(pad(month))" : "\(year)-\(pad(month))-\(pad(day))"
    }
    let begin = date(beginYears[row], beginMonths[row], beginDays[row])
    let end = endYears[row] == 0 ? ".." : date(endYears[row], endMonths[row], endDays[row])
    let kinds = ObligationKinds(rawValue: kinds[row]).names
    let count = Set(memberAlliances.indices.filter { memberAlliances[$0] == id }.map { members[$0] }).count
    return Finding.Item(
      id: "ATOP:\(id)", label: "alliance \(id) of \(count) members", date: "\(begin)/\(end)",
      detail: kinds.isEmpty ? "no obligation coded" : kinds.joined(separator: ", "), tags: kinds)
  }
}
