import Evidence
import StateSystem
import Statistics

/// How a treaty in force may end in the years ahead, if its circumstances stay as they were when coding ended.
///
/// Formula: from the age reached the hazards of all causes compete, F_c grows by S (1 − exp(−ΔH)) ΔH_c/ΔH at each event time; the
/// interval is the percentile interval of treaties resampled with all their years. That the term runs out in a year is not foreseen.
/// Range [0, 1]; the causes and survival add up to 1. Missing data: no forecast for a treaty that lacks a covariate in its last
/// year. A point extrapolates where fewer than `fewestAtRisk` treaties reached that age, or in no other treaty the covariates were
/// as they are here. Complexity: O(resamples × rows × covariates²). Source: Prentice and others (1978), doi:10.2307/2530374.
/// Not for: a prediction of policy; it is the experience of treaties like it.
public struct DurabilityForecast: Hashable, Sendable, Codable {
  public struct Point: Hashable, Sendable, Codable {
    /// Years after coding ended.
    public let years: Int
    public let age: Double
    /// In the order of `DurabilityRows.causes`.
    public let shares: [Double]
    public let intervals: [Interval?]
    public let surviving: Double
    public let survivingInterval: Interval?
    /// Treaties in the data that were observed at this age.
    public let atRisk: Int
    public let extrapolates: Bool

    public init(
      years: Int, age: Double, shares: [Double], intervals: [Interval?], surviving: Double,
      survivingInterval: Interval?, atRisk: Int, extrapolates: Bool
    ) {
      self.years = years
      self.age = age
      self.shares = shares
      self.intervals = intervals
      self.surviving = surviving
      self.survivingInterval = survivingInterval
      self.atRisk = atRisk
      self.extrapolates = extrapolates
    }
  }

  public let treaty: String
  /// The day from which it looks ahead: the last day coded.
  public let from: Day
  public let age: Double
  public let covariates: [String: Double]
  public let points: [Point]
  /// Resamples in which all models could be fitted.
  public let resamples: Int

  public init(
    treaty: String, from: Day, age: Double, covariates: [String: Double], points: [Point], resamples: Int
  ) {
    self.treaty = treaty
    self.from = from
    self.age = age
    self.covariates = covariates
    self.points = points
    self.resamples = resamples
  }

  public static let fewestAtRisk = 10
  /// Resamples that must succeed before an interval is given.
  public static let fewestResamples = 20

  /// The forecast of one treaty.
  ///
  /// - Returns: why there is none, when there is none.
  public static func of(
    _ treaty: String, _ data: DurabilityRows, _ fit: DurabilityFit, years: [Int] = Array(1...20), resamples: Int = 100,
    seed: UInt64 = 1
  ) -> Covered<DurabilityForecast> {
    of([treaty], data, fit, years: years, resamples: resamples, seed: seed).first
      ?? .notCovered(Reason(.undefined, "the models give no baseline hazard"))
  }

  /// The forecasts of several treaties from the same resamples, in the order given; empty if the models give no baseline hazard.
  public static func of(
    _ treaties: [String], _ data: DurabilityRows, _ fit: DurabilityFit, years: [Int], resamples: Int, seed: UInt64
  ) -> [Covered<DurabilityForecast>] {
    guard let main = try? DurabilityBaseline(fit.models) else { return [] }
    let lives = Dictionary(grouping: data.rows, by: \.treaty)
    let subjects = treaties.map { subject($0, lives[$0]?.last) }
    var drawn: [[[DurabilityBaseline.Shares]]] = treaties.map { _ in [] }
    for baseline in resampled(fit.rows, resamples: resamples, seed: seed) {
      for (index, subject) in subjects.enumerated() {
        if case .covered(let one) = subject { drawn[index].append(one.shares(baseline, years)) }
      }
    }
    let horizon = Horizon(fit.rows)
    return zip(subjects, drawn).map { subject, draws in
      subject.map { one in one.forecast(one.shares(main, years), draws, years, horizon, from: data.lastDay) }
    }
  }

  private static func subject(_ treaty: String, _ last: DurabilityRows.Row?) -> Covered<Subject> {
    guard let last else {
      return .notCovered(
        Reason(.missing, "\(treaty) is not among the bilateral treaties of ATOP whose lives are modelled"))
    }
    guard last.ending == .inForce else {
      return .notCovered(
        Reason(.outsideYears, "\(treaty) had ended before coding closed: \(last.ending.words)"))
    }
    guard last.isComplete else {
      let lacking = DurabilityCovariate.allCases.enumerated().filter { last.covariates[$0.offset].isNaN }
      return .notCovered(
        Reason(
          .missing,
          "\(treaty) lacks \(lacking.map(\.element.words).joined(separator: ", ")) in \(last.year); no forecast is made"
        ))
    }
    return .covered(Subject(last))
  }

  /// Treaties drawn with replacement, each with all its years; draws in which a model fails are left out.
  private static func resampled(
    _ rows: [DurabilityRows.Row], resamples: Int, seed: UInt64
  ) -> [DurabilityBaseline] {
    let lives = Dictionary(grouping: rows, by: \.treaty).sorted { $0.key < $1.key }.map(\.value)
    return (0..<resamples).compactMap { draw in
      var random = Xoshiro256(seed: seed, stream: UInt64(draw))
      let chosen = lives.indices.flatMap { _ in lives[random.index(below: lives.count)] }
      return (try? DurabilityFit.models(chosen)).flatMap { try? DurabilityBaseline($0) }
    }
  }
}

/// How many treaties were observed at an age, and which circumstances occur.
private struct Horizon {
  private let spells: [(start: Double, stop: Double)]
  private let seen: [[Double]: Set<String>]

  init(_ rows: [DurabilityRows.Row]) {
    spells = rows.map { ($0.start, $0.stop) }
    var seen: [[Double]: Set<String>] = [:]
    for row in rows { seen[Subject.circumstances(row), default: []].insert(row.treaty) }
    self.seen = seen
  }

  func atRisk(_ age: Double) -> Int { spells.count { $0.start < age && age <= $0.stop } }

  func isSeen(_ subject: Subject) -> Bool { !(seen[subject.x] ?? []).subtracting([subject.treaty]).isEmpty }
}

/// A treaty in force at its last coded year.
private struct Subject {
  let treaty: String
  let age: Double
  /// The covariates, with no term running out.
  let x: [Double]

  init(_ row: DurabilityRows.Row) {
    treaty = row.treaty
    age = row.stop
    x = Self.circumstances(row)
  }

  static func circumstances(_ row: DurabilityRows.Row) -> [Double] {
    zip(DurabilityCovariate.allCases, row.covariates).map { $0 == .termDue ? 0 : $1 }
  }

  func shares(_ baseline: DurabilityBaseline, _ years: [Int]) -> [DurabilityBaseline.Shares] {
    baseline.shares(x, after: age, at: years.map { age + Double($0) })
  }

  func forecast(
    _ main: [DurabilityBaseline.Shares], _ draws: [[DurabilityBaseline.Shares]], _ years: [Int], _ horizon: Horizon,
    from: Day
  ) -> DurabilityForecast {
    func interval(_ values: [Double]) -> Interval? {
      let sorted = values.sorted()
      guard sorted.count >= DurabilityForecast.fewestResamples, let low = quantile(0.025, ofSorted: sorted),
        let high = quantile(0.975, ofSorted: sorted)
      else { return nil }
      return Interval(low, high, level: 0.95)
    }
    let isSeen = horizon.isSeen(self)
    let points = zip(years, main).enumerated().map { k, pair -> DurabilityForecast.Point in
      let (year, share) = pair
      let atRisk = horizon.atRisk(age + Double(year))
      return DurabilityForecast.Point(
        years: year, age: age + Double(year), shares: share.causes,
        intervals: share.causes.indices.map { c in interval(draws.map { $0[k].causes[c] }) },
        surviving: share.surviving, survivingInterval: interval(draws.map { $0[k].surviving }), atRisk: atRisk,
        extrapolates: atRisk < DurabilityForecast.fewestAtRisk || !isSeen)
    }
    return DurabilityForecast(
      treaty: treaty, from: from, age: age,
      covariates: Dictionary(
        zip(DurabilityCovariate.allCases.map(\.rawValue), x), uniquingKeysWith: { first, _ in first }),
      points: points, resamples: draws.count)
  }
}
