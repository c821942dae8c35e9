import Evidence
import Record
import StateSystem

/// Who stood against whom in the disputes of a range of years.
struct DisputeIndex: Sendable {
  /// Opponents by dispute and state, for disputes with a row in the years.
  private var opponents: [Int32: [StateID: Set<StateID>]] = [:]
  /// Disputes of each state, ascending.
  private var numbers: [StateID: [Int32]] = [:]
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
    for (number, sides) in opponents {
      for state in sides.keys { numbers[state, default: []].append(number) }
    }
    for state in numbers.keys { numbers[state]?.sort() }
  }

  /// Disputes with the two on opposite sides, ascending.
  func disputes(of a: StateID, against b: StateID) -> [Int32] {
    (numbers[a] ?? []).filter { opposed(a, b, in: $0) }
  }

  /// Disputes in which the two stood on one side, ascending: they had an opponent in common and were not opponents.
  func disputes(of a: StateID, beside b: StateID) -> [Int32] {
    (numbers[a] ?? []).filter { number in
      guard let ofA = opponents[number]?[a], let ofB = opponents[number]?[b] else { return false }
      return !ofA.contains(b) && !ofA.isDisjoint(with: ofB)
    }
  }

  /// Whether `state` opposed `opponent` in the dispute.
  func opposed(_ state: StateID, _ opponent: StateID, in number: Int32) -> Bool {
    opponents[number]?[state]?.contains(opponent) == true
  }

  /// Every dispute with its parties and the first of its years in the range, for base rates.
  var contests: [JoiningBaseRates.Contest] {
    opponents.map { JoiningBaseRates.Contest(opponents: $0.value, year: firstYear[$0.key] ?? 0) }
  }

  /// First and last of the years in which a dispute of the range began; `nil` without disputes.
  var firstYears: ClosedRange<Int>? {
    guard let low = firstYear.values.min(), let high = firstYear.values.max() else { return nil }
    return low...high
  }

  /// Names of the opponents of a state in a dispute.
  func opponents(of state: StateID, in number: Int32) -> String {
    (opponents[number]?[state] ?? []).sorted().map { State.sentenceName($0, on: middle(number)) }.joined(
      separator: ", ")
  }

  private func middle(_ number: Int32) -> Day { Day(firstYear[number] ?? 0, 7, 1) ?? Day(number: 0) }

  /// A dispute as an item; `with` in place of `against` where the two stood on one side.
  func item(
    _ number: Int32, of a: StateID, against b: StateID? = nil, with ally: StateID? = nil, detail: String,
    tags: [String] = []
  ) -> Finding.Item {
    let first = firstYear[number] ?? 0
    let last = lastYear[number] ?? first
    let level = hostility[number] ?? -9
    let day = middle(number)
    let other =
      b.map { " and \(State.sentenceName($0, on: day))" } ?? ally.map { " with \(State.sentenceName($0, on: day))" }
    return Finding.Item(
      id: String(number), label: State.sentenceName(a, on: day) + (other ?? ""),
      date: first == last ? "\(first)" : "\(first)/\(last)",
      detail: detail + (level > 0 ? ", hostility level \(level) of 5" : ""), tags: tags)
  }

  /// Number of disputes of two states on opposite sides in each of the spans.
  static func counts(_ table: Disputes, of a: StateID, against b: StateID, in spans: [ClosedRange<Int>]) -> [Double] {
    var years: [Int32: Set<Int>] = [:]
    for row in 0..<table.count where table.firsts[row] == a.cow && table.seconds[row] == b.cow {
      years[table.numbers[row], default: []].insert(Int(table.years[row]))
    }
    return spans.map { span in Double(years.values.count { !$0.isDisjoint(with: span) }) }
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
