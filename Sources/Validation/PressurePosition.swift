import Evidence
import Measures
import StateSystem
import Statistics

/// Where the two partners of a triad stand on the curve of joining over cross-pressure.
public struct PressurePosition: Hashable, Sendable, Codable {
  public struct Partner: Hashable, Sendable, Codable {
    public let state: StateID
    /// Trade share with the third power over that with the partner.
    public let ratio: Double
    /// Place among all pairs of states with the same third power and year.
    public let place: Percentile
    /// Predicted rate of joining the other's disputes with the third power.
    public let rate: PressureCurve.Point
  }

  public let year: Int
  public let curve: PressureCurve
  public let partners: [Partner]

  /// The position in a year, or why there is none.
  public static func of(
    _ a: StateID, _ b: StateID, third: StateID, year: Int, _ evaluator: RecordEvaluator
  ) -> Covered<PressurePosition> {
    guard evaluator.record.trade != nil, evaluator.record.disputes != nil else {
      return .notCovered(
        Reason(.notInstalled, "the curve needs cow-trade and cow-mid; `entente data add` installs them"))
    }
    let pairs = PairYears(evaluator).stakes(year)
    guard let i = pairs.slot(of: a), let j = pairs.slot(of: b), let h = pairs.slot(of: third) else {
      return .notCovered(Reason(.notMember, "one of the three states was no member of the system in \(year)"))
    }
    let own = [Double(pairs.pressure(on: i, from: h, partner: j)), Double(pairs.pressure(on: j, from: h, partner: i))]
    guard own.allSatisfy(\.isFinite) else {
      return .notCovered(Reason(.outsideYears, "trade among the three states is not recorded in \(year)"))
    }
    guard let curve = PressureCurve(evaluator) else {
      return .notCovered(Reason(.tooFew, "too few states joined a dispute for a curve"))
    }
    let everyone = pairs.pressures(from: third).sorted()
    let partners = zip([a, b], own).compactMap { state, value -> Partner? in
      let estimate = Estimate(value, method: "log ratio", sources: [])
      return Percentile(
        of: estimate, inSorted: everyone, comparison: "all ordered pairs of states with the same third power"
      ).map { Partner(state: state, ratio: exponential(value), place: $0, rate: curve.point(at: value)) }
    }
    return .covered(PressurePosition(year: year, curve: curve, partners: partners))
  }
}
