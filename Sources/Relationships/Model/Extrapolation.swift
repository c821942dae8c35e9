import Statistics

/// Leaps along the way that expectation-maximisation takes, which near its end is straight and slow.
///
/// Formula: with three points θ₀, θ₁, θ₂, r = θ₁ − θ₀ and v = (θ₂ − θ₁) − r, on to θ₀ + 2sr + s²v with s = |r|/|v|, at least 1 (no leap) and at most
/// `longest`. Where it leaps to is no estimate; where it stands still is the fixed point of the plain steps, because the plain step decides when to end.
/// Source: Varadhan and Roland (2008), doi:10.1111/j.1467-9469.2007.00585.x, scheme S3.
struct Extrapolation {
  private static let longest = 6.0
  private var points: [[Double]] = []

  /// Loadings, log((1 + φ)/(1 − φ)), log v.
  static func coordinates(_ parameters: ModelParameters) -> [Double] {
    parameters.indicators.map(\.loading) + [
      logarithm((1 + parameters.memory) / (1 - parameters.memory)), logarithm(parameters.minorVariance),
    ]
  }

  /// Takes the parameters down; at every third point they leap.
  mutating func follow(_ parameters: inout ModelParameters) {
    points.append(Self.coordinates(parameters))
    guard points.count == 3 else { return }
    let first = zip(points[1], points[0]).map { $0 - $1 }
    let bend = zip(zip(points[2], points[1]).map { $0 - $1 }, first).map { $0 - $1 }
    let length = first.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let curve = bend.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let start = points[0]
    points = []
    guard curve > 0 else { return }
    let s: Double = min(max(length / curve, 1), Self.longest)
    let next = start.indices.map { start[$0] + 2 * s * first[$0] + s * s * bend[$0] }
    for index in parameters.indicators.indices where next[index] * parameters.indicators[index].loading > 0 {
      parameters.indicators[index].loading = next[index]
    }
    let odds = exponential(next[next.count - 2])
    parameters.memory = min(max((odds - 1) / (odds + 1), 0.8), 0.9995)
    parameters.minorVariance = min(max(exponential(next[next.count - 1]), 0.01), 1)
  }
}
