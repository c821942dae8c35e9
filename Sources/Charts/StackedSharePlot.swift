/// The frame of a stacked share chart: areas with names on them, gaps, and the lines below.
struct StackedSharePlot {
  var chart: StackedShareChart
  var stacks: ShareStacks
  var years: ClosedRange<Double>

  func draw(on canvas: inout Canvas) {
    let ticks = Axis.ticks(Scale(.linear, 0...1, start: 0, end: 1), format: .percent(), count: 5)
    let lines = chart.lines.flatMap { SharedLines($0, styles: styled, width: canvas.width) }
    let left = max(Canvas.room(for: ticks), lines.map { Canvas.room(for: $0.ticks) } ?? 0)
    let right = canvas.width - (lines?.labels.gutter ?? Layout.edge)
    let x = Scale(.linear, years, start: left, end: right)
    let height = min(max(canvas.width * 0.36, 200), 260)
    var plot = Box(x: left, y: 0, width: right - left, height: height)
    let names = names(bands(x, plot))
    plot.y = head(names, on: &canvas)
    canvas.plots.append(plot)
    let bands = bands(x, plot)
    areas(bands, on: &canvas)
    gaps(bands, plot, on: &canvas)
    canvas.verticalAxis(Scale(.linear, 0...1, start: plot.bottom, end: plot.top), ticks, plot: plot, emphasised: 0)
    for name in self.names(bands) { name?.draw(on: &canvas) }
    let axis = Axis.horizontal(x, format: .year, within: 0...canvas.width, most: canvas.isNarrow ? 6 : 12)
    guard let lines else {
      let bottom = canvas.horizontalAxis(x, axis, plot: plot, grid: false)
      canvas.height = absent(top: foot(top: bottom, on: &canvas), on: &canvas)
      return
    }
    for label in axis.labels {
      let at = x(label.value)
      canvas.line(Point(at, plot.bottom), Point(at, plot.bottom + 4), .muted, role: .axis)
    }
    let bottom = lines.draw(x, axis, top: plot.bottom + 16, on: &canvas)
    canvas.height = foot(top: bottom, on: &canvas)
  }

  /// How many colours the areas use.
  private var styled: Int { chart.parts.count - (chart.endsWithRemainder ? 1 : 0) }

  private func names(_ bands: [AreaBand]) -> [AreaName?] {
    chart.parts.indices.map { part in AreaName(chart.parts[part].name, on: bands.filter { $0.part == part }) }
  }

  /// The title of the axis and the parts that have no room for their names; the top of the plot.
  private func head(_ names: [AreaName?], on canvas: inout Canvas) -> Double {
    var top = 6.0
    if !chart.yTitle.isEmpty {
      let lines = TextMetrics.wrap(chart.yTitle, width: canvas.width, size: Layout.tick)
      top = canvas.lines(lines, x: 0, top: 0, size: Layout.tick, fill: .muted, role: .heading) + 8
    }
    let thin = chart.parts.indices.filter { names[$0] == nil }
    guard !thin.isEmpty else { return top }
    let items = thin.compactMap { part -> (sample: Key.Sample, label: String)? in
      guard let peak = stacks.peak(part) else { return nil }
      let style = chart.style(part)
      let share = peak.share < 0.005 ? "under 1\u{A0}%" : "at most \(NumberFormat.percent()(peak.share))"
      let most = peak.share > 0 ? "\(share), \(NumberFormat.year(peak.x))" : "never"
      return (.area(style.paint, style.texture), "\(chart.parts[part].name): \(most)")
    }
    return canvas.key(Key(items), top: top - 4) + 6
  }

  /// The shapes of all parts; a year that stands alone is as wide as the distance between years.
  private func bands(_ x: Scale, _ plot: Box) -> [AreaBand] {
    let y = Scale(.linear, 0...1, start: plot.bottom, end: plot.top)
    let half: Double = stacks.step / 2 * (x.end - x.start) / (x.high - x.low)
    return stacks.runs.flatMap { run -> [AreaBand] in
      let spread: [(at: Double, column: ShareStacks.Column)] =
        run.count == 1
        ? [-half, half].map { (min(max(x(run[0].x) + $0, plot.left), plot.right), run[0]) }
        : run.map { (x($0.x), $0) }
      return chart.parts.indices.map { part in
        AreaBand(
          part: part, upper: spread.map { Point($0.at, y($0.column.tops[part])) },
          lower: spread.map { Point($0.at, y($0.column.bottom(part))) })
      }
    }
  }

  private func areas(_ bands: [AreaBand], on canvas: inout Canvas) {
    for band in bands where band.thickness > 0.05 {
      let style = chart.style(band.part)
      canvas.area(band.polygon, style.paint, style.texture)
    }
    for band in bands where band.thickness > 0.05 && band.part < chart.parts.count - 1 {
      canvas.polyline(band.upper, .ink, role: .grid, width: 1)
    }
  }

  /// Marks the years without areas.
  private func gaps(_ bands: [AreaBand], _ plot: Box, on canvas: inout Canvas) {
    var start = plot.left
    let covered = bands.filter { $0.part == 0 }.compactMap { band in
      band.upper.first.flatMap { first in band.upper.last.map { (first.x, $0.x) } }
    }
    for (from, to) in covered + [(plot.right, plot.right)] {
      let gap = Box(left: start, top: plot.top, right: from, bottom: plot.bottom)
      start = max(start, to)
      guard gap.width > 2 else { continue }
      canvas.rect(gap, fill: .none, stroke: .grid, role: .shade, dash: [3, 3])
      let lines = TextMetrics.wrap("not covered", width: 44, size: Layout.small)
      let width = lines.map { TextMetrics.width($0, size: Layout.small) }.max() ?? 0
      guard gap.width > width + 8 else { continue }
      canvas.lines(
        lines, x: gap.midX, top: gap.midY - Layout.height(of: lines.count, size: Layout.small) / 2,
        size: Layout.small, anchor: .middle, fill: .muted, role: .value)
    }
  }

  /// Says which years are not covered, and why.
  private func foot(top: Double, on canvas: inout Canvas) -> Double {
    let gaps = stacks.gaps.map { gap in
      let years = [gap.first, gap.last].map { NumberFormat.year($0) }
      return (years[0] == years[1] ? years[0] : "\(years[0])–\(years[1])") + " (\(gap.reason))"
    }
    guard !gaps.isEmpty else { return top }
    let lines = TextMetrics.wrap(
      "Not covered: " + gaps.joined(separator: "; ") + ".", width: canvas.width, size: Layout.small)
    return canvas.lines(lines, x: 0, top: top + 4, size: Layout.small, fill: .muted, role: .value)
  }

  /// Names the lines that have nothing to show.
  private func absent(top: Double, on canvas: inout Canvas) -> Double {
    guard let lines = chart.lines else { return top }
    let words = TextMetrics.wrap(
      "Not shown: \(lines.title). \(LineChart.absence(lines.series))", width: canvas.width, size: Layout.small)
    return canvas.lines(words, x: 0, top: top + 4, size: Layout.small, fill: .muted, role: .value)
  }
}

/// Lines on the years of another plot above them.
struct SharedLines {
  var chart: StackedShareChart.Lines
  /// The series behind as many empty ones as there are styles in use above.
  var series: [Series]
  var domain: ClosedRange<Double>
  var ticks: [(Double, String)]
  var labels: EndLabels

  /// - Parameter styles: colours that stand for something else above.
  init?(_ chart: StackedShareChart.Lines, styles: Int, width: Double) {
    guard let data = chart.series.extent else { return nil }
    let extent = chart.yDomain.map { min($0.lowerBound, data.lowerBound)...max($0.upperBound, data.upperBound) } ?? data
    let domain = LineChart.domain(extent, kind: .linear, includesZero: chart.yDomain == nil, count: 3)
    self.chart = chart
    self.domain = domain
    series = Array(repeating: Series("", []), count: styles) + chart.series
    ticks = Axis.ticks(Scale(.linear, domain, start: 0, end: 1), format: chart.format, count: 3)
    let isAlone = chart.series.count == 1
    labels = EndLabels(
      series.map { one in
        one.covered.last?.reading.value.map { (isAlone ? "" : "\(one.name) ") + chart.format($0) }
      }, most: width * 0.26)
  }

  /// Draws title, lines and years; the bottom.
  func draw(_ x: Scale, _ axis: Axis, top: Double, on canvas: inout Canvas) -> Double {
    let words = TextMetrics.wrap(chart.title, width: canvas.width, size: Layout.tick)
    let start = canvas.lines(words, x: 0, top: top, size: Layout.tick, fill: .muted, role: .heading) + 8
    let height = max(canvas.isNarrow ? 90 : 110, labels.height)
    let plot = Box(left: x.start, top: start, right: x.end, bottom: start + height)
    canvas.plots.append(plot)
    let y = Scale(.linear, domain, start: plot.bottom, end: plot.top)
    canvas.verticalAxis(y, ticks, plot: plot, emphasised: 0)
    let lines = LinePlot(series: series, plot: plot, x: x, y: y, step: chart.series.step)
    lines.draw(on: &canvas)
    labels.draw(series.map { $0.covered.last.flatMap(lines.point) }, plot: plot, on: &canvas)
    return canvas.horizontalAxis(x, axis, plot: plot, grid: false)
  }
}
