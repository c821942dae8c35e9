import Evidence
import Statistics

/// How the figure of a rung is drawn, and the rule that says whether a draw holds.
///
/// A draw holds if the low end of the 95 % interval about it lies above what it is read against: for a share the Wilson interval, for coordination and other
/// figures the interval as wide as the estimate's. On the rungs of votes it must also lie above the middle of the class, as the status asks. A rung on which the other
/// partner joined the third power's sanctions never holds.
public struct RungSpread: Hashable, Sendable {
  /// What is drawn.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The coordination of the pair.
    case coordination
    /// A share of cases held together.
    case share
    /// Another figure with an interval.
    case figure
  }

  public let rung: Rung
  public let kind: Kind
  /// What the figure is read against.
  public let comparison: Double
  /// What the low end of the interval about a draw must exceed.
  private let bar: Double
  private let value: Double
  /// Cases; 0 where the figure is no share.
  private let n: Double
  /// Half the width of the interval of a figure that is no share.
  private let reach: Double
  private let neverHolds: Bool

  /// `nil` for a rung that takes no part in the limit.
  init?(_ result: RungResult) {
    guard result.status.isTold, let estimate = result.rate.estimate else { return nil }
    rung = result.rung
    neverHolds = result.isBroken
    if let tested = result.coordination?.estimate, let interval = tested.interval {
      kind = .coordination
      comparison = 0
      bar = result.coordinationBar ?? 0
      value = tested.value
      n = 0
      reach = (interval.high - interval.low) / 2
      return
    }
    guard let against = result.comparison else { return nil }
    comparison = against
    value = estimate.value
    if result.rate.unit == .share, let cases = estimate.n, cases > 0 {
      kind = .share
      n = Double(cases)
      reach = 0
      bar =
        result.rung < .economic
        ? Self.classBar(result.rate, interval: estimate.interval) ?? against : against
    } else {
      kind = .figure
      n = 0
      reach = estimate.interval.map { ($0.high - $0.low) / 2 } ?? 0
      bar = against
    }
  }

  /// The middle of the class of a finding as a bar for low ends.
  ///
  /// It is the middle of the binned class where there is one, else it is read off the places of the interval's ends; either is kept on the side of the estimate's
  /// low end on which the exact class has it.
  static func classBar(_ finding: Finding, interval: Interval?) -> Double? {
    guard let place = finding.percentiles.first, let interval, let value = finding.value else { return nil }
    let share = Ladder.Thresholds().percentile
    let isAbove = place.low > share
    guard let middle = finding.distribution?.median ?? crossing(place, interval, value, at: share) else {
      return isAbove ? -.infinity : .infinity
    }
    return isAbove ? min(middle, interval.low.nextDown) : max(middle, interval.low)
  }

  /// The value at which the places of an interval's ends and of the value between them reach a share of the class, along straight lines.
  private static func crossing(_ place: Percentile, _ interval: Interval, _ value: Double, at share: Double) -> Double?
  {
    let isLower = place.value >= share && place.value > place.low
    let from = isLower ? (interval.low, place.low) : (value, place.value)
    let to = isLower ? (value, place.value) : (interval.high, place.high)
    return to.1 > from.1 ? from.0 + (to.0 - from.0) * (share - from.1) / (to.1 - from.1) : nil
  }

  func draw(_ generator: inout Xoshiro256) -> (holds: Bool, exceeds: Bool) {
    let drawn: Double
    let low: Double
    if n > 0 {
      let k = value * n
      let x = generator.gamma(shape: k + comparison)
      let y = generator.gamma(shape: n - k + 1 - comparison)
      drawn = x + y > 0 ? x / (x + y) : 0
      low = Interval.wilson(mean: drawn, n: Int(n))?.low ?? 0
    } else {
      drawn = value + reach / Self.normalReach * generator.normal()
      low = drawn - reach
    }
    return (!neverHolds && low > bar, drawn > comparison)
  }

  /// The 97.5 % point of the normal distribution.
  private static let normalReach = 1.959963984540054
}

extension RungResult {
  /// What the low end of the interval of coordination must exceed for the rung to hold: zero, and the middle of the class where there is one.
  var coordinationBar: Double? {
    guard let coordination, let interval = coordination.estimate?.interval else { return nil }
    return max(0, RungSpread.classBar(coordination, interval: interval) ?? 0)
  }
}
