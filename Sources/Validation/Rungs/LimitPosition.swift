import Evidence
import Measures
import Partnership
import StateSystem

/// Where a partnership stands on the curve of the rung at which partnerships stop.
public struct LimitPosition: Hashable, Sendable, Codable {
  public let year: Int
  /// Mean over the partners of the log of the trade share with the third power over that with the partner.
  public let pressure: Double
  /// Place among the triads the curve was fitted to.
  public let place: Percentile
  /// The chances that the limit lies at or below each rung with evidence for this partnership.
  public let point: LimitCurve.Point
  /// The limit that was found.
  public let outcome: Limit.Outcome
  public let rung: Rung?
  public let curve: LimitCurve

  /// The position in a year, or why there is none.
  public static func of(
    _ ladder: Ladder, _ limit: Limit, _ question: Question, on curve: Covered<LimitCurve>, _ evaluator: RecordEvaluator
  ) -> Covered<LimitPosition> {
    guard let curve = curve.value else {
      return .notCovered(curve.reason ?? Reason(.notInstalled, "no curve has been computed"))
    }
    guard evaluator.record.trade != nil else {
      return .notCovered(Reason(.notInstalled, "cow-trade is not installed; `entente data add` installs it"))
    }
    let year = question.lastYear.value
    let pairs = PairYears(evaluator).stakes(year)
    guard let i = pairs.slot(of: question.a), let j = pairs.slot(of: question.b), let h = pairs.slot(of: question.third)
    else {
      return .notCovered(Reason(.notMember, "one of the three states was no member of the system in \(year)"))
    }
    let own = [pairs.pressure(on: i, from: h, partner: j), pairs.pressure(on: j, from: h, partner: i)].map(Double.init)
    guard own.allSatisfy(\.isFinite) else {
      return .notCovered(Reason(.outsideYears, "trade among the three states is not recorded in \(year)"))
    }
    let rungs = ladder.rungs.filter(\.status.isTold).map(\.rung)
    let pressure: Double = (own[0] + own[1]) / 2
    guard !rungs.isEmpty,
      let place = Percentile(
        of: Estimate(pressure, method: "mean log ratio", sources: []), inSorted: curve.hundredths,
        comparison: "the triads of the curve")
    else { return .notCovered(Reason(.tooFew, "no rung has evidence")) }
    return .covered(
      LimitPosition(
        year: year, pressure: pressure, place: place, point: curve.point(at: pressure, rungs: rungs),
        outcome: limit.outcome, rung: limit.rung, curve: curve))
  }
}
