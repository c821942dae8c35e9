import Statistics
import Testing

@Suite struct NormalTests {
  /// scipy 1.17.1: scipy.special.log_ndtr.
  @Test(arguments: [
    (-50, -1254.8313611394199), (-38, -726.5572160188201), (-30, -454.32124395634327), (-10, -53.23128515051248),
    (-3, -6.60772622151035), (0, -0.6931471805599453), (1.5, -0.06914345561223399), (6.5, -4.016000583939729e-11),
    (9, -1.1285884059538324e-19),
  ])
  func logCumulativeAgreesWithScipy(x: Double, expected: Double) {
    #expect(abs(Normal.logCumulative(x) / expected - 1) < 1e-9)
  }

  /// scipy 1.17.1: scipy.stats.norm.ppf.
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-05, -4.264890793922825), (0.025, -1.9599639845400545),
    (0.3, -0.5244005127080409), (0.6, 0.2533471031357997), (0.999, 3.090232306167813),
  ])
  func quantileAgreesWithScipy(p: Double, expected: Double) {
    #expect(abs(Normal.quantile(p) / expected - 1) < 1e-13)
  }

  @Test func quantileAtTheEnds() {
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(1.1).isNaN)
  }

  @Test func quantileInvertsCumulative() {
    for step in -70...70 {
      let x = Double(step) / 10
      let p = Normal.cumulative(x)
      if p < 0.999 { #expect(abs(Normal.quantile(p) - x) < 1e-11, "x = \(x)") }
    }
  }
}
