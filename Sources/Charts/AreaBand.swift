/// One part of a stack over a stretch of years, as a shape on the drawing.
struct AreaBand: Sendable {
  var part: Int
  /// From left to right; as many and at the same x as `lower`.
  var upper: [Point]
  var lower: [Point]

  var polygon: [Point] { upper + lower.reversed() }
  var thickness: Double { zip(upper, lower).map { $1.y - $0.y }.max() ?? 0 }

  /// Where a box of this size lies inside with the most room above and below; of places about as good the middle one. O(points²).
  func place(width: Double, height: Double) -> (center: Point, slack: Double)? {
    guard let first = upper.first, let last = upper.last, last.x - first.x >= width else { return nil }
    let starts = upper.flatMap { [$0.x, $0.x - width] }.filter { $0 >= first.x && $0 + width <= last.x }.sorted()
    let rooms = starts.map { start -> (top: Double, bottom: Double) in
      let end = start + width
      let inside = upper.indices.filter { upper[$0].x > start && upper[$0].x < end }
      let tops = [Self.y(upper, at: start), Self.y(upper, at: end)] + inside.map { upper[$0].y }
      let bottoms = [Self.y(lower, at: start), Self.y(lower, at: end)] + inside.map { lower[$0].y }
      return (tops.max() ?? 0, bottoms.min() ?? 0)
    }
    guard let most = rooms.map({ $0.bottom - $0.top - height }).max(), most >= 0 else { return nil }
    let good = rooms.indices.filter { rooms[$0].bottom - rooms[$0].top - height >= most * 0.9 }
    let chosen = good[good.count / 2]
    let room = rooms[chosen]
    return (Point(starts[chosen] + width / 2, (room.top + room.bottom) / 2), most)
  }

  private static func y(_ points: [Point], at x: Double) -> Double {
    guard let right = points.firstIndex(where: { $0.x >= x }) else { return points.last?.y ?? 0 }
    guard right > 0 else { return points[0].y }
    let (a, b) = (points[right - 1], points[right])
    return b.x > a.x ? a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y) : b.y
  }
}

/// The name of a part, written on it.
struct AreaName: Sendable {
  var lines: [String]
  var center: Point

  private static let margin = (x: 5.0, y: 3.0)

  /// The name on one line, else on two, in the band with the most room; `nil` where no band is thick enough.
  init?(_ name: String, on bands: [AreaBand]) {
    let whole = TextMetrics.width(name, size: Layout.tick)
    for width in [whole + 1, whole * 0.62] {
      let lines = TextMetrics.wrap(name, width: width, size: Layout.tick)
      guard lines.count <= 2, !name.isEmpty else { continue }
      let (w, h) = Self.size(lines)
      let places = bands.compactMap { $0.place(width: w, height: h) }
      if let best = places.max(by: { $0.slack < $1.slack }) {
        self.lines = lines
        center = best.center
        return
      }
    }
    return nil
  }

  private static func size(_ lines: [String]) -> (Double, Double) {
    let width = lines.map { TextMetrics.width($0, size: Layout.tick) }.max() ?? 0
    return (width + 2 * margin.x, Layout.height(of: lines.count, size: Layout.tick) + 2 * margin.y)
  }

  func draw(on canvas: inout Canvas) {
    let (width, height) = Self.size(lines)
    let plate = Box(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
    canvas.rect(plate, fill: .paper, role: .shade, radius: 3, opacity: 0.88)
    canvas.lines(
      lines, x: center.x, top: plate.top + Self.margin.y, size: Layout.tick, anchor: .middle, role: .label)
  }
}
