import Testing

@testable import Charts

/// Stacked shares: areas add up, gaps stay gaps, names stand on their areas.
struct StackedShareChartTests {
  static let widths = [240.0, 360, 720]

  private func areas(_ scene: Scene) -> [(paint: Paint, points: [Point])] {
    scene.marks.compactMap { mark in
      guard mark.role == .area, case .polygon(let points) = mark.shape else { return nil }
      return (mark.fill, points)
    }
  }

  /// How thick a polygon is at its vertices at x; 0 where it has none.
  private func thickness(_ points: [Point], at x: Double) -> Double {
    let ys = points.filter { ($0.x - x).magnitude < 0.01 }.map(\.y)
    guard let low = ys.min(), let high = ys.max() else { return 0 }
    return high - low
  }

  @Test(arguments: widths)
  func areasAddUpToTheHeightOfThePlotInEveryCoveredYear(width: Double) throws {
    let scene = Samples.stacked.figure.scene(width: width)
    let plot = try #require(scene.plots.first)
    let x = Scale(.linear, 1950...1980, start: plot.left, end: plot.right)
    for year in 1950...1980 {
      let sum: Double = areas(scene).map { thickness($0.points, at: x(Double(year))) }.reduce(0, +)
      let expected = (1960...1962).contains(year) ? 0 : plot.height
      #expect((sum - expected).magnitude < 0.2, "\(year): \(sum) of \(expected)")
    }
  }

  @Test func thicknessIsTheShare() throws {
    let scene = Samples.stacked.figure.scene(width: 720)
    let plot = try #require(scene.plots.first)
    let veto = areas(scene).filter { $0.paint == .series(3) }
    let marriage = areas(scene).filter { $0.paint == .series(2) }
    #expect(veto.count == 2 && marriage.count == 2, "two stretches")
    let end = veto.map { thickness($0.points, at: plot.right) }.reduce(0, +)
    let start = marriage.map { thickness($0.points, at: plot.left) }.reduce(0, +)
    #expect((end / plot.height - 0.7).magnitude < 1e-6)
    #expect((start / plot.height - 0.8).magnitude < 1e-6)
  }

  @Test func aGapIsMarkedAndExplained() throws {
    let scene = Samples.stacked.figure.scene(width: 720)
    let plot = try #require(scene.plots.first)
    let x = Scale(.linear, 1950...1980, start: plot.left, end: plot.right)
    for area in areas(scene) {
      let box = Box(
        left: area.points.map(\.x).min() ?? 0, top: plot.top, right: area.points.map(\.x).max() ?? 0,
        bottom: plot.bottom)
      #expect(box.right <= x(1959) + 0.01 || box.left >= x(1963) - 0.01)
    }
    let dashed = scene.marks.first { $0.role == .shade && $0.fill == .none }
    #expect(
      ((dashed?.box.left ?? 0) - x(1959)).magnitude < 0.01 && ((dashed?.box.right ?? 0) - x(1963)).magnitude < 0.01)
    let words = scene.marks.compactMap(\.text?.string)
    #expect(words.contains("Not covered: 1960–1962 (not all three were members)."))
    #expect(words.contains("covered"))
  }

  @Test(arguments: widths)
  func everyPartIsNamedOnItsAreaOrAbove(width: Double) throws {
    let scene = Samples.stacked.figure.scene(width: width)
    let plot = try #require(scene.plots.first)
    let above = scene.marks.compactMap(\.text).filter { $0.box.bottom <= plot.top }.map(\.string).joined(separator: " ")
    let inside = scene.marks.compactMap(\.text).filter { plot.contains($0.box) }.map(\.string).joined(separator: " ")
    for part in Samples.stacked.parts.map(\.name) {
      #expect(inside.contains(part) != above.contains(part), "\(part) at \(width)")
    }
    #expect(above.contains("ménage à trois: never"))
    #expect(above.contains("romantic triangle: at most 4\u{A0}%, 1980"))
  }

  @Test(arguments: widths)
  func aNameStandsOnItsOwnArea(width: Double) throws {
    let scene = Samples.stacked.figure.scene(width: width)
    for (index, part) in Samples.stacked.parts.enumerated() {
      guard let text = scene.marks.compactMap(\.text).first(where: { $0.string == part.name }) else { continue }
      let style = Samples.stacked.style(index)
      let own = areas(scene).filter { $0.paint == style.paint }
      let box = text.box
      let holds = own.contains { area in
        let inside = area.points.filter { $0.x > box.left && $0.x < box.right }
        let half = area.points.count / 2
        let top = inside.filter { p in area.points.prefix(half).contains(p) }.map(\.y).max() ?? -.infinity
        let bottom = inside.filter { p in area.points.suffix(half).contains(p) }.map(\.y).min() ?? .infinity
        let spans = (area.points.map(\.x).min() ?? 0) <= box.left && (area.points.map(\.x).max() ?? 0) >= box.right
        return spans && top <= box.top + 1 && bottom >= box.bottom - 1
      }
      #expect(holds, "\(part.name) at \(width)")
    }
  }

  @Test func areasDifferByTextureAndTheRemainderHasNone() {
    let textures = (0..<4).map { Samples.stacked.style($0).texture }
    #expect(Set(textures).count == 4 && !textures.contains(.plain))
    #expect(Samples.stacked.style(4).texture == .plain && Samples.stacked.style(4).paint == .shade)
  }

  @Test func linesShareTheYearsAndLookLikeNoPart() throws {
    let scene = Samples.stacked.figure.scene(width: 720)
    try #require(scene.plots.count == 2)
    #expect(scene.plots[0].left == scene.plots[1].left && scene.plots[0].right == scene.plots[1].right)
    let lines = scene.marks.filter { $0.role == .line }
    #expect(lines.count == 2 && lines.allSatisfy { $0.stroke == .series(4) }, "before and after the gap")
  }

  @Test func aYearOfItsOwnHasWidthAndImpossibleSharesAreSaid() throws {
    let chart = StackedShareChart(
      text: FigureText(title: "t"),
      parts: [
        Series("a", years: [1950, 1951, 1952, 1953, 1954, 1955], values: [0.5, nil, 0.2, nil, 0.9, -0.1]),
        Series("b", years: [1950, 1951, 1952, 1953, 1954, 1955], values: [0.5, 0.5, 0.8, 0.5, 0.2, 0.5]),
      ])
    let scene = chart.figure.scene(width: 720)
    let widths = areas(scene).map { ($0.points.map(\.x).max() ?? 0) - ($0.points.map(\.x).min() ?? 0) }
    #expect(widths.count == 4 && widths.allSatisfy { $0 > 20 })
    let words = scene.marks.compactMap(\.text?.string).joined(separator: " ")
    #expect(words.contains("1954 (the shares add up to more than 1); 1955 (a is below 0)"), "\(words)")
  }

  @Test func aSingleYearFillsThePlot() throws {
    let chart = StackedShareChart(
      text: FigureText(title: "t"),
      parts: [
        Series("one part", years: [1990], values: [0.7]), Series("the other", years: [1990], values: [0.3]),
      ])
    let scene = chart.figure.scene(width: 720)
    let plot = try #require(scene.plots.first)
    for area in areas(scene) {
      #expect((area.points.map(\.x).min() ?? 0) == plot.left && (area.points.map(\.x).max() ?? 0) == plot.right)
    }
    let words = scene.marks.compactMap(\.text?.string)
    #expect(words.contains("one part") && words.contains("1990") && !words.contains("not"), "\(words)")
  }

  @Test func tableAndDescriptionAreWrittenFromTheData() {
    let figure = Samples.stacked.figure
    #expect(figure.table.columns == ["series", "year", "value", "low", "high", "coverage"])
    #expect(figure.table.rows.count == 31 * 6)
    #expect(figure.csv.contains("stable marriage,1961,,,,not all three were members\n"))
    #expect(
      figure.description.hasPrefix(
        "Stacked shares, 1950 to 1980. Largest: stable marriage 1950 to 1959; not covered 1960 to 1962; stable marriage 1963 to 1966; "
      ), "\(figure.description)")
    #expect(figure.description.hasSuffix("Below: balanced: 80\u{A0}% in 1950, 0\u{A0}% in 1980."))
  }
}
