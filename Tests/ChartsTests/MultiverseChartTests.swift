import Testing

@testable import Charts

struct MultiverseChartTests {
  @Test func theVerdictCountsCoveredSpecificationsOnly() throws {
    let passing = try #require(Samples.multiverse.passing)
    #expect(passing == (15, 19))
    #expect(
      Samples.multiverse.verdict == "15 of 19 specifications (79\u{A0}%) at or above 0.75; 1 of 20 without a value.")
  }

  @Test func theCurveRises() {
    let values = Samples.multiverse.curve.compactMap(\.reading.value)
    #expect(values.count == 19 && values == values.sorted())
  }

  @Test func everySpecificationHasOneDotForEachDimension() {
    let scene = Samples.multiverse.figure.scene(width: 720)
    let dots = scene.marks.filter { mark in if case .rect = mark.shape { mark.role == .marker } else { false } }
    #expect(dots.count == 19 * 2)
  }

  @Test func aThresholdFromAbove() {
    let chart = MultiverseChart(
      text: FigureText(title: "t"), dimensions: [.init("d", ["a", "b"])],
      specifications: [.init([0], reading: .value(1)), .init([1], reading: .value(3))],
      threshold: .init(1, passesAbove: false))
    #expect(chart.verdict == "1 of 2 specifications (50\u{A0}%) at or below 1.00.")
    #expect(
      chart.figure.csv == "d,value,low,high,coverage,passes,highlighted\na,1,,,covered,yes,no\nb,3,,,covered,no,no\n")
  }
}
