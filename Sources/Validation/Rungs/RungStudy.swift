import Evidence
import Measures
import Record
import StateSystem

/// Whether cross-pressure tells at which rung a partnership stops, over triads and years.
///
/// A continuation-ratio logit: the chance to stop at a rung among the partnerships that reach it, with an intercept for each rung, so that a limit that is
/// not seen, because every rung with evidence holds, counts for what it shows. Rolling origin: every model is fitted to the windows that were over at an origin and predicts the
/// next window. Equal input gives equal bytes.
public struct RungStudy: Hashable, Sendable, Codable {
  /// A model's score of the whole distribution of the limit.
  public struct Ranked: Hashable, Sendable, Codable {
    public let model: String
    /// Mean ranked probability score; lower is better.
    public let score: Double
    /// 1 − score / score of the base rates.
    public let skill: Double
    public let skillInterval: Interval?
    /// Skill less that of the controls, on the same resamples.
    public let gain: Double?
    public let gainInterval: Interval?
  }

  /// How many partnerships reached a rung with evidence, and stopped there.
  public struct Count: Hashable, Sendable, Codable {
    public let rung: Int
    public let withEvidence: Int
    public let reached: Int
    public let stopped: Int
  }

  public let thirds: [StateID]
  /// The last year known to a profile, by window.
  public let profileYears: [Int]
  public let horizon: Int
  public let perThird: Int
  /// Pairs that could have been drawn, triads drawn, and triads of which a rung has evidence.
  public let candidates: Int
  public let drawn: Int
  public let told: Int
  /// Triads whose limit lies above every rung with evidence.
  public let beyond: Int
  public let counts: [Count]
  /// Of the rows of rungs that were reached.
  public let result: StudyResult?
  public let ranked: [Ranked]
  public let curve: LimitCurve?
  public let seed: UInt64
  public let declaredAt: String

  public static let declaredAt = "2026-11-27"
  public static let seed: UInt64 = 20_020_902
  public static let horizon = 5
  public static let perThird = 120
  public static let firstProfile = 1949
  public static let firstOrigin = 1964
  /// The major powers after 1945 (Correlates of War; West Germany before 1991), and five that were third powers of many crises: India, Iran, Israel, Egypt, South Africa.
  public static let thirds: [UInt16] = [2, 200, 220, 255, 260, 365, 710, 740, 750, 630, 666, 651, 560]

  public init(
    _ record: Record, perThird: Int = Self.perThird, resamples: Int = ConductStudy.resamples, seed: UInt64 = Self.seed,
    filtered: [FilteredPositions] = [], progress: (String) -> Void = { _ in }
  ) {
    let last = min(record.disputes?.years.upperBound ?? 0, record.trade?.years.upperBound ?? 0)
    let years = Array(
      stride(from: Self.firstProfile, through: max(Self.firstProfile, last - Self.horizon), by: Self.horizon))
    let data = LimitOccasions(
      record, profileYears: years, thirds: Self.thirds.compactMap { StateID(Int($0)) }, horizon: Self.horizon,
      perThird: perThird, seed: seed, filtered: filtered, progress: progress)
    progress("limits: models")
    self.init(
      data, profileYears: years, perThird: perThird, resamples: resamples, seed: seed, isFiltered: !filtered.isEmpty)
  }

  init(
    _ data: LimitOccasions, profileYears: [Int], perThird: Int, resamples: Int, seed: UInt64, isFiltered: Bool = false
  ) {
    let rows = RungRows(data, horizon: Self.horizon)
    let runner = StudyRunner(
      origins: profileYears.filter { $0 >= Self.firstOrigin }, last: (profileYears.last ?? 0) + Self.horizon,
      resamples: resamples, seed: seed)
    var runs: [(model: String, run: RankedProbability)] = []
    result = runner.run(
      "limit", "Does a partnership that reaches a rung stop there?", lag: 0, rows.sample,
      models: RungModels.all(filtered: isFiltered),
      references: [RungModels.baseRate.name, RungModels.controls.name],
      calibrated: RungModels.controlsAndPressure.name, scored: { rows.isReached[$0] },
      observing: { runs.append(($0.name, RankedProbability(rows, $1))) })
    ranked = Self.ranked(
      runs, StateResamples(Set(rows.sample.firsts).union(rows.sample.seconds), count: resamples, seed: seed))
    curve = LimitCurve(rows)
    counts = Self.counts(rows)
    thirds = Set(data.profiles.table.thirds).sorted().compactMap { StateID(Int($0)) }
    self.profileYears = profileYears
    horizon = Self.horizon
    self.perThird = perThird
    candidates = data.profiles.candidates
    drawn = data.profiles.count
    told = data.told.count
    beyond = data.outcomes.count { $0.map { !$0.stops } ?? false }
    self.seed = seed
    declaredAt = Self.declaredAt
  }

  private static func counts(_ rows: RungRows) -> [Count] {
    (1...6).map { rung in
      let own = rows.rungs.indices.filter { rows.rungs[$0].rawValue == rung }
      return Count(
        rung: rung, withEvidence: own.count, reached: own.count { rows.isReached[$0] },
        stopped: own.count { rows.sample.outcome[$0] == 1 })
    }
  }

  private static func ranked(_ runs: [(model: String, run: RankedProbability)], _ states: StateResamples) -> [Ranked] {
    guard let base = runs.first else { return [] }
    func drawn(_ run: RankedProbability) -> [Double] { states.counts.map { run.mean($0) } }
    let baseDraws = drawn(base.run)
    let reference = runs.first { $0.model == RungModels.controls.name }
    let referenceDraws = reference.map { drawn($0.run) }
    return runs.map { entry in
      let draws = drawn(entry.run)
      let skill: Double = 1 - entry.run.mean() / base.run.mean()
      let isCompared = entry.model != reference?.model && entry.model != base.model
      let gain = isCompared ? reference.map { ($0.run.mean() - entry.run.mean()) / base.run.mean() } : nil
      let gains = zip(baseDraws, zip(referenceDraws ?? [], draws)).map { ($1.0 - $1.1) / $0 }
      return Ranked(
        model: entry.model, score: entry.run.mean(), skill: skill,
        skillInterval: StateResamples.interval(zip(draws, baseDraws).map { 1 - $0 / $1 }), gain: gain,
        gainInterval: gain == nil ? nil : StateResamples.interval(gains))
    }
  }
}
