import Testing

@testable import Charts

/// What holds of every chart at every width, stated over geometry.
struct LayoutLawsTests {
  static let widths = [240.0, 360, 520, 720]

  static let samples: [(name: String, figure: Figure)] = [
    ("timeline", Samples.timeline.figure), ("strip", Samples.strip.figure), ("dumbbell", Samples.dumbbell.figure),
    ("rank", Samples.rank.figure), ("line", Samples.line.figure), ("ladder", Samples.ladder.figure),
    ("multiples", Samples.multiples.figure), ("multiverse", Samples.multiverse.figure),
    ("intervals", Samples.intervals.figure), ("stacked", Samples.stacked.figure),
  ]

  /// Every chart at every width, drawn once.
  static let drawn: [(name: String, scene: Scene)] = (samples + Extremes.figures).flatMap { name, figure in
    widths.map { ("\(name) at \(Int($0))", figure.scene(width: $0)) }
  }

  @Test func everyMarkLiesOnTheSheet() {
    for (name, scene) in Self.drawn {
      let sheet = Box(x: 0, y: 0, width: scene.width, height: scene.height)
      for mark in scene.marks {
        let box = mark.box
        let isFinite = box.x.isFinite && box.y.isFinite && box.width.isFinite && box.height.isFinite
        if !isFinite || !sheet.contains(box, tolerance: 3) {
          Issue.record("\(name): \(mark.role) \(mark.text?.string ?? "") \(box) is not on \(sheet)")
        }
      }
    }
  }

  @Test func textsDoNotOverlap() {
    for (name, scene) in Self.drawn {
      let texts = scene.marks.compactMap(\.text)
      let boxes = texts.map(\.box)
      for (index, one) in boxes.enumerated() {
        for other in boxes.indices[(index + 1)...] where one.overlaps(boxes[other], tolerance: 0.5) {
          Issue.record("\(name): “\(texts[index].string)” and “\(texts[other].string)” overlap")
        }
      }
    }
  }

  @Test func barsStayInsideAPlot() {
    for (name, scene) in Self.drawn {
      for mark in scene.marks where [.area, .bar, .hatch, .ribbon, .line].contains(mark.role) {
        let box = mark.box
        if !scene.plots.contains(where: { $0.contains(box, tolerance: 0.5) }) {
          Issue.record("\(name): \(mark.role) \(box) leaves the plot")
        }
      }
    }
  }

  @Test func linesThatStandUprightDoNotCrossText() {
    for (name, scene) in Self.drawn {
      let texts = scene.marks.compactMap(\.text).map { ($0.string, $0.box) }
      for mark in scene.marks where mark.role == .reference || mark.role == .leader {
        guard case .line(let a, let b) = mark.shape, a.x == b.x else { continue }
        let line = Box(left: a.x - 0.5, top: min(a.y, b.y), right: a.x + 0.5, bottom: max(a.y, b.y))
        for (string, box) in texts where box.overlaps(line, tolerance: 0.4) {
          Issue.record("\(name): “\(string)” is crossed")
        }
      }
    }
  }

  @Test func markersDoNotCoverText() {
    for (name, scene) in Self.drawn where Self.samples.contains(where: { name.hasPrefix($0.name + " at") }) {
      let texts = scene.marks.compactMap(\.text).map { ($0.string, $0.box) }
      for marker in scene.marks.filter({ $0.role == .marker }).map(\.box) {
        for (string, box) in texts where box.overlaps(marker, tolerance: 1.5) {
          Issue.record("\(name): “\(string)” under a marker")
        }
      }
    }
  }

  @Test func textIsNeverSmallerThanElevenPixels() {
    for (name, scene) in Self.drawn {
      for text in scene.marks.compactMap(\.text) where text.size < 11 { Issue.record("\(name): “\(text.string)”") }
    }
  }

  @Test func everySeriesDiffersByMoreThanColour() {
    let styles = (0..<7).map(Palette.style)
    for (index, one) in styles.enumerated() {
      for other in styles[(index + 1)...] {
        #expect(one.color != other.color && one.dash != other.dash && one.marker != other.marker)
      }
    }
  }
}
