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
    let flags = LabelPlacement.flags(
      events.map { (x($0.at.decimalYear), $0.label) }, within: laneLeft...right, size: size,
      maxWidth: isNarrow ? 210 : 250, avoiding: chart.asOf.map { x($0.decimalYear) })
    let base = top + 8
    for flag in flags where flag.offset > 0 {
      canvas.line(
        Point(flag.x, base), Point(flag.x, base - 8 + flag.offset + size * 0.75), .muted, role: .leader, width: 0.8)
    }
    for (event, flag) in zip(events, flags) {
      let style = Palette.style(event.kind)
      canvas.marker(
        style.marker, at: Point(flag.x, base), radius: 4.5, .series(event.kind), hollow: event.at.isApproximate)
      let at = flag.anchor == .start ? flag.x + LabelPlacement.flagPad : flag.x - LabelPlacement.flagPad
      canvas.lines(flag.lines, x: at, top: base - 7 + flag.offset, size: size, anchor: flag.anchor)
    }
    return base - 7 + (flags.map(\.bottom).max() ?? 0)
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

/// Draws the bars of one lane in as few rows as their labels allow.
struct TimelineBars {
  let layout: TimelineLayout
  let bars: [TimelineChart.Bar]

  private struct Placed {
    var bar: TimelineChart.Bar
    var from: Double
    var to: Double
    var lines: [String]
    var labelLeft: Double
    var labelWidth: Double
    var row = 0
  }

  func draw(on canvas: inout Canvas, top: Double) -> Double {
    guard !bars.isEmpty else { return top }
    var placed = bars.map(place)
    let rows = LabelPlacement.rows(
      placed.map { min($0.from, $0.labelLeft)...max($0.to, $0.labelLeft + $0.labelWidth) }, gap: 12)
    for (index, row) in rows.enumerated() { placed[index].row = row }
    var y = top
    for row in 0...(rows.max() ?? 0) {
      let members = placed.filter { $0.row == row }
      let labelHeight = Layout.height(of: members.map(\.lines.count).max() ?? 0, size: Layout.tick)
      for one in members {
        let height = Layout.height(of: one.lines.count, size: Layout.tick)
        for (index, line) in one.lines.enumerated() {
          canvas.lines(
            [line], x: one.labelLeft, top: y + labelHeight - height + Double(index) * Layout.leading(Layout.tick),
            size: Layout.tick, fill: line == one.bar.dates ? .muted : .ink)
        }
        draw(one, on: &canvas, top: y + labelHeight + 1)
      }
      y += labelHeight + TimelineLayout.barHeight + 9
    }
    return y - 4
  }

  private func place(_ bar: TimelineChart.Bar) -> Placed {
    let x = layout.x
    let from = x(bar.start?.decimalYear ?? x.low)
    let to = max(x(bar.end?.decimalYear ?? x.high), from)
    let room = layout.right - layout.laneLeft
    let both = "\(bar.label), \(bar.dates)"
    let wanted = TextMetrics.width(both, size: Layout.tick)
    let lines =
      wanted <= min(room, max(to - from, 300))
      ? [both]
      : TextMetrics.wrap(bar.label, width: min(room, 340), size: Layout.tick, maxLines: 3)
        + TextMetrics.wrap(bar.dates, width: min(room, 340), size: Layout.tick)
    let width = lines.map { TextMetrics.width($0, size: Layout.tick) }.max() ?? 0
    var left = max(layout.laneLeft, min(from, layout.right - width))
    if let asOf = layout.chart.asOf.map({ x($0.decimalYear) }), from < asOf, left + width > asOf - 5,
      asOf - 6 - width >= layout.laneLeft
    {
      left = asOf - 6 - width
    }
    return Placed(bar: bar, from: from, to: to, lines: lines, labelLeft: left, labelWidth: width)
  }

  private func draw(_ one: Placed, on canvas: inout Canvas, top: Double) {
    let x = layout.x
    let bottom = top + TimelineLayout.barHeight
    let bar = one.bar
    let to = max(one.to, one.from + 3)
    let fact = bar.deFactoEnd.map { min(max(x($0.decimalYear), one.from), to) }
    let solid = Box(left: one.from, top: top, right: fact ?? to, bottom: bottom)
    let roughStart = bar.start?.isApproximate ?? false
    let roughEnd = (fact == nil ? bar.end : bar.deFactoEnd)?.isApproximate ?? false
    fill(solid, roughStart: roughStart, roughEnd: roughEnd, on: &canvas)
    if let fact {
      canvas.rect(
        Box(left: fact, top: top, right: to, bottom: bottom), fill: .none, stroke: .series(0), role: .bar, dash: [3, 2])
      canvas.line(Point(fact, top - 3), Point(fact, bottom + 3), .ink, role: .marker, width: 2)
    }
    let goesOn = bar.end.map { $0.decimalYear > x.high } ?? true
    if goesOn { arrow(at: to, towards: 1, top: top, hollow: fact != nil, on: &canvas) }
    let before = bar.start.map { $0.decimalYear < x.low } ?? true
    if before { arrow(at: one.from, towards: -1, top: top, hollow: false, on: &canvas) }
  }

  private func fill(_ box: Box, roughStart: Bool, roughEnd: Bool, on canvas: inout Canvas) {
    let soft = min(16, box.width / 2)
    let left = roughStart ? box.left + soft : box.left
    let right = roughEnd ? box.right - soft : box.right
    canvas.rect(
      Box(left: left, top: box.top, right: max(right, left), bottom: box.bottom), fill: .series(0), role: .bar,
      opacity: 0.8)
    for part in [(box.left, left), (right, box.right)] where part.1 > part.0 {
      let end = Box(left: part.0, top: box.top, right: part.1, bottom: box.bottom)
      canvas.hatch(end, .series(0))
      canvas.rect(end, fill: .none, stroke: .series(0), role: .bar, dash: [2, 2])
    }
  }

  private func arrow(at tip: Double, towards direction: Double, top: Double, hollow: Bool, on canvas: inout Canvas) {
    let middle = top + TimelineLayout.barHeight / 2
    canvas.polygon(
      [
        Point(tip, top - 2), Point(tip + 8 * direction, middle), Point(tip, top + TimelineLayout.barHeight + 2),
      ], fill: hollow ? .paper : .series(0), role: .marker, stroke: hollow ? .series(0) : .none)
  }
}
