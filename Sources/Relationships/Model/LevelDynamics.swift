import Statistics

/// Derivatives of the expected log-density of the levels by the dynamics: u = log((1 + φ)/(1 − φ)) and w = log v.
///
/// Expected log-density: −½ Σ over classes of n log(v(1 − φ²)) + (S₀ − 2φS₁ + φ²S₂)/(v(1 − φ²)) over transitions, and m log v + F/v over first years.
struct LevelDynamics {
  var gradient = SIMD2<Double>.zero
  /// Minus the expected second derivatives, for the metric.
  var curvature = SIMD2<Double>.zero

  /// - Parameter sums: by class of the later cell: S₀, S₁, S₂, n, F, m.
  init(sums: [SIMD8<Double>], memory phi: Double, minorVariance: Double) {
    let share: Double = 1 - phi * phi
    for kind in 0..<2 {
      let s = sums[kind]
      let variance: Double = kind == 1 ? 1 : minorVariance
      let errors: Double = s[0] - 2 * phi * s[1] + phi * phi * s[2]
      var byPhi: Double = s[3] * phi / share + (s[1] - phi * s[2]) / (variance * share)
      byPhi -= phi * errors / (variance * share * share)
      gradient.x += byPhi * share / 2
      curvature.x += s[3] * (1 + phi * phi) / 4
      guard kind == 0 else { continue }
      gradient.y += 0.5 * (errors / share + s[4]) / variance - 0.5 * (s[3] + s[5])
      curvature.y += 0.5 * (s[3] + s[5])
    }
  }

  static func coordinates(_ parameters: ModelParameters) -> [Double] {
    [logarithm((1 + parameters.memory) / (1 - parameters.memory)), logarithm(parameters.minorVariance)]
  }
}
