import Measures
import Record
import StateSystem
import Treaties

/// Whether the profile of two states towards a third power foretells what they do in the years after.
///
/// Questions: do they join each other's disputes with the third power, on its side or the other; do they vote alike where it votes no; are their
/// treaties broken. Every model is fitted to what was known at an origin and predicts the years after it. Equal input gives equal bytes.
public struct ConductStudy: Hashable, Sendable, Codable {
  public let results: [StudyResult]
  /// Disputes that are occasions, and those left out because a side began with several states.
  public let disputes: Int
  public let disputesLeftOut: Int
  public let rollCalls: Int
  public let treaties: Int
  /// Last years of the fits of ideal points that knew no later votes; none where they were not made.
  public let filteredYears: [Int]
  public let seed: UInt64
  /// Days on which models, samples and origins were fixed.
  public let declaredAt: String

  public static let declaredAt = "2026-11-27"
  public static let seed: UInt64 = 20_020_902
  public static let resamples = 200
  public static let lags = [1, 2, 3, 4, 5]
  public static let disputeOrigins = [1950, 1960, 1970, 1980, 1990, 2000]
  public static let voteOrigins = [1960, 1970, 1980, 1990, 2000, 2010]

  /// - Parameters:
  ///   - collection: the treaties, with their endings.
  ///   - filtered: fits of ideal points that knew no later votes.
  ///   - progress: told what is being done.
  public init(
    _ record: Record, _ collection: TreatyCollection, lags: [Int] = Self.lags, resamples: Int = Self.resamples,
    seed: UInt64 = Self.seed, filtered: [FilteredPositions] = [], progress: (String) -> Void = { _ in }
  ) {
    let years = PairYears(RecordEvaluator(record), filtered: filtered)
    filteredYears = filtered.map(\.lastYear)
    let asKnown = filtered.isEmpty ? [] : RivalModels.asKnown
    var results: [StudyResult] = []
    progress("disputes: profiles")
    let joining = JoiningOccasions(years, lags: lags)
    let last = record.disputes?.years.upperBound ?? 0
    let disputes = StudyRunner(origins: Self.disputeOrigins, last: last, resamples: resamples, seed: seed)
    for (outcome, id, words) in [
      (0, "joining", "Does a state join the dispute of its partner with the third power, on the partner's side?"),
      (1, "opposing", "Does it join on the third power's side?"),
    ] {
      for lag in outcome == 0 ? lags : Array(lags.prefix(1)) {
        progress("disputes: \(id), \(lag) years ahead")
        results += Self.joining(joining.table, outcome, id, words, lag, disputes, asKnown)
      }
    }
    progress("votes: profiles")
    let voting = VotingOccasions(years, lags: lags, seed: seed)
    let lastVote = record.rollCalls?.years.upperBound ?? 0
    let votes = StudyRunner(origins: Self.voteOrigins, last: lastVote, resamples: resamples, seed: seed)
    for lag in lags {
      progress("votes, \(lag) years ahead")
      results += Self.voting(voting.table, lag, votes, asKnown)
    }
    progress("treaties")
    let broken = TreatyStudy(collection, record, years, asKnown: asKnown)
    let lastTreaty = broken.lastYear
    let runner = StudyRunner(origins: Self.disputeOrigins, last: lastTreaty, resamples: resamples, seed: seed)
    results += broken.results(runner)
    self.results = results
    self.disputes = joining.disputes
    disputesLeftOut = joining.leftOut
    rollCalls = voting.rollCalls
    treaties = broken.treaties
    self.seed = seed
    declaredAt = Self.declaredAt
  }

  private static func joining(
    _ table: ProfileTable, _ outcome: Int, _ id: String, _ words: String, _ lag: Int, _ runner: StudyRunner,
    _ asKnown: [RivalModel]
  ) -> [StudyResult] {
    var sample = Sample(table, outcome: outcome, lag: lag)
    sample.addControl()
    let plain = [
      RivalModels.baseRate, RivalModels.alliances, RivalModels.portfolios, RivalModels.distance, RivalModels.rivals,
      RivalModels.place, RivalModels.placeAndRivals, RivalModels.pressure, RivalModels.coordination,
      RivalModels.stakes, RivalModels.profile, RivalModels.profileBlind, RivalModels.profileWithout,
      RivalModels.everything,
    ]
    return runner.run(
      id, words, lag: lag, sample,
      models: (plain + asKnown).map { ($0, []) } + [(RivalModels.control, [RivalModels.controlColumn])],
      references: [RivalModels.rivals.name, RivalModels.placeAndRivals.name], calibrated: RivalModels.profileBlind.name
    ).map { [$0] } ?? []
  }

  private static func voting(
    _ table: ProfileTable, _ lag: Int, _ runner: StudyRunner, _ asKnown: [RivalModel]
  ) -> [StudyResult] {
    var sample = Sample(table, outcome: 0, lag: lag)
    sample.addControl()
    let plain = [
      RivalModels.baseRate, RivalModels.alliances, RivalModels.portfolios, RivalModels.distance, RivalModels.rivals,
      RivalModels.votes, RivalModels.pressure, RivalModels.coordination, RivalModels.stakes, RivalModels.profile,
      RivalModels.profileBlind, RivalModels.profileWithout,
    ]
    return runner.run(
      "voting", "Do two states vote alike on a roll call that the third power votes against?", lag: lag, sample,
      models: (plain + asKnown).map { ($0, []) } + [(RivalModels.control, [RivalModels.controlColumn])],
      references: [RivalModels.rivals.name, RivalModels.votes.name], calibrated: RivalModels.profileBlind.name
    ).map { [$0] } ?? []
  }
}
