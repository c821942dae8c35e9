/// log Φ and its first two derivatives by cubic Hermite interpolation, for loops that evaluate it millions of times.
///
/// Step 1/32 on [−24, 8]: absolute error of log Φ below 1e-9, of the first derivative below 1e-5, of the second below 1e-3;
/// the exact function is used below −24, and the flat end value above 8, where log Φ > −1e-15.
/// Use the derivatives for proposals and searches, never where their own accuracy matters.
public struct LogNormalTable: Sendable {
  @usableFromInline let pieces: [SIMD4<Double>]

  /// Interpolation nodes start here.
  @usableFromInline static let low: Double = -24
  @usableFromInline static let high: Double = 8
  @usableFromInline static let perUnit: Double = 32

  /// One table, built on first use.
  public static let shared = LogNormalTable()

  init() {
    pieces = CubicPieces.make(
      from: Self.low, step: 1 / Self.perUnit, count: Int((Self.high - Self.low) * Self.perUnit), end: 0,
      value: Normal.logCumulative, slope: Normal.millsRatio)
  }

  /// The coefficients, four a piece of 1/32 from −24, and a last piece of zeros, for code that interpolates by itself.
  public func withCoefficients<R>(_ body: (UnsafePointer<Double>) -> R?) -> R? {
    CubicPieces.withNumbers(pieces, body)
  }

  /// log Φ(x).
  @inlinable
  public func value(_ x: Double) -> Double {
    let u: Double = (x - Self.low) * Self.perUnit
    if u >= 0, u < (Self.high - Self.low) * Self.perUnit {
      let i = Int(u)
      let t: Double = u - Double(i)
      let c = pieces[i]
      return c.x + t * (c.y + t * (c.z + t * c.w))
    }
    return u >= 0 ? 0 : Normal.logCumulative(x)
  }

  /// log Φ(x), φ/Φ and the second derivative, which is never positive.
  @inlinable
  public func derivatives(_ x: Double) -> (value: Double, first: Double, second: Double) {
    let u: Double = (x - Self.low) * Self.perUnit
    if u >= 0, u < (Self.high - Self.low) * Self.perUnit {
      let i = Int(u)
      let t: Double = u - Double(i)
      let c = pieces[i]
      let zt: Double = c.z * t
      let wt: Double = c.w * t
      let value: Double = c.x + t * (c.y + zt + wt * t)
      let first: Double = (c.y + 2 * zt + 3 * wt * t) * Self.perUnit
      let second: Double = (2 * c.z + 6 * wt) * (Self.perUnit * Self.perUnit)
      return (value, first, second)
    }
    if u >= 0 { return (0, 0, 0) }
    let m = Normal.millsRatio(x)
    return (Normal.logCumulative(x), m, -m * (m + x))
  }
}
