import Evidence
import StateSystem
import Statistics

/// How a treaty in force may end in the years ahead, if its circumstances stay as they were when coding ended.
///
/// Formula: with the age a₀ reached, F_c(a | a₀) = (F_c(a) − F_c(a₀))/S(a₀) from the hazard models of all causes; the interval is the
/// percentile interval of treaties resampled with all their years. That the term runs out in a year is not foreseen. Range [0, 1];
/// the causes and survival add up to 1. Missing data: no forecast for a treaty that lacks a covariate in its last year. A point
/// extrapolates where fewer than `fewestAtRisk` treaties reached that age, or in no treaty the covariates were as they are here.
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
  }

  public let treaty: String
  /// The day from which it looks ahead: the last day coded.
  public let from: Day
  public let age: Double
  public let covariates: [String: Double]
  public let points: [Point]
  public let resamples: Int

  public static let fewestAtRisk = 10
  /// Resamples that must succeed before an interval is given.
  public static let fewestResamples = 20

  /// - Returns: why there is none, when there is none.
  public static func of(
    _ treaty: String, _ data: DurabilityRows, _ fit: DurabilityFit, years: Int = 20,
    resamples: Int = 100, seed: UInt64 = 1
  ) -> Covered<DurabilityForecast> {
    let own = data.rows.filter { $0.treaty == treaty }
    guard let last = own.last else {
      return .notCovered(
        Reason(
          .missing, "\(treaty) is not among the bilateral treaties of ATOP whose lives are modelled"
        ))
    }
    guard last.ending == .inForce else {
      return .notCovered(
        Reason(.outsideYears, "\(treaty) had ended before coding closed: \(last.ending.words)"))
    }
    guard last.isComplete else {
      let lacking = DurabilityCovariate.allCases.enumerated().filter {
        last.covariates[$0.offset].isNaN
      }
      return .notCovered(
        Reason(
          .missing,
          "\(treaty) lacks \(lacking.map(\.element.words).joined(separator: ", ")) in \(last.year); no forecast is made"
        ))
    }
    var x = last.covariates
    if let due = DurabilityCovariate.allCases.firstIndex(of: .termDue) { x[due] = 0 }
    guard let main = shares(fit.models, x, age: last.stop, years: years) else {
      return .notCovered(Reason(.undefined, "the models give no survival at the age of \(treaty)"))
    }
    let drawn = resampled(
      fit.rows, x, age: last.stop, years: years, resamples: resamples, seed: seed)
    let isSeen = fit.rows.contains { row in
      zip(row.covariates, x).enumerated().allSatisfy { index, pair in
        DurabilityCovariate.allCases[index] == .termDue || pair.0 == pair.1
      } && row.treaty != treaty
    }
    let points = main.enumerated().map { k, share -> Point in
      let age: Double = last.stop + Double(k + 1)
      let atRisk = fit.rows.count { $0.start < age && age <= $0.stop }
      func interval(_ values: [Double]) -> Interval? {
        let sorted = values.sorted()
        guard sorted.count >= fewestResamples, let low = quantile(0.025, ofSorted: sorted),
          let high = quantile(0.975, ofSorted: sorted)
        else { return nil }
        return Interval(low, high, level: 0.95)
      }
      return Point(
        years: k + 1, age: age, shares: share.causes,
        intervals: share.causes.indices.map { c in interval(drawn.map { $0[k].causes[c] }) },
        surviving: share.surviving, survivingInterval: interval(drawn.map { $0[k].surviving }),
        atRisk: atRisk,
        extrapolates: atRisk < fewestAtRisk || !isSeen)
    }
    return .covered(
      DurabilityForecast(
        treaty: treaty, from: data.lastDay, age: last.stop,
        covariates: Dictionary(
          uniqueKeysWithValues: zip(DurabilityCovariate.allCases.map(\.rawValue), x)),
        points: points,
        resamples: drawn.count))
  }

  private struct Share {
    let causes: [Double]
    let surviving: Double
  }

  /// Conditional incidence at whole years after an age.
  private static func shares(_ models: [CoxFit], _ x: [Double], age: Double, years: Int) -> [Share]? {
    let subjects = models.map { fit in (fit, fit.kept.map { x[$0] }) }
    guard let curve = try? PredictedIncidence(subjects) else { return nil }
    func at(_ t: Double) -> (causes: [Double], free: Double) {
      guard let k = curve.times.lastIndex(where: { $0 <= t }) else {
        return (models.map { _ in 0 }, 1)
      }
      return (curve.incidence.map { $0[k] }, curve.eventFree[k])
    }
    let now = at(age)
    guard now.free > 1e-9 else { return nil }
    return (1...max(years, 1)).map { year in
      let then = at(age + Double(year))
      return Share(
        causes: zip(then.causes, now.causes).map { ($0 - $1) / now.free },
        surviving: then.free / now.free)
    }
  }

  /// Treaties drawn with replacement, each with all its years; draws in which a model fails are left out.
  private static func resampled(
    _ rows: [DurabilityRows.Row], _ x: [Double], age: Double, years: Int, resamples: Int,
    seed: UInt64
  ) -> [[Share]] {
    let lives = Dictionary(grouping: rows, by: \.treaty).sorted { $0.key < $1.key }.map(\.value)
    return (0..<resamples).compactMap { draw in
      var random = Xoshiro256(seed: seed, stream: UInt64(draw))
      let chosen = lives.indices.flatMap { _ in lives[random.index(below: lives.count)] }
      guard let models = try? DurabilityFit.models(chosen) else { return nil }
      return shares(models, x, age: age, years: years)
    }
  }
}
