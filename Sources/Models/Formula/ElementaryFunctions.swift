import Statistics

/// The functions of one number that a formula may use.
enum ElementaryFunctions {
  static let byName: [String: @Sendable (Double) -> Double] = [
    "log": log, "log2": { log($0) / log(2) }, "log10": { log($0) / log(10) }, "log1p": { logarithm1p($0) },
    "exp": { exponential($0) }, "expm1": { exponentialM1($0) }, "sqrt": { $0.squareRoot() }, "abs": { abs($0) },
  ]

  /// NaN below 0, as in R.
  @Sendable static func log(_ x: Double) -> Double { x < 0 ? .nan : logarithm(x) }
}

/// x to the power y.
func raised(_ x: Double, _ y: Double) -> Double { power(x, y) }
