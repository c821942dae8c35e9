/// Where a ladder's columns stand.
struct LadderFrame {
  var isNarrow: Bool
  var labelWidth: Double
  var barLeft: Double
  var barRight: Double
  var statusLeft: Double
  var statusWidth: Double

  init(width: Double, isNarrow: Bool) {
    self.isNarrow = isNarrow
    let left = 30.0
    if isNarrow {
      labelWidth = width - left
      (barLeft, barRight) = (left, width - 12)
      (statusLeft, statusWidth) = (left, width - left)
    } else {
      labelWidth = width * 0.29
      barLeft = left + labelWidth + 18
      statusWidth = width * 0.24
      statusLeft = width - statusWidth
      barRight = statusLeft - 20
    }
  }
}

extension Canvas {
  /// A shape for each status, different in outline and not only in colour.
  mutating func icon(_ status: LadderChart.Status, at c: Point) {
    switch status {
    case .holds:
      circle(c, radius: 7, fill: .series(2), role: .marker)
      polyline(
        [Point(c.x - 3.2, c.y + 0.2), Point(c.x - 0.8, c.y + 2.8), Point(c.x + 3.4, c.y - 2.6)], .white, role: .marker,
        width: 1.8)
    case .noBetter:
      rect(Box(x: c.x - 6.5, y: c.y - 6.5, width: 13, height: 13), fill: .series(1), role: .marker)
      line(Point(c.x - 3, c.y - 3), Point(c.x + 3, c.y + 3), .white, role: .marker, width: 1.8)
      line(Point(c.x - 3, c.y + 3), Point(c.x + 3, c.y - 3), .white, role: .marker, width: 1.8)
    case .undecided:
      marker(.diamond, at: c, radius: 6, .ink, hollow: true)
      line(Point(c.x - 3, c.y), Point(c.x + 3, c.y), .ink, role: .marker, width: 1.5)
    case .noData:
      rect(
        Box(x: c.x - 6, y: c.y - 6, width: 12, height: 12), fill: .none, stroke: .muted, role: .marker, radius: 6,
        dash: [2, 2])
    }
  }
}
