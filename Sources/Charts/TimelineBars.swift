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
    let both = bar.label.isEmpty ? bar.dates : "\(bar.label), \(bar.dates)"
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
