/// Line charts of several measures beside each other on one time axis.
///
/// Each panel has its own vertical scale unless `sharesY`; a series keeps its colour, dashes and marker in all panels, by name.
/// Not for comparing levels between panels that do not share a scale.
public struct SmallMultiples: Drawable {
  public struct Panel: Hashable, Sendable {
    public var title: String
    /// What is measured, in which unit.
    public var detail: String
    public var series: [Series]
    public var format: NumberFormat

    public init(_ title: String, detail: String = "", series: [Series], format: NumberFormat = .compact) {
      self.title = title
      self.detail = detail
      self.series = series
      self.format = format
    }
  }

  public var text: FigureText
  public var panels: [Panel]
  public var sharesY: Bool
  public var includesZero: Bool

  public init(text: FigureText, panels: [Panel], sharesY: Bool = false, includesZero: Bool = true) {
    self.text = text
    self.panels = panels
    self.sharesY = sharesY
    self.includesZero = includesZero
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    DataTable(
      columns: ["panel", "series", "year"] + Reading.columns,
      rows: panels.flatMap { panel in panel.series.table(x: "year").rows.map { [.text(panel.title)] + $0 } })
  }

  package var summary: String {
    guard !panels.isEmpty else { return "Small multiples without data." }
    return panels.map { "\($0.title). \($0.series.summary(format: $0.format))." }.joined(separator: " ")
  }

  /// The names of all series in order of first appearance: a name's place is its style.
  private var names: [String] {
    var out: [String] = []
    for name in panels.flatMap({ $0.series.map(\.name) }) where !out.contains(name) { out.append(name) }
    return out
  }

  private static let gap = 28.0
  private static let leastPanel = 190.0

  package func draw(on canvas: inout Canvas) {
    guard !panels.isEmpty, let years = panels.flatMap(\.series).xDomain else { return canvas.emptyPlot(["No data."]) }
    let names = names
    var top = canvas.key(
      Key(names.enumerated().map { (.line(Palette.style($0.offset), $0.offset), $0.element) }), top: 2)
    let fitting = Int((canvas.width + Self.gap) / (Self.leastPanel + Self.gap))
    let columns = max(1, min(panels.count, fitting))
    let panelWidth = (canvas.width - Double(columns - 1) * Self.gap) / Double(columns)
    let shared = sharesY ? panels.flatMap(\.series).extent : nil
    let plans = panels.map { plan($0, names: names, extent: shared ?? $0.series.extent, width: panelWidth) }
    let room = plans.compactMap { $0.map { Canvas.room(for: $0.ticks) } }.max() ?? 0
    let gutter = plans.compactMap { $0?.labels.gutter }.max() ?? 0
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = Array(panels[start..<min(start + columns, panels.count)])
      let heads = row.map { head($0, width: panelWidth) }
      let headHeight = heads.map(\.height).max() ?? 0
      var bottom = top
      for (position, panel) in row.enumerated() {
        let left = Double(position) * (panelWidth + Self.gap)
        let head = heads[position]
        let middle = canvas.lines(head.title, x: left, top: top, bold: true, role: .heading)
        canvas.lines(head.detail, x: left, top: middle, size: Layout.small, fill: .muted, role: .heading)
        let frame = Box(x: left, y: top + headHeight + 8, width: panelWidth, height: columns == 1 ? 150 : 170)
        let inner = Box(left: frame.left + room, top: frame.top, right: frame.right - gutter, bottom: frame.bottom)
        let end = draw(panel, plans[start + position], years: years, frame: frame, plot: inner, on: &canvas)
        bottom = max(bottom, end)
      }
      top = bottom + 16
    }
    canvas.height = top - 12
  }

  private func head(_ panel: Panel, width: Double) -> (title: [String], detail: [String], height: Double) {
    let title = TextMetrics.wrap(panel.title, width: width, size: Layout.label, bold: true, maxLines: 3)
    let detail = TextMetrics.wrap(panel.detail, width: width, size: Layout.small, maxLines: 3)
    return (title, detail, Layout.height(of: title.count) + Layout.height(of: detail.count, size: Layout.small))
  }

  /// What a panel needs before the panels can be aligned.
  private struct Plan {
    var series: [Series]
    var domain: ClosedRange<Double>
    var ticks: [(Double, String)]
    var labels: EndLabels
  }

  private func plan(_ panel: Panel, names: [String], extent: ClosedRange<Double>?, width: Double) -> Plan? {
    guard let extent, panel.series.extent != nil else { return nil }
    let domain = LineChart.domain(extent, kind: .linear, includesZero: includesZero, count: 4)
    let series = names.map { name in panel.series.first { $0.name == name } ?? Series(name, []) }
    let labels = series.map { $0.covered.last?.reading.value.map { panel.format($0) } }
    return Plan(
      series: series, domain: domain,
      ticks: Axis.ticks(Scale(.linear, domain, start: 0, end: 1), format: panel.format, count: 4),
      labels: EndLabels(labels, most: width * 0.3))
  }

  private func draw(
    _ panel: Panel, _ plan: Plan?, years: ClosedRange<Double>, frame: Box, plot: Box, on canvas: inout Canvas
  ) -> Double {
    guard let plan else {
      let words = LineChart.absence(panel.series)
      let lines = TextMetrics.wrap(words, width: frame.width, size: Layout.tick)
      return canvas.lines(lines, x: frame.left, top: frame.top, size: Layout.tick, fill: .muted, role: .value)
    }
    var plot = plot
    plot.height = max(plot.height, plan.labels.height)
    canvas.plots.append(plot)
    let x = Scale(.linear, years, start: plot.left + TimePlot.inset, end: plot.right - TimePlot.inset)
    let y = Scale(.linear, plan.domain, start: plot.bottom, end: plot.top)
    canvas.verticalAxis(y, plan.ticks, plot: plot, emphasised: 0)
    canvas.line(Point(plot.left, plot.bottom), Point(plot.right, plot.bottom), .muted, role: .axis)
    let lines = LinePlot(series: plan.series, plot: plot, x: x, y: y, step: panel.series.step)
    lines.draw(on: &canvas)
    plan.labels.draw(plan.series.map { $0.covered.last.flatMap(lines.point) }, plot: plot, on: &canvas)
    let axis = Axis.horizontal(x, format: .year, within: frame.left...frame.right, most: 4)
    let bottom = canvas.horizontalAxis(x, axis, plot: plot, grid: false)
    return absent(panel, frame: frame, on: &canvas, top: bottom)
  }

  /// Names the series that this panel has nothing of.
  private func absent(_ panel: Panel, frame: Box, on canvas: inout Canvas, top: Double) -> Double {
    let words = panel.series.filter { $0.covered.isEmpty }
      .map { "\($0.name): \($0.observations.first?.reading.reason ?? "no observations")" }
    guard !words.isEmpty else { return top }
    let lines = TextMetrics.wrap(words.joined(separator: "; "), width: frame.width, size: Layout.small)
    return canvas.lines(lines, x: frame.left, top: top, size: Layout.small, fill: .muted, role: .value)
  }
}
