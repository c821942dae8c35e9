import Evidence
import Measures
import Partnership
import Statistics

/// How the rung at which partnerships stop changes with cross-pressure, over triads and years.
///
/// Formula: logit of stopping at a rung that is reached (continuation ratio) on an intercept for each rung, x and x², x the mean over the two partners of the log of the
/// trade share with the third power over that with the partner. Beside it the same with how far the partners are apart, pledges, S, agreement before, capabilities, contiguity and trade
/// with either; and with a slope of its own on the rungs of sanctions, disputes and wars. Errors are clustered on pairs and on third power and window. A quantity that is not covered
/// takes its mean and has an indicator. Complexity: a logit of some ten thousand rows. Not for: effects; states choose whom they trade with.
public struct LimitCurve: Hashable, Sendable, Codable {
  public typealias Coefficient = PressureCurve.Coefficient

  /// The chances that the limit lies at or below each rung, at one pressure.
  public struct Point: Hashable, Sendable, Codable {
    /// Natural logarithm.
    public let pressure: Double
    public let stops: [Stop]
  }

  /// The chance that the limit lies at or below a rung.
  public struct Stop: Hashable, Sendable, Codable {
    public let rung: Rung
    public let chance: Double
    public let interval: Interval?
  }

  /// Triads of a fifth by pressure that have evidence on all three rungs of votes.
  public struct Fifth: Hashable, Sendable, Codable {
    public let low: Double
    public let high: Double
    public let n: Int
    /// Of them, how many stopped at rung 1, and at rung 3 or lower.
    public let first: Int
    public let third: Int
  }

  public let triads: Int
  public let rows: Int
  public let firstYear: Int
  public let lastYear: Int
  public let alone: [Coefficient]
  public let controlled: [Coefficient]
  public let byStakes: [Coefficient]
  public let fifths: [Fifth]
  /// Pressures of the triads at every hundredth, for placing another.
  public let hundredths: [Double]
  public let method: String
  let names: [String]
  let coefficients: [Double]
  let covariance: [[Double]]

  /// The rungs of the drawn curve: those of votes.
  static let drawn: [Rung] = [.uncontested, .opposed, .flagged]
  static let fewestStops = 30

  init?(_ data: RungRows) {
    let reached = data.reached
    let pressures = data.sample.column(.pressure)
    guard reached.count(where: { data.sample.outcome[$0] == 1 }) >= Self.fewestStops,
      let plain = LimitFit(data, reached, .alone), let full = LimitFit(data, reached, .controlled),
      let split = LimitFit(data, reached, .byStakes)
    else { return nil }
    alone = plain.table
    controlled = full.table
    byStakes = split.table
    method = plain.errors.method
    names = plain.fit.names
    coefficients = plain.fit.coefficients
    let size = coefficients.count
    let matrix = plain.errors.matrix
    covariance = (0..<size).map { i in (0..<size).map { j in matrix[i, j] } }
    rows = reached.count
    firstYear = data.sample.years.min() ?? 0
    lastYear = data.sample.known.filter { $0 < Int.max }.max() ?? 0
    let firsts = data.triads.indices.filter { $0 == 0 || data.triads[$0] != data.triads[$0 - 1] }
    triads = firsts.count
    let ordered = firsts.map { Double(pressures[$0]) }.sorted()
    hundredths = (0...100).map { ordered[min(ordered.count - 1, $0 * ordered.count / 100)] }
    fifths = Self.fifths(data, firsts, pressures)
  }

  /// The curve on the rungs of votes between the first and the last hundredth of the pressures.
  public var points: [Point] {
    guard hundredths.count == 101 else { return [] }
    let (low, high) = (hundredths[1], hundredths[99])
    return (0...24).map { point(at: low + (high - low) * Double($0) / 24, rungs: Self.drawn) }
  }

  private static func fifths(_ data: RungRows, _ firsts: [Int], _ pressures: [Float]) -> [Fifth] {
    let complete = firsts.filter { data.outcomes[data.triads[$0]].map { drawn.allSatisfy($0.rungs.contains) } ?? false }
    let ordered = complete.sorted { (pressures[$0], $0) < (pressures[$1], $1) }
    guard ordered.count >= 50 else { return [] }
    return (0..<5).map { fifth in
      let own = ordered[(fifth * ordered.count / 5)..<((fifth + 1) * ordered.count / 5)]
      func stopped(atMost rung: Rung) -> Int {
        own.count { row in
          data.outcomes[data.triads[row]].map { $0.stops && $0.rungs[$0.reached - 1] <= rung } ?? false
        }
      }
      return Fifth(
        low: own.first.map { Double(pressures[$0]) } ?? 0, high: own.last.map { Double(pressures[$0]) } ?? 0,
        n: own.count,
        first: stopped(atMost: .uncontested), third: stopped(atMost: .flagged))
    }
  }

  /// The chances at a pressure for a partnership with evidence on the rungs, with 95 % intervals by the delta method on the log odds.
  public func point(at pressure: Double, rungs: [Rung]) -> Point {
    let chances = chances(pressure, rungs, coefficients)
    var gradients = chances.map { _ in [Double](repeating: 0, count: coefficients.count) }
    for place in coefficients.indices {
      let step: Double = 1e-5 * max(1, coefficients[place].magnitude)
      var moved = coefficients
      moved[place] += step
      for (k, value) in self.chances(pressure, rungs, moved).enumerated() {
        gradients[k][place] = (Self.odds(value) - Self.odds(chances[k])) / step
      }
    }
    return Point(
      pressure: pressure,
      stops: rungs.indices.map { k in
        var variance = 0.0
        for i in coefficients.indices {
          for j in coefficients.indices { variance += gradients[k][i] * gradients[k][j] * covariance[i][j] }
        }
        let reach: Double = 1.959963984540054 * max(variance, 0).squareRoot()
        let centre = Self.odds(chances[k])
        let logit = RegressionFamily.logit
        return Stop(
          rung: rungs[k], chance: chances[k],
          interval: Interval(logit.mean(centre - reach), logit.mean(centre + reach), level: 0.95))
      })
  }

  private static func odds(_ p: Double) -> Double {
    let q = min(max(p, 1e-12), 1 - 1e-12)
    return logarithm(q / (1 - q))
  }

  private func chances(_ x: Double, _ rungs: [Rung], _ b: [Double]) -> [Double] {
    var survival = 1.0
    return rungs.map { rung in
      var eta = 0.0
      for (name, coefficient) in zip(names, b) {
        switch name {
        case LimitFit.intercept: eta += coefficient
        case LimitFit.pressure: eta += coefficient * x
        case LimitFit.square: eta += coefficient * x * x
        default: eta += name == LimitFit.rungName(rung) ? coefficient : 0
        }
      }
      survival *= 1 - RegressionFamily.logit.mean(eta)
      return 1 - survival
    }
  }
}
