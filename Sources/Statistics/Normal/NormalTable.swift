/// Φ by cubic Hermite interpolation, for loops that evaluate it hundreds of millions of times.
///
/// Step 1/64 on [−8, 8]: absolute error of Φ below 1e-10, of its derivative below 1e-7; 0 and 1 outside, where the tail is below 1e-15. Not where
/// Φ itself is small: there `LogNormalTable` keeps the relative error small.
public struct NormalTable: Sendable {
  @usableFromInline let pieces: [SIMD4<Double>]
  @usableFromInline static let reach: Double = 8
  @usableFromInline static let perUnit: Double = 64

  /// One table, built on first use.
  public static let shared = NormalTable()

  init() {
    pieces = CubicPieces.make(
      from: -Self.reach, step: 1 / Self.perUnit, count: Int(2 * Self.reach * Self.perUnit), end: 1,
      value: Normal.cumulative, slope: Normal.density)
  }

  /// The coefficients, four a piece of 1/64 from −8, and a last piece for what lies above 8, for code that interpolates by itself.
  public func withCoefficients<R>(_ body: (UnsafePointer<Double>) -> R?) -> R? {
    CubicPieces.withNumbers(pieces, body)
  }

  /// Φ(x).
  @inlinable
  public func value(_ x: Double) -> Double {
    let u: Double = (x + Self.reach) * Self.perUnit
    guard u > 0 else { return 0 }
    guard u < 2 * Self.reach * Self.perUnit else { return 1 }
    let i = Int(u)
    let t: Double = u - Double(i)
    let c = pieces[i]
    return c.x + t * (c.y + t * (c.z + t * c.w))
  }
}
