import Statistics

/// The log-likelihood of one vote and its derivatives with respect to the two cut points, seen from the latent mean.
///
/// With a = lower − η and b = upper − η: yes Φ(a), abstain Φ(b) − Φ(a), no 1 − Φ(b). Derivatives are those of the interpolated
/// log Φ: good to about 1e-5, used for proposals only.
struct OrdinalProbit: Sendable {
  let table: LogNormalTable
  /// Abstentions count half a yes and half a no, and items have one cut point.
  let halfWay: Bool

  /// What an abstention contributes apart from the logarithm of `gap`, which the caller multiplies up.
  struct Abstention {
    let value: Double
    let gap: Double
    let slopeA: Double
    let slopeB: Double
    let curveA: Double
    let curveB: Double
    let cross: Double
  }

  /// Value and derivatives of log(Φ(b) − Φ(a)); `curve` and `cross` are entries of the negative Hessian.
  @inline(__always)
  func abstention(_ a: Double, _ b: Double) -> Abstention {
    if halfWay {
      let low = table.derivatives(a)
      let high = table.derivatives(-b)
      return Abstention(
        value: 0.5 * (low.value + high.value), gap: 1, slopeA: 0.5 * low.first, slopeB: -0.5 * high.first,
        curveA: -0.5 * low.second, curveB: -0.5 * high.second, cross: 0)
    }
    let flip = a + b > 0
    let near = table.derivatives(flip ? -a : b)
    let far = table.derivatives(flip ? -b : a)
    let q = exponential(far.value - near.value)
    let gap = max(1 - q, 1e-12)
    let nearRate: Double = near.first / gap
    let farRate: Double = far.first * q / gap
    let rateA = flip ? nearRate : farRate
    let rateB = flip ? farRate : nearRate
    return Abstention(
      value: near.value, gap: gap, slopeA: -rateA, slopeB: rateB, curveA: rateA * (rateA - a),
      curveB: rateB * (rateB + b), cross: -rateA * rateB)
  }

  /// log P(abstain), the value alone.
  @inline(__always)
  func abstentionValue(_ a: Double, _ b: Double) -> (value: Double, gap: Double) {
    if halfWay { return (0.5 * (table.value(a) + table.value(-b)), 1) }
    let flip = a + b > 0
    let near = table.value(flip ? -a : b)
    let far = table.value(flip ? -b : a)
    return (near, max(1 - exponential(far - near), 1e-12))
  }
}

/// A product of many factors in (0, 1] whose logarithm is taken rarely.
struct LogProduct {
  private var product = 1.0
  private var total = 0.0

  @inline(__always)
  mutating func multiply(_ factor: Double) {
    product *= factor
    if product < 1e-250 {
      total += logarithm(product)
      product = 1
    }
  }

  var logarithmOfAll: Double { total + logarithm(product) }
}
