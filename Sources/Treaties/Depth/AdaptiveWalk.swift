import Statistics

/// Steps of a random walk whose covariance and size are learnt while warming up and fixed afterwards.
///
/// The covariance is that of the states seen so far; the size moves towards an acceptance of 0.35.
/// Source: Haario, Saksman and Tamminen (2001), doi:10.2307/3318737.
struct AdaptiveWalk: Sendable {
  private let n: Int
  private var logScale: Double
  private var seen = 0.0
  private var mean: [Double]
  private var squares: [Double]
  /// Lower triangle, row by row.
  private var root: [Double]
  private var adaptations = 0.0

  init(dimensions n: Int) {
    self.n = n
    logScale = logarithm(2.38 / Double(n).squareRoot())
    mean = Array(repeating: 0, count: n)
    squares = Array(repeating: 0, count: n * n)
    root = (0..<(n * n)).map { $0 % (n + 1) == 0 ? 0.1 : 0 }
  }

  mutating func step(_ random: inout Xoshiro256) -> [Double] {
    let z = (0..<n).map { _ in random.normal() }
    let scale = exponential(logScale)
    return (0..<n).map { i in
      var total = 0.0
      for k in 0...i { total += root[i * n + k] * z[k] }
      return scale * total
    }
  }

  mutating func adapt(accepted: Bool, state: [Double], learns: Bool) {
    adaptations += 1
    logScale += ((accepted ? 1 : 0) - 0.35) / adaptations.squareRoot()
    guard learns else { return }
    seen += 1
    let before = mean
    for i in 0..<n { mean[i] += (state[i] - mean[i]) / seen }
    for i in 0..<n { for k in 0...i { squares[i * n + k] += (state[i] - before[i]) * (state[k] - mean[k]) } }
    if seen >= 100, Int(seen).isMultiple(of: 50) { refactor() }
  }

  /// The Cholesky factor of the covariance seen, with a little added to the diagonal.
  private mutating func refactor() {
    var next = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for k in 0...i {
        var total: Double = squares[i * n + k] / (seen - 1) + (i == k ? 1e-6 : 0)
        for m in 0..<k { total -= next[i * n + m] * next[k * n + m] }
        if i == k {
          guard total > 0 else { return }
          next[i * n + i] = total.squareRoot()
        } else {
          next[i * n + k] = total / next[k * n + k]
        }
      }
    }
    root = next
  }
}
