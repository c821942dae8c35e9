import Testing

@testable import Charts

struct TextureTests {
  private let square = [Point(10, 10), Point(50, 10), Point(50, 40), Point(10, 40)]

  @Test(arguments: [Texture.up, .down, .upright, .level, .crossed])
  func strokesStayInside(texture: Texture) {
    let strokes = texture.strokes(in: square)
    #expect(strokes.count > 4)
    let box = Box(left: 10, top: 10, right: 50, bottom: 40)
    for point in strokes.flatMap({ $0 }) {
      #expect(box.contains(Box(x: point.x, y: point.y, width: 0, height: 0), tolerance: 1e-9))
    }
  }

  @Test func strokesOfTwoHalvesAreThoseOfTheWhole() {
    func length(_ polygon: [Point]) -> Double {
      Texture.up.strokes(in: polygon).map {
        let (dx, dy): (Double, Double) = ($0[1].x - $0[0].x, $0[1].y - $0[0].y)
        return (dx * dx + dy * dy).squareRoot()
      }.reduce(0, +)
    }
    let left = [Point(10, 10), Point(30, 10), Point(30, 40), Point(10, 40)]
    let right = [Point(30, 10), Point(50, 10), Point(50, 40), Point(30, 40)]
    // Strokes of a pixel and less are left out, at most two a half.
    #expect((length(left) + length(right) - length(square)).magnitude < 4)
  }

  @Test func aNotchIsLeftEmpty() {
    let notched = [
      Point(0, 0), Point(60, 0), Point(60, 60), Point(40, 60), Point(40, 20), Point(20, 20), Point(20, 60),
      Point(0, 60),
    ]
    for stroke in Texture.level.strokes(in: notched) where stroke[0].y > 20 {
      #expect(stroke[1].x <= 20 || stroke[0].x >= 40, "\(stroke)")
    }
  }

  @Test func nothingGivesNothing() {
    #expect(Texture.plain.strokes(in: square).isEmpty)
    #expect(Texture.up.strokes(in: []).isEmpty)
    #expect(Texture.up.strokes(in: [Point(.nan, 1), Point(2, 3), Point(1, 1)]).isEmpty)
  }
}
