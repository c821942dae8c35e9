/// The frame around lines over time: axes, reference lines, end labels, and what could not be shown.
struct TimePlot {
  var series: [Series]
  var years: ClosedRange<Double>
  var domain: ClosedRange<Double>
  var kind: Scale.Kind
  /// The smallest value on top.
  var reversed: Bool
  var format: NumberFormat
  var xFormat: NumberFormat
  var yTitle: String
  var references: [LineChart.Reference]
  var shaded: ClosedRange<Double>?
  var ticks: (Scale) -> [(Double, String)]
  var endLabel: (Series, Double) -> String

  /// The distance of the first and last year from the edges of the plot.
  static let inset = 6.0

  func draw(on canvas: inout Canvas) {
    let labels = EndLabels(
      series.map { one in one.covered.last?.reading.value.map { endLabel(one, $0) } },
      most: max(70, canvas.width * (canvas.isNarrow ? 0.26 : 0.28)))
    let rough = Scale(kind, domain, start: 0, end: 1)
    let left = Canvas.room(for: ticks(rough))
    let right = canvas.width - labels.gutter
    var top = 6.0
    if !yTitle.isEmpty {
      let lines = TextMetrics.wrap(yTitle, width: canvas.width, size: Layout.tick)
      top = canvas.lines(lines, x: 0, top: 0, size: Layout.tick, fill: .muted, role: .heading) + 8
    }
    // A single year stands between its neighbours.
    let reach: Double = years.lowerBound < years.upperBound ? 0 : 1
    let x = Scale(
      .linear, (years.lowerBound - reach)...(years.upperBound + reach), start: left + Self.inset,
      end: right - Self.inset)
    let flags = referenceFlags(x, right: canvas.width)
    let flagDepth = flags.map(\.bottom).max().map { $0 + 6 } ?? 0
    let tall = min(max(canvas.width * 0.46, 230), 320)
    let plot = Box(
      left: left, top: top + flagDepth, right: right, bottom: top + flagDepth + max(tall, labels.height))
    let y =
      reversed
      ? Scale(kind, domain, start: plot.top, end: plot.bottom) : Scale(kind, domain, start: plot.bottom, end: plot.top)
    canvas.plots.append(plot)
    if let shaded = shaded?.clamped(to: years), shaded.lowerBound < shaded.upperBound {
      let box = Box(left: x(shaded.lowerBound), top: plot.top, right: x(shaded.upperBound), bottom: plot.bottom)
      canvas.rect(box, fill: .grid, role: .shade)
    }
    canvas.verticalAxis(y, ticks(y), plot: plot, emphasised: reversed || kind == .log ? nil : 0)
    canvas.line(Point(plot.left, plot.bottom), Point(plot.right, plot.bottom), .muted, role: .axis)
    draw(flags, plot: plot, on: &canvas)
    let lines = LinePlot(series: series, plot: plot, x: x, y: y, step: series.step)
    lines.draw(on: &canvas)
    labels.draw(series.map { $0.covered.last.flatMap(lines.point) }, plot: plot, on: &canvas)
    let axis = Axis.horizontal(x, format: xFormat, within: 0...canvas.width, most: canvas.isNarrow ? 6 : 12)
    let bottom = canvas.horizontalAxis(x, axis, plot: plot, grid: false)
    canvas.height = missing(top: bottom, on: &canvas)
  }

  private func referenceFlags(_ x: Scale, right: Double) -> [LabelPlacement.Flag] {
    let shown = references.filter { $0.x.isFinite && x.contains($0.x) }
    return LabelPlacement.flags(
      shown.map { (x($0.x), $0.label) }, within: 0...right, size: Layout.small, maxWidth: 190
    ).flags
  }

  /// Reference lines with their labels above the plot, the deepest flag highest.
  private func draw(_ flags: [LabelPlacement.Flag], plot: Box, on canvas: inout Canvas) {
    for flag in flags {
      let top = plot.top - 6 - flag.bottom
      canvas.line(Point(flag.x, top + 2), Point(flag.x, plot.bottom), .muted, role: .reference, dash: [3, 3])
      let x = flag.anchor == .start ? flag.x + LabelPlacement.flagPad : flag.x - LabelPlacement.flagPad
      canvas.lines(flag.lines, x: x, top: top, size: Layout.small, anchor: flag.anchor, fill: .muted)
    }
  }

  /// Names the series that have nothing to show.
  private func missing(top: Double, on canvas: inout Canvas) -> Double {
    let absent = series.filter { $0.covered.isEmpty }
    guard !absent.isEmpty else { return top }
    let words = absent.map { "\($0.name) (\($0.observations.first?.reading.reason ?? "no observations"))" }
    let lines = TextMetrics.wrap(
      "Not shown: " + words.joined(separator: "; ") + ".", width: canvas.width, size: Layout.small)
    return canvas.lines(lines, x: 0, top: top + 4, size: Layout.small, fill: .muted, role: .value)
  }
}
