import Statistics

/// The draws of an item's parameters, or of a position, as uncorrelated scores with mean 0 and variance 1.
///
/// Gram-Schmidt in the order slopes, lower cut, upper cut; a parameter that does not vary beyond the others scores 0 throughout.
struct ItemWhitening {
  /// Scores one after another, `draws` values each.
  let scores: [Double]
  private let parameters: Int

  /// Up to four scores of each draw side by side, the rest 0.
  var together: [SIMD4<Double>] {
    let n = scores.count / max(parameters, 1)
    return (0..<n).map { s in
      var four = SIMD4<Double>.zero
      for k in 0..<min(parameters, 4) { four[k] = scores[k * n + s] }
      return four
    }
  }

  init(_ parameters: [[Double]]) {
    var all: [Double] = []
    var done: [[Double]] = []
    for parameter in parameters {
      let n = Double(parameter.count)
      let mean = parameter.reduce(0, +) / n
      var rest = parameter.map { $0 - mean }
      let whole = rest.reduce(0) { $0 + $1 * $1 }
      for earlier in done {
        var along = 0.0
        for s in rest.indices { along += rest[s] * earlier[s] }
        along /= n
        for s in rest.indices { rest[s] -= along * earlier[s] }
      }
      let left = rest.reduce(0) { $0 + $1 * $1 }
      let scale: Double = left > 1e-12 * max(whole, 1e-30) ? (n / left).squareRoot() : 0
      let score = rest.map { $0 * scale }
      done.append(score)
      all += score
    }
    scores = all
    self.parameters = parameters.count
  }
}
