/// Lines, ribbons and markers of several series in one plot, shared by the charts over time.
struct LinePlot: Sendable {
  var series: [Series]
  var plot: Box
  var x: Scale
  var y: Scale
  var step: Double

  func draw(on canvas: inout Canvas) {
    for (index, one) in series.enumerated() {
      for run in one.runs(step: step) { ribbon(run, index, on: &canvas) }
    }
    for (index, one) in series.enumerated() {
      let style = Palette.style(index)
      let runs = one.runs(step: step)
      for run in runs {
        canvas.polyline(run.compactMap(point), .series(index), role: .line, width: 2, dash: style.dash)
      }
      for run in runs { markers(run, style, index, on: &canvas) }
    }
  }

  private func ribbon(_ run: [Series.Observation], _ index: Int, on canvas: inout Canvas) {
    let banded = run.filter { $0.reading.interval != nil }
    let upper = banded.compactMap { o in o.reading.interval.map { Point(x(o.x), y($0.upperBound)) } }
    let lower = banded.compactMap { o in o.reading.interval.map { Point(x(o.x), y($0.lowerBound)) } }
    if banded.count == 1, let top = upper.first, let bottom = lower.first {
      canvas.line(top, bottom, .series(index), role: .whisker, width: 1.5)
    }
    canvas.polygon(upper + lower.reversed(), fill: .series(index), role: .ribbon, opacity: 0.16)
  }

  private func markers(_ run: [Series.Observation], _ style: SeriesStyle, _ index: Int, on canvas: inout Canvas) {
    let spacing = step * (x.end - x.start) / (x.high - x.low)
    let every = max(1, Int((16 / max(spacing, 0.1)).rounded(.up)))
    for (position, observation) in run.enumerated() {
      let isEnd = position == run.count - 1 || position == 0
      guard isEnd || (position % every == 0 && position + every <= run.count) else { continue }
      if let point = point(observation) { canvas.marker(style.marker, at: point, radius: 3.2, .series(index)) }
    }
  }

  func point(_ observation: Series.Observation) -> Point? {
    observation.reading.value.map { Point(x(observation.x), y($0)) }
  }
}

/// Names at the ends of lines.
struct EndLabels: Sendable {
  struct Item: Sendable {
    var index: Int
    var lines: [String]
    var height: Double { Layout.height(of: lines.count, size: Layout.tick) }
  }

  var items: [Item]
  var width: Double

  static let gap = 16.0

  /// Wraps the labels of series that have a value to at most `most` pixels.
  init(_ labels: [String?], most: Double) {
    items = labels.enumerated().compactMap { index, label in
      label.map { Item(index: index, lines: TextMetrics.wrap($0, width: most, size: Layout.tick, maxLines: 4)) }
    }
    width = items.flatMap(\.lines).map { TextMetrics.width($0, size: Layout.tick) }.max() ?? 0
  }

  /// The room right of a plot, text and distance.
  var gutter: Double { items.isEmpty ? Layout.edge : width + Self.gap + 2 }

  /// The height the labels need at least.
  var height: Double { items.map { $0.height + 2 }.reduce(0, +) }

  /// Draws the labels right of `plot`, each as near to its line's end as the others allow.
  func draw(_ ends: [Point?], plot: Box, on canvas: inout Canvas) {
    let placed = items.compactMap { item in ends[item.index].map { (item, $0) } }
    let centers = LabelPlacement.spread(
      placed.map { $0.1.y }, heights: placed.map(\.0.height), within: (plot.top - 6)...(plot.bottom + 6))
    for ((item, end), center) in zip(placed, centers) {
      let x = plot.right + Self.gap
      let isAtEdge = end.x > plot.right - TimePlot.inset - 2
      if !isAtEdge || (center - end.y).magnitude > 3 {
        let start = Point(end.x + 6, end.y)
        let elbow = Point(max(start.x, plot.right + 3), end.y)
        canvas.polyline(
          [start, elbow, Point(x - 3, center)], .series(item.index), role: .leader, width: 1,
          dash: isAtEdge ? [] : [1, 3])
      }
      canvas.lines(item.lines, x: x, top: center - item.height / 2, size: Layout.tick, role: .label)
    }
  }
}
