import Testing

@testable import Charts

/// Line charts, ranks and small multiples.
struct TimePlotTests {
  @Test func rankOneIsOnTop() throws {
    let scene = Samples.rank.figure.scene(width: 720)
    let usa = try #require(scene.marks.first { $0.role == .line && $0.stroke == .series(2) })
    let russia = try #require(scene.marks.first { $0.role == .line && $0.stroke == .series(0) })
    #expect(usa.box.bottom < russia.box.bottom)
    #expect(scene.marks.filter { $0.role == .tick }.compactMap(\.text?.string).prefix(4) == ["1", "5", "10", "15"])
  }

  @Test func namesStandAtTheEndsOfTheirLines() throws {
    let scene = Samples.line.figure.scene(width: 720)
    for (name, series) in [("United States 2.82", 0), ("Russia 0.12", 1), ("China −0.84", 2)] {
      let label = try #require(scene.marks.first { $0.text?.string == name })
      let line = try #require(scene.marks.last { $0.role == .line && $0.stroke == .series(series) })
      guard case .polyline(let points) = line.shape, let end = points.last else { continue }
      #expect((label.box.midY - end.y).magnitude < 4)
      #expect(label.box.left > end.x)
    }
  }

  @Test func ribbonsHoldTheirLines() {
    let scene = Samples.line.figure.scene(width: 720)
    #expect(scene.marks.filter { $0.role == .ribbon }.count == 4, "three series, one with a gap")
  }

  @Test func panelsOfOneRowShareTheirFrame() {
    let plots = Samples.multiples.figure.scene(width: 720).plots
    #expect(plots.count == 3)
    #expect(Set(plots.map(\.y)).count == 1 && Set(plots.map(\.width)).count == 1)
    #expect(Set(Samples.multiples.figure.scene(width: 360).plots.map(\.x)).count == 1)
  }

  @Test func aSeriesWithoutDataIsNamedWithItsReason() {
    let words = Samples.multiples.figure.scene(width: 720).marks.compactMap(\.text?.string)
    #expect(words.contains("Russia: no dataset installed"))
  }

  @Test func aSeriesKeepsItsStyleInEveryPanel() {
    let chart = SmallMultiples(
      text: FigureText(title: "t"),
      panels: [
        .init(
          "A", series: [Series("x", years: [1, 2], values: [1, 2]), Series("y", years: [1, 2], values: [2, 1])]),
        .init("B", series: [Series("y", years: [1, 2], values: [2, 1])]),
      ])
    let lines = chart.figure.scene(width: 720).marks.filter { $0.role == .line }.map(\.stroke)
    #expect(lines == [.series(0), .series(1), .series(1)])
  }

  @Test func aSingleYearStandsBetweenItsNeighbours() {
    let chart = LineChart(text: FigureText(title: "t"), series: [Series("a", years: [1990], values: [0.5])])
    let ticks = chart.figure.scene(width: 720).marks.filter { $0.role == .tick }.compactMap(\.text?.string)
    #expect(ticks.contains("1990") && !ticks.contains("2000"), "\(ticks)")
  }

  @Test func aDeclaredRangeIsWidenedToTheData() {
    let chart = LineChart(
      text: FigureText(title: "t"), series: [Series("a", years: [1990, 1991], values: [0.5, 7])], yDomain: 0...1)
    let ticks = chart.figure.scene(width: 720).marks.filter { $0.role == .tick }.compactMap(\.text?.string)
    #expect(ticks.contains("8"))
  }
}
