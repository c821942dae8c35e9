/// Collects the marks of a drawing of given width; the height follows from what is drawn.
package struct Canvas: Sendable {
  package let width: Double
  package var height = 0.0
  package private(set) var marks: [Mark] = []
  package var plots: [Box] = []

  package init(width: Double) { self.width = max(width, Layout.minimumWidth) }

  package var scene: Scene { Scene(width: width, height: height.rounded(.up), marks: marks, plots: plots) }

  /// Whether labels go above rows instead of beside them.
  var isNarrow: Bool { width < Layout.narrowBelow }

  mutating func line(
    _ a: Point, _ b: Point, _ stroke: Paint, role: Role, width: Double = 1, dash: [Double] = []
  ) {
    marks.append(Mark(shape: .line(a, b), role: role, stroke: stroke, lineWidth: width, dash: dash))
  }

  mutating func rect(
    _ box: Box, fill: Paint, stroke: Paint = .none, role: Role, radius: Double = 0, opacity: Double = 1,
    dash: [Double] = []
  ) {
    marks.append(
      Mark(shape: .rect(box, radius: radius), role: role, fill: fill, stroke: stroke, dash: dash, opacity: opacity))
  }

  mutating func circle(_ center: Point, radius: Double, fill: Paint, stroke: Paint = .none, role: Role) {
    marks.append(
      Mark(shape: .circle(center, radius: radius), role: role, fill: fill, stroke: stroke, lineWidth: 1.5))
  }

  mutating func polyline(_ points: [Point], _ stroke: Paint, role: Role, width: Double = 2, dash: [Double] = []) {
    guard points.count > 1 else { return }
    marks.append(Mark(shape: .polyline(points), role: role, stroke: stroke, lineWidth: width, dash: dash))
  }

  mutating func polygon(_ points: [Point], fill: Paint, role: Role, opacity: Double = 1, stroke: Paint = .none) {
    guard points.count > 2 else { return }
    marks.append(
      Mark(shape: .polygon(points), role: role, fill: fill, stroke: stroke, lineWidth: 1.5, opacity: opacity))
  }

  /// Parallel slanted strokes that fill `box`: a hatch that survives black-and-white print.
  mutating func hatch(_ box: Box, _ stroke: Paint, role: Role = .hatch, gap: Double = 4) {
    guard box.width > 0, box.height > 0 else { return }
    var strokes: [[Point]] = []
    var offset = gap / 2
    while offset < box.width + box.height {
      let x1 = box.left + min(offset, box.width)
      let y1 = box.top + max(0, offset - box.width)
      let x2 = box.left + max(0, offset - box.height)
      let y2 = box.top + min(offset, box.height)
      strokes.append([Point(x1, y1), Point(x2, y2)])
      offset += gap
    }
    marks.append(Mark(shape: .strokes(strokes), role: role, stroke: stroke, lineWidth: 1))
  }

  /// A dashed vertical line that leaves out the texts it would run through.
  mutating func verticalLine(_ x: Double, from top: Double, to bottom: Double, around texts: [Box]) {
    var y = top
    let hit = texts.filter { $0.left - 2 < x && $0.right + 2 > x && $0.bottom > top && $0.top < bottom }
    for box in hit.sorted(by: { $0.top < $1.top }) {
      if box.top - 1 > y + 4 {
        line(Point(x, y), Point(x, box.top - 1), .ink, role: .reference, width: 1.2, dash: [4, 3])
      }
      y = max(y, box.bottom + 1)
    }
    if y + 4 < bottom { line(Point(x, y), Point(x, bottom), .ink, role: .reference, width: 1.2, dash: [4, 3]) }
  }

  /// One line of text; its box.
  @discardableResult
  mutating func text(
    _ string: String, at point: Point, size: Double = Layout.label, bold: Bool = false,
    anchor: TextRun.Anchor = .start, fill: Paint = .ink, role: Role = .label
  ) -> Box {
    let run = TextRun(string: string, at: point, size: size, bold: bold, anchor: anchor)
    guard !string.isEmpty else { return run.box }
    marks.append(Mark(shape: .text(run), role: role, fill: fill))
    return run.box
  }

  /// Several lines below one another, the first line's top at `top`; the bottom of the last.
  @discardableResult
  mutating func lines(
    _ lines: [String], x: Double, top: Double, size: Double = Layout.label, bold: Bool = false,
    anchor: TextRun.Anchor = .start, fill: Paint = .ink, role: Role = .label
  ) -> Double {
    var y = top
    for line in lines {
      text(line, at: Point(x, y + size * 0.9), size: size, bold: bold, anchor: anchor, fill: fill, role: role)
      y += Layout.leading(size)
    }
    return y
  }

  /// A marker centred on a point; hollow markers are filled with the colour of the page.
  mutating func marker(
    _ shape: MarkerShape, at c: Point, radius r: Double = 4, _ paint: Paint, hollow: Bool = false
  ) {
    let fill: Paint = hollow ? .paper : paint
    let outline: Paint = hollow ? paint : .none
    switch shape {
    case .circle: circle(c, radius: r, fill: fill, stroke: outline, role: .marker)
    case .square:
      let s = r * 0.9
      polygon(
        [Point(c.x - s, c.y - s), Point(c.x + s, c.y - s), Point(c.x + s, c.y + s), Point(c.x - s, c.y + s)],
        fill: fill, role: .marker, stroke: outline)
    case .triangle:
      polygon(
        [Point(c.x, c.y - r * 1.2), Point(c.x + r * 1.1, c.y + r * 0.8), Point(c.x - r * 1.1, c.y + r * 0.8)],
        fill: fill, role: .marker, stroke: outline)
    case .triangleDown:
      polygon(
        [Point(c.x, c.y + r * 1.2), Point(c.x + r * 1.1, c.y - r * 0.8), Point(c.x - r * 1.1, c.y - r * 0.8)],
        fill: fill, role: .marker, stroke: outline)
    case .diamond:
      let s = r * 1.25
      polygon(
        [Point(c.x, c.y - s), Point(c.x + s, c.y), Point(c.x, c.y + s), Point(c.x - s, c.y)],
        fill: fill, role: .marker, stroke: outline)
    case .cross:
      let s = r * 0.85
      strokes(
        [[Point(c.x - s, c.y - s), Point(c.x + s, c.y + s)], [Point(c.x - s, c.y + s), Point(c.x + s, c.y - s)]], paint,
        role: .marker)
    case .plus:
      strokes(
        [[Point(c.x - r, c.y), Point(c.x + r, c.y)], [Point(c.x, c.y - r), Point(c.x, c.y + r)]], paint, role: .marker)
    }
  }

  mutating func strokes(_ lines: [[Point]], _ paint: Paint, role: Role, width: Double = 2) {
    guard !lines.isEmpty else { return }
    marks.append(Mark(shape: .strokes(lines), role: role, stroke: paint, lineWidth: width))
  }
}

/// Sizes every chart shares.
enum Layout {
  static let minimumWidth = 240.0
  static let narrowBelow = 520.0
  static let label = 13.0
  static let tick = 12.0
  static let small = 11.5
  static let edge = 4.0

  /// The distance between baselines of text of this size.
  static func leading(_ size: Double) -> Double { (size * 1.25).rounded() }

  /// The height of a block of lines.
  static func height(of lines: Int, size: Double = label) -> Double { Double(lines) * leading(size) }
}
