import Evidence
import Record
import StateSystem

/// The militarised disputes in which two states stood on opposite sides.
///
/// Formula: the number of different dispute numbers with a directed row from one to the other whose year lies in the range. Range 0 and up;
/// more is more conflict. Missing: years outside the dataset are left out and the note says so; none inside, not covered.
/// Complexity: O(rows). Source: Palmer et al. (2021), doi:10.1177/0738894221995743; Gibler, Miller and Little (2016),
/// doi:10.1093/isq/sqw045. Not for: intensity; a dispute of one day counts as much as a war.
enum DisputesBetween {
  static let definition = MeasureDefinition(
    "disputes.between", panel: .conduct, unit: .count,
    summary: "Militarised disputes with two states on opposite sides, by dispute number.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("years", "a year or a range, 1990-2004"),
      .init("source", "cow or gml", default: "cow"),
    ],
    example: "disputes.between a=CHN b=USA years=1990-2004"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    let asked = try arguments.range("years")
    func finding(
      _ result: Covered<Estimate>, _ items: [Finding.Item] = [], _ percentiles: [Percentile] = [], notes: [String] = []
    ) -> Finding {
      Finding(
        arguments.request, panel: .conduct, unit: .count, result: result, percentiles: percentiles, items: items,
        notes: notes)
    }
    let (source, name) = try DisputeSource.choose(record, arguments)
    guard let sourced = source else { return finding(.notCovered(.notInstalled(name))) }
    let overlap = Reason.overlap(asked, sourced.years, name)
    guard let years = overlap.value else { return finding(overlap.flatMap { _ in .notCovered(.notInstalled(name)) }) }
    let index = DisputeIndex(sourced.table, years: years)
    let numbers = index.disputes(of: a.id, against: b.id)
    let items = numbers.map { index.item($0, of: a.id, against: b.id, detail: "opposite sides") }
    let estimate = Estimate(
      Double(numbers.count), method: "count of dispute numbers; a census, without interval",
      sources: [
        sourced.source(
          "dispnum in {\(numbers.map(String.init).joined(separator: ", "))}, ccode1=\(a.id), ccode2=\(b.id)",
          count: numbers.count)
      ])
    let percentile = index.countsByDyad(membersIn: years).flatMap {
      Percentile(of: estimate, inSorted: $0, comparison: "all dyads of states that were members in \(years.upperBound)")
    }
    let notes =
      years == asked ? [] : ["\(name) covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    return finding(.covered(estimate), items, percentile.map { [$0] } ?? [], notes: notes)
  }
}

/// Which coding of the disputes a request asks for.
enum DisputeSource {
  static func choose(_ record: Record, _ arguments: Arguments) throws(ArgumentError) -> (Sourced<Disputes>?, String) {
    try arguments.choice("source", ["cow", "gml"]) == "gml"
      ? (record.disputesGML, "gml-mid") : (record.disputes, "cow-mid")
  }
}

/// Who stood against whom in the disputes of a range of years.
struct DisputeIndex {
  /// Opponents by dispute and state, for disputes with a row in the years.
  private var opponents: [Int32: [StateID: Set<StateID>]] = [:]
  private var firstYear: [Int32: Int] = [:]
  private var lastYear: [Int32: Int] = [:]
  private var hostility: [Int32: Int16] = [:]

  init(_ table: Disputes, years: ClosedRange<Int>) {
    for row in 0..<table.count {
      let year = Int(table.years[row])
      guard years.contains(year), let first = StateID(Int(table.firsts[row])),
        let second = StateID(Int(table.seconds[row]))
      else { continue }
      let number = table.numbers[row]
      opponents[number, default: [:]][first, default: []].insert(second)
      opponents[number, default: [:]][second, default: []].insert(first)
      firstYear[number] = min(firstYear[number] ?? year, year)
      lastYear[number] = max(lastYear[number] ?? year, year)
      hostility[number] = max(hostility[number] ?? 0, table.hostility[row])
    }
  }

  /// Disputes with the two on opposite sides, ascending.
  func disputes(of a: StateID, against b: StateID) -> [Int32] {
    opponents.filter { $0.value[a]?.contains(b) == true }.keys.sorted()
  }

  /// Disputes in which the two stood on one side: they had an opponent in common and were not opponents.
  func disputes(of a: StateID, beside b: StateID) -> [Int32] {
    opponents.filter { _, sides in
      guard let ofA = sides[a], let ofB = sides[b] else { return false }
      return !ofA.contains(b) && !ofA.isDisjoint(with: ofB)
    }.keys.sorted()
  }

  /// Whether `state` opposed `opponent` in the dispute.
  func opposed(_ state: StateID, _ opponent: StateID, in number: Int32) -> Bool {
    opponents[number]?[state]?.contains(opponent) == true
  }

  /// Every dispute, state, opponent and other states on the side of the state, for base rates.
  func sides() -> [(number: Int32, state: StateID, opponent: StateID, allies: Int, year: Int)] {
    var found: [(number: Int32, state: StateID, opponent: StateID, allies: Int, year: Int)] = []
    for (number, sides) in opponents {
      for (state, against) in sides {
        for opponent in against {
          let allies = (sides[opponent]?.count ?? 1) - 1
          found.append((number, state, opponent, allies, firstYear[number] ?? 0))
        }
      }
    }
    return found
  }

  /// Other states on the side of `state` against `opponent`.
  func allies(of state: StateID, against opponent: StateID, in number: Int32) -> Set<StateID> {
    (opponents[number]?[opponent] ?? []).subtracting([state])
  }

  func item(_ number: Int32, of a: StateID, against b: StateID, detail: String, tags: [String] = []) -> Finding.Item {
    let first = firstYear[number] ?? 0
    let last = lastYear[number] ?? first
    let level = hostility[number] ?? -9
    let middle = Day(first, 7, 1) ?? Day(number: 0)
    return Finding.Item(
      id: String(number), label: "\(State.name(of: a, on: middle)) and \(State.name(of: b, on: middle))",
      date: first == last ? "\(first)" : "\(first)/\(last)",
      detail: detail + (level > 0 ? ", hostility level \(level) of 5" : ""), tags: tags)
  }

  /// Number of disputes of every dyad of states that were members in the last year, ascending.
  func countsByDyad(membersIn years: ClosedRange<Int>) -> [Double]? {
    let members = State.all.filter { $0.isMember(in: Year(years.upperBound)) }.map(\.id)
    let known = Set(members)
    var counts: [Dyad: Int] = [:]
    for sides in opponents.values {
      for (state, against) in sides where known.contains(state) {
        for other in against where state < other && known.contains(other) {
          if let dyad = Dyad(state, other) { counts[dyad, default: 0] += 1 }
        }
      }
    }
    let dyads = members.count * (members.count - 1) / 2
    guard dyads >= counts.count, dyads > 0 else { return nil }
    return [Double](repeating: 0, count: dyads - counts.count) + counts.values.map(Double.init).sorted()
  }
}
