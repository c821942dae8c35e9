import Record
import StateSystem

extension PairYears {
  /// Days of the votes read at the end of a year.
  static func voteDays(_ year: Int) -> ClosedRange<Int32>? {
    guard let first = Day(year - PairYear.voteYears + 1, 1, 1), let last = Day(year, 12, 31) else { return nil }
    return first.number...last.number
  }

  func addVotes(_ pairs: inout PairYear) {
    guard let index = prepared.votes, let days = Self.voteDays(pairs.year) else { return }
    let rows = index.rows(meeting: RollCallCriteria(), in: .days(days))
    guard rows.count >= PairYear.fewestCommon else { return }
    let n = pairs.count
    let planes = VotePlanes(index.table, rows: rows, reading: VoteCoding.exact.reading)
    let places = planes.states.map { pairs.slot(cow: $0) }
    var agreement = [Float](repeating: .nan, count: n * n)
    planes.forEachDyad { i, j, common, same, _ in
      guard common >= PairYear.fewestCommon, let a = places[i], let b = places[j] else { return }
      let value = Float(same) / Float(common)
      agreement[a * n + b] = value
      agreement[b * n + a] = value
    }
    pairs.agreement = agreement
    guard let predictions = prepared.predictions else { return }
    let dyads = CoordinationClass(
      predictions, rows: predictions.rows(rows.map { index.table.ids[Int($0)] }), fewest: PairYear.fewestCommon,
      among: .all
    ).members
    var coordination = [Float](repeating: .nan, count: n * n)
    let order = dyads.indices.sorted { dyads[$0].difference < dyads[$1].difference }
    for (rank, dyad) in order.enumerated() {
      guard let a = pairs.slot(cow: dyads[dyad].first), let b = pairs.slot(cow: dyads[dyad].second) else { continue }
      let place = (Float(rank) + 0.5) / Float(order.count)
      coordination[a * n + b] = place
      coordination[b * n + a] = place
    }
    pairs.coordination = coordination
  }

  /// Shares of identical votes of a state with every other on roll calls a third power voted on, over five years.
  struct StakedAgreement: Sendable {
    /// On roll calls the third power voted against; NaN where the pair has too few common votes.
    var opposed: [Float]
    var unopposed: [Float]
  }

  /// Each share is drawn towards the pair's agreement on all roll calls with the weight of ten: against most third powers there are few
  /// roll calls.
  func agreement(of state: StateID, against third: StateID, _ pairs: PairYear) -> StakedAgreement? {
    guard !pairs.agreement.isEmpty, let index = prepared.votes, let days = Self.voteDays(pairs.year),
      let own = index.votes(of: state), let theirs = index.votes(of: third), let slot = pairs.slot(of: state)
    else { return nil }
    let rows = index.rows(meeting: RollCallCriteria(), in: .days(days))
    let chosen = rows.filter { (1...3).contains(own[$0]) && (1...3).contains(theirs[$0]) }
    var found = StakedAgreement(
      opposed: Array(repeating: .nan, count: pairs.count), unopposed: Array(repeating: .nan, count: pairs.count))
    for (place, other) in pairs.states.enumerated() where other != state && other != third {
      let overall = pairs.agreement[slot * pairs.count + place]
      guard !overall.isNaN, let votes = index.votes(of: other) else { continue }
      var counts = (sameOpposed: 0, opposed: 0, same: 0, all: 0)
      for row in chosen {
        let vote = votes[row]
        guard (1...3).contains(vote) else { continue }
        if theirs[row] == 3 {
          counts.opposed += 1
          counts.sameOpposed += vote == own[row] ? 1 : 0
        } else {
          counts.all += 1
          counts.same += vote == own[row] ? 1 : 0
        }
      }
      func drawn(_ same: Int, _ n: Int) -> Float { (Float(same) + Self.weight * overall) / (Float(n) + Self.weight) }
      found.opposed[place] = drawn(counts.sameOpposed, counts.opposed)
      found.unopposed[place] = drawn(counts.same, counts.all)
    }
    return found
  }

  /// Roll calls that the agreement on all roll calls counts for.
  static let weight: Float = 10
}
