/// Tick labels that fit and the grid behind the data.
struct Axis: Sendable {
  struct Label: Sendable {
    var value: Double
    var text: String
    var at: Double
    var anchor: TextRun.Anchor
  }

  var labels: [Label]

  /// Labels below a horizontal scale: as many as fit between `bounds` without touching.
  static func horizontal(_ scale: Scale, format: NumberFormat, within bounds: ClosedRange<Double>, most: Int = 12)
    -> Axis
  {
    for count in stride(from: max(most, 2), through: 1, by: -1) {
      let axis = horizontal(scale, format: format, within: bounds, count: count)
      if axis.labels.count <= most + 2, axis.isFree { return axis }
    }
    let first = horizontal(scale, format: format, within: bounds, count: 1).labels.prefix(1)
    return Axis(labels: Array(first))
  }

  private static func horizontal(
    _ scale: Scale, format: NumberFormat, within bounds: ClosedRange<Double>, count: Int
  ) -> Axis {
    let ticks = Self.ticks(scale, format: format, count: count)
    return Axis(
      labels: ticks.map { value, text in
        label(value, text, at: scale(value), within: bounds)
      })
  }

  static func label(_ value: Double, _ text: String, at x: Double, within bounds: ClosedRange<Double>) -> Label {
    let half = TextMetrics.width(text, size: Layout.tick) / 2
    if x - half < bounds.lowerBound { return Label(value: value, text: text, at: bounds.lowerBound, anchor: .start) }
    if x + half > bounds.upperBound { return Label(value: value, text: text, at: bounds.upperBound, anchor: .end) }
    return Label(value: value, text: text, at: x, anchor: .middle)
  }

  static func ticks(_ scale: Scale, format: NumberFormat, count: Int) -> [(Double, String)] {
    switch scale.kind {
    case .log:
      return Ticks.log(scale.domain, count: count).values.map { ($0, format.tick($0, step: $0)) }
    case .linear:
      let ticks = Ticks.nice(scale.domain, count: count, whole: format == .year)
      return ticks.values.map { ($0, format.tick($0, step: ticks.step)) }
    }
  }

  /// Whether neighbouring labels keep their distance.
  var isFree: Bool {
    let boxes = labels.map {
      TextRun(string: $0.text, at: Point($0.at, 0), size: Layout.tick, anchor: $0.anchor).box
    }
    return zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 8 <= $1.left }
  }
}

extension Canvas {
  /// Vertical grid lines over `plot` and tick labels below it; the bottom of the labels.
  @discardableResult
  mutating func horizontalAxis(_ scale: Scale, _ axis: Axis, plot: Box, grid: Bool) -> Double {
    for label in axis.labels {
      let x = scale(label.value)
      if grid {
        line(Point(x, plot.top), Point(x, plot.bottom), .grid, role: .grid)
      } else {
        line(Point(x, plot.bottom), Point(x, plot.bottom + 4), .muted, role: .axis)
      }
      text(
        label.text, at: Point(label.at, plot.bottom + 6 + Layout.tick * 0.9), size: Layout.tick, anchor: label.anchor,
        fill: .muted, role: .tick)
    }
    return plot.bottom + 8 + Layout.leading(Layout.tick)
  }

  /// Horizontal grid lines over `plot` and tick labels left of it.
  mutating func verticalAxis(_ scale: Scale, _ ticks: [(Double, String)], plot: Box, emphasised: Double? = nil) {
    for (value, label) in ticks {
      let y = scale(value)
      let strong = value == emphasised
      line(Point(plot.left, y), Point(plot.right, y), strong ? .muted : .grid, role: .grid)
      text(
        label, at: Point(plot.left - 7, y + Layout.tick * 0.35), size: Layout.tick, anchor: .end, fill: .muted,
        role: .tick)
    }
  }

  /// The room tick labels need left of a plot.
  static func room(for ticks: [(Double, String)]) -> Double {
    (ticks.map { TextMetrics.width($0.1, size: Layout.tick) }.max() ?? 0) + 9
  }

  /// A paragraph instead of a plot.
  mutating func emptyPlot(_ lines: [String]) {
    let height = max(60, Layout.height(of: lines.count) + 28)
    let box = Box(x: 0.5, y: 0.5, width: width - 1, height: height)
    rect(box, fill: .none, stroke: .grid, role: .axis, radius: 3)
    self.lines(lines, x: 14, top: 14, fill: .muted, role: .value)
    self.height = height + 2
  }
}
