import Testing

@testable import Charts

struct SeriesTests {
  @Test func gapsStayGaps() {
    let series = Series("a", years: [1990, 1991, 1992, 1993, 1996, 1997], values: [1, 2, nil, 4, 5, 6])
    let runs = series.runs(step: 1)
    #expect(runs.map { $0.map(\.x) } == [[1990, 1991], [1993], [1996, 1997]])
  }

  @Test func theReachCanBeDeclared() {
    let series = Series("a", [.init(1990, .value(1)), .init(1995, .value(2))], joinsUpTo: 5)
    #expect(series.runs(step: 1).count == 1)
  }

  @Test func observationsAreOrderedAndFinite() {
    let series = Series("a", [.init(1992, .value(2)), .init(.nan, .value(9)), .init(1990, .value(1))])
    #expect(series.sorted.map(\.x) == [1990, 1992])
    #expect([series].step == 2)
    #expect([series].xDomain == 1990...1992)
    #expect([Series]().step == 1)
  }

  @Test func aGapIsNotDrawn() {
    let chart = LineChart(
      text: FigureText(title: "t"),
      series: [Series("a", years: [1990, 1991, 1992, 1993, 1994], values: [1, 2, nil, 3, 4])])
    let lines = chart.figure.scene(width: 720).marks.filter { $0.role == .line }
    #expect(lines.count == 2)
  }

  @Test func zeroHasNoPlaceOnALogarithmicAxis() {
    let chart = LineChart(
      text: FigureText(title: "t"),
      series: [Series("a", years: [1990, 1991, 1992, 1993], values: [10, 0, 100, 1000])],
      isLogarithmic: true)
    let scene = chart.figure.scene(width: 720)
    #expect(scene.marks.filter { $0.role == .marker }.count == 3)
    #expect(chart.figure.table.rows[1][2] == .number(0))
  }
}
