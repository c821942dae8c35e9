import Evidence
import Record
import StateSystem

/// Whether the partner fights, on the same side, in the wars that a state has with a third power.
///
/// Formula: of the inter-state wars with either partner and the third power on opposite sides and a day in the years, the share in which the
/// other partner fought on the partner's side. Wilson interval over wars. Range [0, 1].
/// Missing: no such war is "too few", not 0. Complexity: O(participants).
/// Source: Sarkees and Wayman (2010), Resort to War. Not for: support short of a thousand battle deaths a war or of the source's
/// threshold for participation.
enum WarsJoined {
  static let definition = MeasureDefinition(
    "wars.joined", panel: .conduct, unit: .share,
    summary:
      "Share of the inter-state wars one partner has with the third power in which the other fights on its side.",
    arguments: [
      .init("a", "a partner"), .init("b", "the other partner"), .init("third", "the third power"),
      .init("years", "a year or a range, 1950-1960"),
    ],
    example: "wars.joined a=CHN b=PRK third=USA years=1950-1953"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a").id
    let b = try arguments.state("b").id
    let third = try arguments.state("third").id
    let asked = try arguments.range("years")
    func finding(_ result: Covered<Estimate>, _ items: [Finding.Item] = [], notes: [String] = []) -> Finding {
      Finding(arguments.request, panel: .conduct, unit: .share, result: result, items: items, notes: notes)
    }
    guard let sourced = record.wars else { return finding(.notCovered(.notInstalled("cow-war"))) }
    let overlap = Reason.overlap(asked, sourced.years, "cow-war")
    guard let years = overlap.value else {
      return finding(overlap.flatMap { _ in .notCovered(.notInstalled("cow-war")) })
    }
    let notes =
      years == asked ? [] : ["cow-war covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    let table = sourced.table
    var wars: [Int32: WarSides] = [:]
    for row in 0..<table.count {
      guard let state = StateID(Int(table.states[row])) else { continue }
      let end = table.endYears[row] == 0 ? sourced.years.upperBound : Int(table.endYears[row])
      guard Int(table.startYears[row]) <= years.upperBound, end >= years.lowerBound else { continue }
      wars[table.numbers[row], default: WarSides(name: table.names[row])]
        .add(state, side: table.sides[row], from: Int(table.startYears[row]), to: end)
    }
    var items: [Finding.Item] = []
    var joined = 0
    for (number, war) in wars.sorted(by: { $0.key < $1.key }) {
      guard let against = war.sides[third] else { continue }
      let fought = [a, b].filter { war.sides[$0].map { $0 != against } == true }
      guard let state = fought.first else { continue }
      let both = fought.count == 2
      joined += both ? 1 : 0
      let other = state == a ? b : a
      let detail =
        both ? "the other joined" : war.sides[other] == against ? "the other stood against" : "the other did not join"
      items.append(
        Finding.Item(
          id: String(number), label: war.name, date: "\(war.first)/\(war.last)", detail: detail,
          tags: [both ? "joined" : "absent", "with:\(state)"]))
    }
    guard !items.isEmpty else {
      return finding(
        .notCovered(
          Reason(
            .tooFew, "neither fought the third power in an inter-state war in \(years.lowerBound)-\(years.upperBound)")),
        notes: notes)
    }
    let rate = Double(joined) / Double(items.count)
    return finding(
      .covered(
        Estimate(
          rate, interval: .wilson(mean: rate, n: items.count), n: items.count,
          method: "share of wars fought on the same side; Wilson 95 % interval",
          sources: [
            sourced.source("WarNum in {\(items.map(\.id).joined(separator: ", "))}", count: items.count)
          ])),
      items, notes: notes)
  }
}

/// The sides of one war.
private struct WarSides {
  let name: String
  var sides: [StateID: UInt8] = [:]
  var first = Int.max
  var last = Int.min

  init(name: String) { self.name = name }

  mutating func add(_ state: StateID, side: UInt8, from start: Int, to end: Int) {
    sides[state] = side
    first = min(first, start)
    last = max(last, end)
  }
}
