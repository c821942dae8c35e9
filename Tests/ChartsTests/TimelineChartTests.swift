import Testing

@testable import Charts

struct TimelineChartTests {
  private let text = FigureText(title: "t")

  private func scene(_ bar: TimelineChart.Bar, asOf: Moment? = nil) -> Scene {
    TimelineChart(text: text, lanes: [.init("Treaties", bars: [bar])], asOf: asOf, years: 1945...2005).figure
      .scene(width: 720)
  }

  @Test func anOpenEndHasAnArrowAndAClosedOneDoesNot() {
    let open = scene(.init("2001 treaty", start: Moment(2001, 7, 16)))
    let closed = scene(.init("1950 treaty", start: Moment(1950), end: Moment(1980)))
    #expect(open.marks.filter { $0.role == .marker }.count == 1)
    #expect(closed.marks.filter { $0.role == .marker }.isEmpty)
  }

  @Test func aDeFactoEndSplitsTheBarAtItsDate() throws {
    let split = scene(.init("1950", start: Moment(1950), end: Moment(1980), deFactoEnd: Moment(1963)))
    let bars = split.marks.filter { $0.role == .bar }
    #expect(bars.count == 2)
    let solid = try #require(bars.first { $0.fill == .series(0) }?.box)
    let empty = try #require(bars.first { $0.fill == .none }?.box)
    #expect((solid.right - empty.left).magnitude < 1e-9)
    #expect((solid.width / (solid.width + empty.width) - 13.0 / 30).magnitude < 1e-6)
  }

  @Test func approximateEndsAreHatched() {
    let rough = scene(.init("1950", start: Moment(1950), end: Moment(1963, approximate: true)))
    #expect(rough.marks.filter { $0.role == .hatch }.count == 1)
    let key = rough.marks.compactMap(\.text?.string)
    #expect(key.contains("date approximate"))
  }

  @Test func theAsOfLineStandsAtItsDate() throws {
    let drawn = scene(.init("b", start: Moment(1950), end: Moment(2000)), asOf: Moment(decimalYear: 1975, text: "1975"))
    let line = try #require(drawn.marks.first { $0.role == .reference }?.box)
    let plot = try #require(drawn.plots.first)
    #expect(((line.x - (plot.left + 9)) / (plot.width - 19) - 0.5).magnitude < 0.01)
  }

  @Test func anEmptyLaneSaysWhy() {
    let chart = TimelineChart(
      text: text,
      lanes: [
        .init("A", bars: [.init("b", start: Moment(1950), end: Moment(1960))]),
        .init("B", absent: "not covered: no seat"),
      ])
    #expect(chart.figure.scene(width: 720).marks.compactMap(\.text?.string).contains("not covered: no seat"))
    #expect(chart.figure.csv.contains("B,,,,,,not covered: no seat\n"))
  }

  @Test func whatLiesOutsideIsCounted() {
    let chart = TimelineChart(
      text: text,
      lanes: [
        .init("A", bars: [.init("b", start: Moment(1900), end: Moment(1910))], events: [.init("e", at: Moment(1955))])
      ],
      years: 1950...1960)
    let words = chart.figure.scene(width: 720).marks.compactMap(\.text?.string)
    #expect(words.contains("1 entry lies outside the years shown; see the table."))
  }

  @Test func monthsAreNamedOnAShortAxis() {
    let chart = TimelineChart(
      text: text, lanes: [.init("A", events: [.init("e", at: Moment(2001, 9, 11))])], years: 2001.5...2002.5)
    let ticks = chart.figure.scene(width: 720).marks.filter { $0.role == .tick }.compactMap(\.text?.string)
    #expect(ticks.contains("Jan 2002"))
  }

  @Test func aStretchedAxisSaysSo() {
    let words = Samples.timeline.figure.scene(width: 720).marks.compactMap(\.text?.string)
    #expect(words.contains("years before 1996 drawn closer together"))
  }
}
