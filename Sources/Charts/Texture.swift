/// Parallel strokes that tell areas apart where colours cannot: in grey print, and for readers who see few colours.
enum Texture: Hashable, Sendable {
  case plain, up, down, upright, level, crossed

  /// The texture of the part with this index; after five the textures start again.
  static func of(_ index: Int) -> Texture {
    let all: [Texture] = [.up, .level, .down, .upright, .crossed]
    return all[((index % all.count) + all.count) % all.count]
  }

  /// The strokes inside a simple polygon, `gap` pixels apart and in step with those of every other polygon.
  ///
  /// The lines n·p = k gap are cut at the edges they cross; cuts pair up along each line. O(lines × edges).
  func strokes(in polygon: [Point], gap: Double = 6) -> [[Point]] {
    normals.flatMap { Self.lines(normal: $0, in: polygon, gap: gap) }
  }

  /// Unit normals of the families of lines.
  private var normals: [Point] {
    let half = 0.5.squareRoot()
    switch self {
    case .plain: return []
    case .up: return [Point(half, half)]
    case .down: return [Point(half, -half)]
    case .upright: return [Point(1, 0)]
    case .level: return [Point(0, 1)]
    case .crossed: return [Point(half, half), Point(half, -half)]
    }
  }

  private static func lines(normal n: Point, in polygon: [Point], gap: Double) -> [[Point]] {
    let heights = polygon.map { $0.x * n.x + $0.y * n.y }
    guard let low = heights.min(), let high = heights.max(), gap > 0, low.isFinite, high.isFinite else { return [] }
    var out: [[Point]] = []
    var k = (low / gap).rounded(.up)
    while k * gap < high {
      var cuts: [Point] = []
      for (index, height) in heights.enumerated() {
        let next = (index + 1) % heights.count
        guard (height < k * gap) != (heights[next] < k * gap) else { continue }
        let share: Double = (k * gap - height) / (heights[next] - height)
        let (a, b) = (polygon[index], polygon[next])
        cuts.append(Point(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
      }
      cuts.sort { $0.x * n.y - $0.y * n.x < $1.x * n.y - $1.y * n.x }
      for start in stride(from: 0, to: cuts.count - 1, by: 2) {
        let (a, b) = (cuts[start], cuts[start + 1])
        if (a.x - b.x).magnitude + (a.y - b.y).magnitude > 1 { out.append([a, b]) }
      }
      k += 1
    }
    return out
  }
}

extension Canvas {
  /// A polygon in a tint of the colour of a series, under a texture in the colour itself.
  mutating func area(_ polygon: [Point], _ paint: Paint, _ texture: Texture, role: Role = .area) {
    self.polygon(polygon, fill: paint, role: role, opacity: texture == .plain ? 1 : 0.3)
    strokes(texture.strokes(in: polygon), paint, role: role == .area ? .hatch : role, width: 1.4)
  }
}
