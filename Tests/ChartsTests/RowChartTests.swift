import Testing

@testable import Charts

/// Strip, dumbbell, interval and ladder: charts of rows.
struct RowChartTests {
  private let text = FigureText(title: "t")

  @Test func histogramsCountEveryValueOnce() {
    let bins = StripDistributionChart.Bins(of: [0, 0.1, 0.5, 0.999, 1, .nan, 2], low: 0, high: 1, bins: 10)
    #expect(bins.counts == [1, 1, 0, 0, 0, 1, 0, 0, 0, 2])
  }

  @Test func theTallestBinFillsTheRowAndTheOthersAreInProportion() {
    let chart = StripDistributionChart(
      text: text, rows: [.init("A", reading: .value(0.5), distribution: .init(low: 0, high: 1, counts: [10, 40, 20]))],
      subject: "s")
    let heights = chart.figure.scene(width: 720).marks.filter { $0.role == .bar }.map(\.box.height)
    #expect(heights == [9.5, 38, 19])
  }

  @Test func aRowWithoutValuePrintsWhyAndHasNoMarker() {
    let chart = StripDistributionChart(text: text, rows: [.init("A", reading: .absent("no seat"))], subject: "s")
    let scene = chart.figure.scene(width: 720)
    #expect(scene.marks.compactMap(\.text?.string).contains("no seat"))
    #expect(scene.marks.filter { $0.role == .marker }.count == 1, "the key's marker only")
  }

  @Test func equalRatiosAreEqualDistances() {
    let chart = DumbbellChart(
      text: text,
      rows: [.init("A", first: .value(10), second: .value(40)), .init("B", first: .value(1000), second: .value(4000))],
      firstName: "a", secondName: "b")
    let lengths = chart.figure.scene(width: 720).marks.filter { $0.role == .line }.map(\.box.width)
    #expect(lengths.count == 2 && (lengths[0] - lengths[1]).magnitude < 1e-9)
  }

  @Test(arguments: [
    (160_553.0 / 9865, "16.3×"), (9731.0 / 9865, "0.99×"), (250, "250×"), (0.0001, "1×10⁻⁴×"), (3e9, "3\u{A0}bn×"),
  ])
  func ratios(_ ratio: Double, _ expected: String) { #expect(DumbbellChart.times(ratio) == expected) }

  @Test func oneSidedRowsNameTheMissingSide() {
    let chart = DumbbellChart(
      text: text, rows: [.init("A", first: .value(10), second: .absent("suppressed"))], firstName: "a", secondName: "b")
    let words = chart.figure.scene(width: 720).marks.compactMap(\.text?.string)
    #expect(words.contains("b: suppressed"))
    #expect(!words.contains { $0.hasSuffix("×") })
  }

  @Test func highlightedRowsDifferInShape() {
    let scene = Samples.intervals.figure.scene(width: 720)
    let markers = scene.marks.filter { $0.role == .marker }
    let polygons = markers.filter { if case .polygon = $0.shape { true } else { false } }
    #expect(markers.count == 5 && polygons.count == 1)
  }

  @Test func theReferenceLineStandsAtItsValue() throws {
    let scene = Samples.intervals.figure.scene(width: 720)
    let line = try #require(scene.marks.first { $0.role == .reference }?.box)
    let plot = try #require(scene.plots.first)
    #expect((line.x - plot.midX).magnitude < 0.01, "0 is the middle of -0.1...0.1")
  }

  @Test func ladderBarsAreAsLongAsTheirRates() throws {
    let scene = Samples.ladder.figure.scene(width: 720)
    let plot = try #require(scene.plots.first)
    let bars = scene.marks.filter { $0.role == .bar }
    let shares = bars.map { $0.box.width / plot.width }
    #expect(shares.count == 5)
    for (share, rate) in zip(shares, [0, 0.5, 0.54, 0.787, 0.72]) { #expect((share - rate).magnitude < 1e-9) }
  }

  @Test func theLowestRungIsAtTheFoot() throws {
    let scene = Samples.ladder.figure.scene(width: 720)
    let names = scene.marks.compactMap(\.text).filter { ["Uncontested", "War"].contains($0.string) }
    #expect(names.count == 2)
    let foot = try #require(names.first { $0.string == "Uncontested" })
    let top = try #require(names.first { $0.string == "War" })
    #expect(foot.at.y > top.at.y)
  }

  @Test func everyStatusHasWordsAndAShapeOfItsOwn() {
    var shapes: Set<[Mark.Shape]> = []
    for status in LadderChart.Status.allCases {
      let chart = LadderChart(text: text, rungs: [.init("r", reading: .absent("x"), status: status)])
      let scene = chart.figure.scene(width: 720)
      #expect(scene.marks.compactMap(\.text?.string).joined(separator: " ").contains(status.words))
      shapes.insert(scene.marks.filter { $0.role == .marker }.map(\.shape))
    }
    #expect(shapes.count == 4)
  }

  @Test func theLimitIsNamedOnce() {
    let words = Samples.ladder.figure.scene(width: 720).marks.compactMap(\.text?.string)
    #expect(words.filter { $0 == "the limit" }.count == 1)
  }
}
