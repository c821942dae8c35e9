import Dispatch
import Evidence
import Measures
import Partnership
import Record
import StateSystem
import Synchronization

/// Triads with their profile at the end of a year and the limit the ladder finds in the years after.
///
/// The ladder is the one of every brief, thresholds included, asked as of 31 December of the last year with votes, sanctions, disputes and wars of the years after the
/// profile alone, so that nothing of the outcome was known at the profile. A rung is *reached* if it has evidence and lies no higher than the limit: a rung that fails below one
/// that holds counts as passed, as in `Limit`. Where every rung with evidence holds, or only higher ones, the limit lies beyond and is not seen. Missing: a triad without a rung
/// with evidence is left out and counted. Complexity: a ladder a triad, about 3 ms.
struct LimitOccasions: Sendable {
  /// What the ladder says of a triad.
  struct Outcome: Hashable, Sendable {
    /// The rungs with evidence, from the lowest.
    let rungs: [Rung]
    /// How many of them were reached.
    let reached: Int
    /// Whether the limit is at the last one reached.
    let stops: Bool

    init?(_ ladder: Ladder) {
      let told = ladder.rungs.filter(\.status.isTold)
      guard !told.isEmpty else { return nil }
      self.init(told.map { ($0.rung, $0.status == .holds) })
    }

    init(_ told: [(rung: Rung, holds: Bool)]) {
      let (outcome, rung) = Limit.place(told)
      rungs = told.map(\.rung)
      stops = outcome == .at
      reached = stops ? (rungs.firstIndex { $0 == rung } ?? rungs.count - 1) + 1 : rungs.count
    }
  }

  let profiles: TriadOccasions
  /// By triad; `nil` where no rung has evidence.
  let outcomes: [Outcome?]

  /// Triads with an outcome.
  var told: [Int] { outcomes.indices.filter { outcomes[$0] != nil } }

  /// - Parameter horizon: years of conduct after the profile.
  init(
    _ record: Record, profileYears: [Int], thirds: [StateID], horizon: Int, perThird: Int, seed: UInt64,
    filtered: [FilteredPositions] = [], progress: (String) -> Void = { _ in }
  ) {
    progress("limits: profiles of triads")
    let profiles = TriadOccasions(
      PairYears(RecordEvaluator(record), filtered: filtered), at: profileYears, thirds: thirds, horizon: horizon,
      perThird: perThird,
      seed: seed)
    progress("limits: ladders of \(profiles.count) triads")
    self.profiles = profiles
    outcomes = Self.outcomes(profiles.table, record, horizon)
  }

  init(profiles: TriadOccasions, outcomes: [Outcome?]) {
    self.profiles = profiles
    self.outcomes = outcomes
  }

  /// A year at a time on every core, each with an evaluator of its own, so that what it keeps is let go; the order of the results is that of the triads.
  private static func outcomes(_ table: ProfileTable, _ record: Record, _ horizon: Int) -> [Outcome?] {
    let byYear = Dictionary(grouping: 0..<table.count) { table.years[$0] }
    let years = byYear.keys.sorted()
    let found = Mutex([Outcome?](repeating: nil, count: table.count))
    DispatchQueue.concurrentPerform(iterations: years.count) { place in
      let evaluator = RecordEvaluator(record)
      for row in byYear[years[place]] ?? [] {
        guard let question = question(table, row, horizon) else { continue }
        let outcome = Outcome(Ladder(Requests(question), evaluator, detail: .statuses))
        found.withLock { $0[row] = outcome }
      }
    }
    return found.withLock { $0 }
  }

  private static func question(_ table: ProfileTable, _ row: Int, _ horizon: Int) -> Question? {
    guard let a = StateID(Int(table.firsts[row])), let b = StateID(Int(table.seconds[row])),
      let third = StateID(Int(table.thirds[row])), let asOf = Day(Int(table.years[row]) + horizon, 12, 31)
    else { return nil }
    return try? Question(a, b, third: third, asOf: asOf, windowYears: horizon, seriesYears: horizon)
  }
}
