import Statistics
import Testing

@Suite struct StudentTTests {
  /// R 4.2: qt(.975, df).
  @Test(arguments: [(1.0, 12.7062047361747), (5, 2.57058183563631), (30, 2.04227245630124), (439, 1.96538246721166)])
  func quantiles(freedom: Double, expected: Double) {
    #expect(abs(StudentT.quantile(0.975, freedom: freedom) - expected) < 1e-7)
    #expect(abs(StudentT.quantile(0.025, freedom: freedom) + expected) < 1e-7)
    #expect(abs(StudentT.twoSided(expected, freedom: freedom) - 0.05) < 1e-8)
  }
}
