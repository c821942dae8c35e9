/// Draws the lanes of a timeline from top to bottom.
struct TimelineLayout {
  let chart: TimelineChart
  let isNarrow: Bool
  let x: Scale
  let laneLeft: Double
  let right: Double
  private let nameWidth: Double

  static let barHeight = 12.0
  private static let lanePad = 9.0
  /// What the years before `detailFrom` get of the axis.
  private static let compressedShare = 0.3

  init(chart: TimelineChart, domain: ClosedRange<Double>, width: Double, isNarrow: Bool) {
    self.chart = chart
    self.isNarrow = isNarrow
    let widest = chart.lanes.map { TextMetrics.width($0.name, size: Layout.label, bold: true) }.max() ?? 0
    nameWidth = isNarrow ? width : min(widest, width * 0.19)
    laneLeft = isNarrow ? 2 : nameWidth + 16
    right = width - 2
    x = Scale(
      domain, knee: chart.detailFrom ?? domain.lowerBound, share: Self.compressedShare, start: laneLeft + 9,
      end: right - 10)
  }

  func draw(on canvas: inout Canvas) {
    var top = canvas.key(Key(keyItems), top: 2)
    if let asOf = chart.asOf, x.contains(asOf.decimalYear) {
      let words = "as of \(asOf.text)"
      let half = TextMetrics.width(words, size: Layout.small, bold: true) / 2
      let at = min(max(x(asOf.decimalYear), laneLeft + half), right - half)
      canvas.text(words, at: Point(at, top + 11), size: Layout.small, bold: true, anchor: .middle)
      top += 18
    }
    let plotTop = top
    let firstMark = canvas.marks.count
    for lane in chart.lanes {
      canvas.line(Point(0, top), Point(right, top), .grid, role: .axis)
      top += Self.lanePad
      let laneTop = top
      if isNarrow {
        top =
          canvas.lines(
            TextMetrics.wrap(lane.name, width: nameWidth, size: Layout.label, bold: true), x: 0, top: top, bold: true,
            role: .heading) + 2
      } else {
        top = canvas.lines(
          TextMetrics.wrap(lane.name, width: nameWidth, size: Layout.label, bold: true), x: 0, top: top, bold: true,
          role: .heading)
      }
      let bottom = draw(lane, on: &canvas, top: isNarrow ? top : laneTop)
      top = max(top, bottom) + Self.lanePad
    }
    let plot = Box(left: laneLeft, top: plotTop, right: right, bottom: top)
    canvas.plots.append(plot)
    canvas.line(Point(laneLeft, top), Point(right, top), .muted, role: .axis)
    if let asOf = chart.asOf, x.contains(asOf.decimalYear) {
      let texts = canvas.marks[firstMark...].compactMap(\.text?.box)
      canvas.verticalLine(x(asOf.decimalYear), from: plotTop, to: top, around: texts)
    }
    var bottom = canvas.horizontalAxis(x, timeAxis(canvas.width), plot: plot, grid: false)
    if let knee = x.knee { bottom = mark(knee, plot: plot, on: &canvas, top: bottom) }
    canvas.height = outside(on: &canvas, top: bottom)
  }

  private var keyItems: [(sample: Key.Sample, label: String)] {
    var items: [(sample: Key.Sample, label: String)] = []
    let used = chart.kinds.indices.filter { kind in
      chart.lanes.contains { $0.events.contains { $0.kind == kind } }
    }
    if used.count > 1 {
      items += used.map { kind in
        (.marker(Palette.style(kind).marker, .series(kind), hollow: false), chart.kinds[kind])
      }
    }
    let bars = chart.lanes.flatMap(\.bars)
    if bars.contains(where: { $0.deFactoEnd != nil }) { items.append((.dashedBlock, "on paper only")) }
    if bars.contains(where: { [$0.start, $0.end, $0.deFactoEnd].contains { $0?.isApproximate ?? false } }) {
      items.append((.hatch(.series(0)), "date approximate"))
    }
    return items
  }

  /// Marks where the scale changes: two strokes across the axis and words below it.
  private func mark(_ knee: Point, plot: Box, on canvas: inout Canvas, top: Double) -> Double {
    for shift in [-2.0, 2.0] {
      canvas.line(
        Point(knee.y + shift - 3, plot.bottom + 6), Point(knee.y + shift + 3, plot.bottom - 6), .ink, role: .axis,
        width: 1.2)
    }
    let words = "years before \(NumberFormat.year(knee.x)) drawn closer together"
    canvas.text(
      words, at: Point(laneLeft + 4, top + Layout.small * 0.8), size: Layout.small, fill: .muted, role: .heading)
    return top + Layout.leading(Layout.small)
  }

  private func timeAxis(_ width: Double) -> Axis {
    if let knee = x.knee {
      let before = Scale(.linear, x.low...knee.x, start: x.start, end: knee.y)
      let after = Scale(.linear, knee.x...x.high, start: knee.y, end: x.end)
      let right = Axis.horizontal(after, format: .year, within: laneLeft...width, most: isNarrow ? 4 : 9)
      let edge = (right.labels.first?.at ?? knee.y) - 26
      let left = Axis.horizontal(
        before, format: .year, within: laneLeft...max(edge, laneLeft + 1), most: isNarrow ? 2 : 4)
      return Axis(labels: left.labels.filter { $0.at + 20 < edge + 8 && $0.value < knee.x } + right.labels)
    }
    guard x.high - x.low < 2.5 else {
      return Axis.horizontal(x, format: .year, within: laneLeft...width, most: isNarrow ? 6 : 11)
    }
    for months in [1, 2, 3, 6, 12] {
      let first = Int((x.low * 12 / Double(months)).rounded(.up))
      let last = Int((x.high * 12 / Double(months)).rounded(.down))
      guard first <= last else { continue }
      let labels = (first...last).map { index -> Axis.Label in
        let month = index * months
        let year = Int((Double(month) / 12).rounded(.down))
        let value = Double(month) / 12
        return Axis.label(value, "\(Moment.months[month - year * 12]) \(year)", at: x(value), within: laneLeft...width)
      }
      let axis = Axis(labels: labels)
      if axis.isFree { return axis }
    }
    return Axis.horizontal(x, format: .year, within: laneLeft...width, most: 6)
  }

  private func draw(_ lane: TimelineChart.Lane, on canvas: inout Canvas, top: Double) -> Double {
    let bars = lane.bars.filter(isShown)
    let events = lane.events.filter { x.contains($0.at.decimalYear) }
    guard !bars.isEmpty || !events.isEmpty else {
      let words =
        lane.bars.isEmpty && lane.events.isEmpty ? lane.absent ?? "nothing recorded" : "outside the years shown"
      let lines = TextMetrics.wrap(words, width: right - laneLeft - 8, size: Layout.tick)
      return canvas.lines(lines, x: laneLeft + 4, top: top, size: Layout.tick, fill: .muted, role: .value)
    }
    let bottom = TimelineBars(layout: self, bars: bars).draw(on: &canvas, top: top)
    return draw(events, on: &canvas, top: bars.isEmpty ? top : bottom + 4)
  }

  private func isShown(_ bar: TimelineChart.Bar) -> Bool {
    (bar.start?.decimalYear ?? x.low) <= x.high && (bar.end?.decimalYear ?? x.high) >= x.low
  }

  private func draw(_ events: [TimelineChart.Event], on canvas: inout Canvas, top: Double) -> Double {
    guard !events.isEmpty else { return top }
    let size = Layout.tick
    let (flags, isSqueezed) = LabelPlacement.flags(
      events.map { (x($0.at.decimalYear), $0.label) }, within: laneLeft...right, size: size,
      maxWidth: isNarrow ? 210 : 250, avoiding: chart.asOf.map { x($0.decimalYear) })
    let base = top + 8
    if isSqueezed { return list(events, base: base, on: &canvas) }
    for flag in flags where flag.offset > 0 {
      canvas.line(
        Point(flag.x, base), Point(flag.x, base - 8 + flag.offset + size * 0.75), .muted, role: .leader, width: 0.8)
    }
    for (event, flag) in zip(events, flags) {
      mark(event, at: Point(flag.x, base), on: &canvas)
      let at = flag.anchor == .start ? flag.x + LabelPlacement.flagPad : flag.x - LabelPlacement.flagPad
      canvas.lines(flag.lines, x: at, top: base - 7 + flag.offset, size: size, anchor: flag.anchor)
    }
    return base - 7 + (flags.map(\.bottom).max() ?? 0)
  }

  /// The markers in a row and the labels in a list below, for lanes with more labels than can stand beside their markers.
  private func list(_ events: [TimelineChart.Event], base: Double, on canvas: inout Canvas) -> Double {
    let sorted = events.enumerated().sorted {
      ($0.element.at.decimalYear, $0.offset) < ($1.element.at.decimalYear, $1.offset)
    }
    .map(\.element)
    for event in sorted { mark(event, at: Point(x(event.at.decimalYear), base), on: &canvas) }
    var top = base + 12
    for event in sorted {
      mark(event, at: Point(laneLeft + 6, top + Layout.tick * 0.55), on: &canvas)
      let lines = TextMetrics.wrap(
        "\(event.at.text): \(event.label)", width: right - laneLeft - 18, size: Layout.tick, maxLines: 3)
      top = canvas.lines(lines, x: laneLeft + 16, top: top, size: Layout.tick) + 1
    }
    return top
  }

  private func mark(_ event: TimelineChart.Event, at point: Point, on canvas: inout Canvas) {
    canvas.marker(
      Palette.style(event.kind).marker, at: point, radius: 4.5, .series(event.kind), hollow: event.at.isApproximate)
  }

  /// Says how much lies outside the years shown.
  private func outside(on canvas: inout Canvas, top: Double) -> Double {
    let hidden =
      chart.lanes.flatMap(\.bars).filter { !isShown($0) }.count
      + chart.lanes.flatMap(\.events).filter { !x.contains($0.at.decimalYear) }.count
    guard hidden > 0 else { return top }
    let words = "\(hidden) \(hidden == 1 ? "entry lies" : "entries lie") outside the years shown; see the table."
    let lines = TextMetrics.wrap(words, width: canvas.width, size: Layout.small)
    return canvas.lines(lines, x: 0, top: top + 2, size: Layout.small, fill: .muted, role: .value)
  }
}
