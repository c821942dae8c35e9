import Dispatch
import Evidence
import Record
import StateSystem

/// How often every pair of states held together on each rung against a third power, as counts: what a screen of all pairs needs.
///
/// The counts are those of `votes.agreement` (sets unopposed, opposed and flagged or alone), `sanctions.exchange`, `disputes.joined` and
/// `wars.joined`, made for all pairs at once. Missing: a rung without data or without occasion for a pair has no count.
/// Complexity: O(pairs × roll calls / 64) and the cases. Not for: a single pair, whose findings carry sources and caveats.
package struct PairRates: Sendable {
  /// Cases held together, out of how many.
  package struct Count: Hashable, Sendable {
    package var held = 0
    package var n = 0
  }

  /// The coordination test of a pair on a rung of votes.
  package struct Tested: Hashable, Sendable {
    package let difference: Double
    /// Common contested roll calls.
    package let n: Int
    /// Whether the whole interval lies above zero and the place of its lower end above the middle of all dyads.
    package let holds: Bool
  }

  /// What was asked.
  package struct Scope: Sendable {
    package let third: StateID
    /// Days of the roll calls, the last inside.
    package let days: ClosedRange<Int32>
    /// Years of sanctions, disputes and wars.
    package let years: ClosedRange<Int>
    /// Whether the third rung takes the roll calls flagged by Washington; else those on which the third power is nearly alone.
    package let takesFlagged: Bool

    package init(third: StateID, days: ClosedRange<Int32>, years: ClosedRange<Int>, takesFlagged: Bool) {
      self.third = third
      self.days = days
      self.years = years
      self.takesFlagged = takesFlagged
    }
  }

  package let pairs: [Dyad]
  /// Kinds of obligation in force in the last year, by pair; `nil` where the year is not covered.
  package let obligations: [ObligationKinds]?
  /// Counts by rung 1...6, by pair.
  package private(set) var counts: [[Count]]
  /// Coordination on the rungs of votes 1...3, by pair, `nil` for a pair without enough common roll calls; empty where no ideal points are fitted.
  package private(set) var tests: [[Tested?]] = []
  /// Names of the datasets, with versions.
  package private(set) var datasets: [String] = []

  private let scope: Scope
  private let slots: [Dyad: Int]

  /// - Parameter members: the states of the pairs; the third power takes no part.
  package init(_ evaluator: RecordEvaluator, scope: Scope, members: [StateID]) {
    self.scope = scope
    let states = members.filter { $0 != scope.third }.sorted()
    pairs = states.indices.flatMap { i in states[(i + 1)...].compactMap { Dyad(states[i], $0) } }
    slots = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element, $0.offset) })
    counts = Array(repeating: Array(repeating: Count(), count: pairs.count), count: 6)
    let prepared = evaluator.prepared
    let record = prepared.record
    obligations = Self.obligations(record, pairs: pairs, slots: slots, year: scope.years.upperBound)
    var vintages: [Vintage] = []
    if obligations != nil, let vintage = record.obligationYears?.vintage { vintages.append(vintage) }
    if let index = prepared.votes {
      let sets: [RollCallSet] = [.unopposed, .opposed, scope.takesFlagged ? .flagged : .alone]
      for (rung, set) in sets.enumerated() { addVotes(index, set, rung: rung) }
      vintages.append(index.sourced.vintage)
      if let (votes, predictions) = try? prepared.coordination(inPlane: false) {
        tests = sets.map { tests(votes, predictions, $0) }
        vintages.append(predictions.sourced.vintage)
      }
    }
    if let index = prepared.sanctions, let sanctions = record.sanctions, let trade = record.trade {
      addSanctions(index, TradeAroundSanctions(trade.table), covered: sanctions.years)
      vintages += [sanctions.vintage, trade.vintage]
    }
    if let sourced = record.disputes {
      if let years = Reason.overlap(scope.years, sourced.years, "").value {
        for contest in prepared.disputes(sourced, years: years).0.contests { add(contest, rung: 4, states: states) }
      }
      vintages.append(sourced.vintage)
    }
    if let sourced = record.wars {
      if let years = Reason.overlap(scope.years, sourced.years, "").value {
        for entry in prepared.wars(sourced, years: years).0 { add(entry.war.contest, rung: 5, states: states) }
      }
      vintages.append(sourced.vintage)
    }
    datasets = vintages.map { "\($0.dataset) \($0.version)" }
  }

  /// Rate at which any state joins, on the rungs of disputes and wars (4 and 5); `nil` without cases.
  package static func baseRate(_ evaluator: RecordEvaluator, rung: Int, years asked: ClosedRange<Int>) -> Double? {
    let prepared = evaluator.prepared
    let rates: JoiningBaseRates?
    if rung == 4 {
      rates = prepared.record.disputes.flatMap { sourced in
        Reason.overlap(asked, sourced.years, "").value.map { prepared.disputes(sourced, years: $0).1 }
      }
    } else {
      rates = prepared.record.wars.flatMap { sourced in
        Reason.overlap(asked, sourced.years, "").value.map { prepared.wars(sourced, years: $0).1 }
      }
    }
    return rates.flatMap { $0.all.chances > 0 ? Double($0.all.beside) / Double($0.all.chances) : nil }
  }

  private mutating func addVotes(_ index: VoteIndex, _ set: RollCallSet, rung: Int) {
    let rows = index.rows(meeting: criteria(set), in: .days(scope.days))
    let planes = VotePlanes(index.table, rows: rows, reading: VoteCoding.exact.reading)
    let states = planes.states.map { StateID(Int($0)) }
    var found: [(slot: Int, same: Int, common: Int)] = []
    let slots = slots
    planes.forEachDyad { i, j, common, same, _ in
      guard common > 0, let a = states[i], let b = states[j], let dyad = Dyad(a, b), let slot = slots[dyad] else {
        return
      }
      found.append((slot, same, common))
    }
    for entry in found { counts[rung][entry.slot] = Count(held: entry.same, n: entry.common) }
  }

  /// The test of every pair on one set of roll calls.
  ///
  /// The interval is computed only where it can decide: of a pair above zero and above the middle of the class.
  private func tests(_ votes: VoteIndex, _ index: PredictionIndex, _ set: RollCallSet) -> [Tested?] {
    let rows = index.rows(votes.rows(meeting: criteria(set), in: .days(scope.days)).map { votes.table.ids[Int($0)] })
    let members = CoordinationClass(
      index, rows: rows, fewest: DyadClass.fewestCommon(of: rows.count),
      among: set.needsThird ? .without(scope.third) : .all
    ).members
    let ascending = members.map(\.difference).sorted()
    var found = [Tested?](repeating: nil, count: pairs.count)
    let decided = [Tested?](unsafeUninitializedCapacity: members.count) { cells, filled in
      nonisolated(unsafe) let cells = cells
      // Each iteration writes its own cell.
      DispatchQueue.concurrentPerform(iterations: members.count) { k in
        let member = members[k]
        var holds = false
        if member.difference > 0, ascending[ascending.count / 2] < member.difference,
          let low = PairPrediction(index, member.first, member.second, rows: rows).low
        {
          let below = ascending.partitionPoint { $0 >= low }
          holds = low > 0 && 2 * below > ascending.count
        }
        cells.initializeElement(at: k, to: Tested(difference: member.difference, n: member.n, holds: holds))
      }
      filled = members.count
    }
    for (member, test) in zip(members, decided) {
      guard let a = StateID(Int(member.first)), let b = StateID(Int(member.second)), let dyad = Dyad(a, b),
        let slot = slots[dyad]
      else { continue }
      found[slot] = test
    }
    return found
  }

  private func criteria(_ set: RollCallSet) -> RollCallCriteria {
    var criteria = RollCallCriteria(set: set)
    if set.needsThird { criteria.third = scope.third }
    return criteria
  }

  private mutating func add(_ contest: JoiningBaseRates.Contest, rung: Int, states: [StateID]) {
    var found: [(slot: Int, isJoined: Bool)] = []
    PairCases.forEach(in: contest, against: scope.third, states: states) { pair, isJoined in
      if let slot = slots[pair] { found.append((slot, isJoined)) }
    }
    for entry in found {
      counts[rung][entry.slot].n += 1
      counts[rung][entry.slot].held += entry.isJoined ? 1 : 0
    }
  }

  private mutating func addSanctions(_ index: SanctionIndex, _ trade: TradeAroundSanctions, covered: ClosedRange<Int>) {
    guard let years = Reason.overlap(scope.years, covered, "").value else { return }
    for (row, targets) in index.cases(by: scope.third, beginning: years) {
      let senders = index.senders(row: row)
      for target in targets.sorted() {
        let changes = trade.changes(of: target, around: Int(index.table.beginYears[row]))
        let others = changes.filter { !senders.contains($0.partner) }.sorted { $0.change < $1.change }
        for entry in changes where !targets.contains(entry.partner) {
          // The median of the others, without the partner itself.
          let own = others.firstIndex { $0.partner == entry.partner }
          let count = others.count - (own == nil ? 0 : 1)
          guard count > 0, let dyad = Dyad(target, entry.partner), let slot = slots[dyad] else { continue }
          let middle = count / 2
          let median = others[own.map { middle < $0 ? middle : middle + 1 } ?? middle].change
          counts[3][slot].n += 1
          counts[3][slot].held += entry.change >= median ? 1 : 0
        }
      }
    }
  }

  private static func obligations(_ record: Record, pairs: [Dyad], slots: [Dyad: Int], year: Int) -> [ObligationKinds]?
  {
    guard let sourced = record.obligationYears, sourced.years.contains(year) else { return nil }
    var kinds = [ObligationKinds](repeating: [], count: pairs.count)
    let table = sourced.table
    for row in 0..<table.count where Int(table.years[row]) == year {
      guard let a = StateID(Int(table.obligors[row])), let b = StateID(Int(table.beneficiaries[row])),
        let dyad = Dyad(a, b), let slot = slots[dyad]
      else { continue }
      kinds[slot].formUnion(ObligationKinds(rawValue: table.kinds[row]))
    }
    return kinds
  }
}
