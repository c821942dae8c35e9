/// A point on the drawing, in CSS pixels, y downwards.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An axis-parallel rectangle.
package struct Box: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  package var left: Double { x }
  package var right: Double { x + width }
  package var top: Double { y }
  package var bottom: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }

  /// Whether the two overlap by more than `tolerance` in both directions.
  package func overlaps(_ other: Box, tolerance: Double = 0) -> Bool {
    min(right, other.right) - max(left, other.left) > tolerance
      && min(bottom, other.bottom) - max(top, other.top) > tolerance
  }

  /// Whether `other` lies inside, give or take `tolerance`.
  package func contains(_ other: Box, tolerance: Double = 0) -> Bool {
    other.left >= left - tolerance && other.right <= right + tolerance && other.top >= top - tolerance
      && other.bottom <= bottom + tolerance
  }
}

/// A line of text.
package struct TextRun: Hashable, Sendable {
  package enum Anchor: String, Hashable, Sendable { case start, middle, end }

  package var string: String
  /// Where the anchor meets the baseline.
  package var at: Point
  package var size: Double
  package var bold = false
  package var anchor = Anchor.start

  /// The space the text takes, by estimated widths.
  package var box: Box {
    let width = TextMetrics.width(string, size: size, bold: bold)
    let left =
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    return Box(x: left, y: at.y - size * 0.76, width: width, height: size * 0.98)
  }
}

/// What a mark means in the figure; laws are stated over roles.
package enum Role: String, Hashable, Sendable {
  case grid, axis, reference, line, ribbon, area, bar, hatch, shade, whisker, marker, leader, label, tick, value,
    heading,
    caption
}

/// One drawn element.
package struct Mark: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case line(Point, Point)
    case rect(Box, radius: Double)
    case circle(Point, radius: Double)
    case polyline([Point])
    case polygon([Point])
    case strokes([[Point]])
    case text(TextRun)
  }

  package var shape: Shape
  package var role: Role
  package var fill: Paint = .none
  package var stroke: Paint = .none
  package var lineWidth = 1.0
  package var dash: [Double] = []
  package var opacity = 1.0

  /// The space the mark takes, without line width.
  package var box: Box {
    switch shape {
    case .line(let a, let b): Self.hull([a, b])
    case .rect(let box, _): box
    case .circle(let c, let r): Box(x: c.x - r, y: c.y - r, width: 2 * r, height: 2 * r)
    case .polyline(let points), .polygon(let points): Self.hull(points)
    case .strokes(let lines): Self.hull(lines.flatMap { $0 })
    case .text(let run): run.box
    }
  }

  package var text: TextRun? { if case .text(let run) = shape { run } else { nil } }

  private static func hull(_ points: [Point]) -> Box {
    guard let first = points.first else { return Box(x: 0, y: 0, width: 0, height: 0) }
    var box = Box(x: first.x, y: first.y, width: 0, height: 0)
    for point in points.dropFirst() {
      box = Box(
        left: min(box.left, point.x), top: min(box.top, point.y), right: max(box.right, point.x),
        bottom: max(box.bottom, point.y))
    }
    return box
  }
}

/// A finished drawing: marks on a sheet of a given size.
package struct Scene: Hashable, Sendable {
  package var width: Double
  package var height: Double
  package var marks: [Mark]
  /// The rectangles data are drawn in.
  package var plots: [Box]
}
