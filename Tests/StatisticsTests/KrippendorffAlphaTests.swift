import Statistics
import Testing

@Suite struct KrippendorffAlphaTests {
  /// The example of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers, twelve units,
  /// values missing; 0 stands for a missing value.
  static let observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ]

  static var units: [[Int]] {
    (0..<12).map { unit in observers.map { $0[unit] }.filter { $0 != 0 } }
  }

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849),
  ])
  func thePublishedExample(metric: KrippendorffAlpha.Metric, published: Double) throws {
    let alpha = try #require(KrippendorffAlpha(units: Self.units, metric: metric))
    #expect(abs(alpha.alpha - published) < 5e-4, "\(alpha.alpha)")
    #expect(alpha.units == 11 && alpha.values == 40)
  }

  @Test func perfectAgreementAndNone() throws {
    let same = [[1, 1], [2, 2, 2], [3, 3]]
    for metric in KrippendorffAlpha.Metric.allCases {
      #expect(try #require(KrippendorffAlpha(units: same, metric: metric)).alpha == 1)
    }
    let opposed = try #require(KrippendorffAlpha(units: [[0, 1], [1, 0], [0, 1], [1, 0]], metric: .nominal))
    #expect(opposed.alpha < 0)
  }

  @Test func orderAndNamesDoNotCount() throws {
    let renamed = Self.units.map { $0.map { $0 * 10 }.reversed() }.map(Array.init)
    for metric in [KrippendorffAlpha.Metric.nominal, .ordinal, .interval] {
      let a = try #require(KrippendorffAlpha(units: Self.units, metric: metric))
      let b = try #require(KrippendorffAlpha(units: renamed.reversed(), metric: metric))
      #expect(abs(a.alpha - b.alpha) < 1e-12, "\(metric)")
    }
  }

  @Test func nothingToCompare() {
    #expect(KrippendorffAlpha(units: [[1], [2], []], metric: .nominal) == nil)
    #expect(KrippendorffAlpha(units: [[1, 1], [1, 1]], metric: .nominal) == nil)
  }

  @Test func theIntervalHoldsTheValueAndRepeats() throws {
    let alpha = try #require(KrippendorffAlpha(units: Self.units, metric: .ordinal))
    let a = try #require(KrippendorffAlpha.interval(units: Self.units, metric: .ordinal, resamples: 400, seed: 3))
    let b = try #require(KrippendorffAlpha.interval(units: Self.units, metric: .ordinal, resamples: 400, seed: 3))
    #expect(a == b && a.low < alpha.alpha && alpha.alpha <= a.high && a.high <= 1)
  }
}
