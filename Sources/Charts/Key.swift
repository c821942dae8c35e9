/// Explains marks that are not labelled where they stand.
struct Key: Sendable {
  enum Sample: Sendable {
    case line(SeriesStyle, Int)
    case marker(MarkerShape, Paint, hollow: Bool)
    case block(Paint)
    case dashedBlock
    case hatch(Paint)
    case area(Paint, Texture)
    case interval(Paint)
    case tick(Paint)
    case dashes(Paint)
  }

  var items: [(sample: Sample, label: String)]

  init(_ items: [(sample: Sample, label: String)]) { self.items = items }

  private static let sampleWidth = 26.0
}

extension Canvas {
  /// The key in rows from the left; the bottom.
  @discardableResult
  mutating func key(_ key: Key, left: Double = 0, top: Double) -> Double {
    guard !key.items.isEmpty else { return top }
    var x = left
    var y = top
    for (sample, label) in key.items {
      let room = sampleRoom(sample)
      let lines = TextMetrics.wrap(label, width: width - left - room, size: Layout.tick)
      let textWidth = lines.map { TextMetrics.width($0, size: Layout.tick) }.max() ?? 0
      if x > left, x + room + textWidth > width {
        x = left
        y += Layout.leading(Layout.tick) + 4
      }
      draw(sample, at: Point(x, y + Layout.tick * 0.55))
      let bottom = self.lines(lines, x: x + room, top: y, size: Layout.tick, fill: .muted, role: .label)
      x += room + textWidth + 18
      if lines.count > 1 {
        x = left
        y = bottom + 4
      }
    }
    return (x == left && y > top ? y : y + Layout.leading(Layout.tick) + 4) + 4
  }

  private func sampleRoom(_ sample: Key.Sample) -> Double {
    if case .marker = sample { 14 } else if case .tick = sample { 12 } else { 32 }
  }

  private mutating func draw(_ sample: Key.Sample, at p: Point) {
    let box = Box(x: p.x, y: p.y - 5, width: 26, height: 10)
    switch sample {
    case .line(let style, let index):
      line(Point(p.x, p.y), Point(p.x + 26, p.y), .series(index), role: .leader, width: 2, dash: style.dash)
      marker(style.marker, at: Point(p.x + 13, p.y), radius: 3.5, .series(index))
    case .marker(let shape, let paint, let hollow):
      marker(shape, at: Point(p.x + 5, p.y), radius: 4.5, paint, hollow: hollow)
    case .block(let paint): rect(box, fill: paint, role: .leader)
    case .dashedBlock: rect(box, fill: .none, stroke: .ink, role: .leader, dash: [3, 2])
    case .hatch(let paint):
      hatch(box, paint, role: .leader)
      rect(box, fill: .none, stroke: paint, role: .leader)
    case .area(let paint, let texture):
      let corners = [
        Point(box.left, box.top), Point(box.right, box.top), Point(box.right, box.bottom), Point(box.left, box.bottom),
      ]
      area(corners, paint, texture, role: .leader)
    case .interval(let paint): whisker(from: p.x, to: p.x + 26, y: p.y, paint)
    case .tick(let paint): line(Point(p.x + 5, p.y - 6), Point(p.x + 5, p.y + 6), paint, role: .leader, width: 2.5)
    case .dashes(let paint):
      line(Point(p.x, p.y), Point(p.x + 26, p.y), paint, role: .leader, width: 1.5, dash: [4, 3])
    }
  }

  /// A horizontal interval with end caps.
  mutating func whisker(from x1: Double, to x2: Double, y: Double, _ paint: Paint, width: Double = 1.5) {
    line(Point(x1, y), Point(x2, y), paint, role: .whisker, width: width)
    line(Point(x1, y - 3.5), Point(x1, y + 3.5), paint, role: .whisker, width: width)
    line(Point(x2, y - 3.5), Point(x2, y + 3.5), paint, role: .whisker, width: width)
  }
}
