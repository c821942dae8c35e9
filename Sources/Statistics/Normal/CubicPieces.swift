/// Cubic Hermite interpolation on evenly spaced nodes, as coefficients: c₀ + c₁t + c₂t² + c₃t³ on a piece, t from 0 to 1.
///
/// Value and slope are exact at the nodes; between them the error is at most max|f⁗| h⁴/384. A last piece is zero but for
/// `end`, the value beyond the last node. Complexity: two evaluations a piece.
enum CubicPieces {
  static func make(
    from low: Double, step: Double, count: Int, end: Double, value: (Double) -> Double, slope: (Double) -> Double
  ) -> [SIMD4<Double>] {
    let pieces = (0..<count).map { i -> SIMD4<Double> in
      let x: Double = low + Double(i) * step
      let f0 = value(x)
      let f1 = value(x + step)
      let d0: Double = slope(x) * step
      let d1: Double = slope(x + step) * step
      let rise = f1 - f0
      return SIMD4(f0, d0, 3 * rise - 2 * d0 - d1, d0 + d1 - 2 * rise)
    }
    return pieces + [SIMD4(end, 0, 0, 0)]
  }

  /// The coefficients one after another.
  static func withNumbers<R>(_ pieces: [SIMD4<Double>], _ body: (UnsafePointer<Double>) -> R?) -> R? {
    pieces.withUnsafeBytes { bytes in
      bytes.baseAddress.map { body($0.assumingMemoryBound(to: Double.self)) } ?? nil
    }
  }
}
