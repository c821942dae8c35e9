/// Placing labels so that none covers another.
package enum LabelPlacement {
  /// Centres nearest to `desired`, in the same order, at least the half heights and `gap` apart and inside `bounds`.
  ///
  /// Minimises the sum of squared displacements: isotonic regression by pooling adjacent violators after the label
  /// heights are taken out. Labels that do not all fit keep their distances and run over the end of `bounds`. O(n log n).
  package static func spread(
    _ desired: [Double], heights: [Double], within bounds: ClosedRange<Double>, gap: Double = 2
  ) -> [Double] {
    let order = desired.indices.sorted { (desired[$0], $0) < (desired[$1], $1) }
    var offsets: [Double] = []
    var offset = 0.0
    for (position, index) in order.enumerated() {
      let half = heights[index] / 2
      offset += position == 0 ? half : half + gap
      offsets.append(offset)
      offset += half
    }
    var blocks: [(mean: Double, count: Int)] = []
    for (position, index) in order.enumerated() {
      var block = (mean: desired[index] - offsets[position], count: 1)
      while let last = blocks.last, last.mean > block.mean {
        let count = last.count + block.count
        let sum: Double = last.mean * Double(last.count) + block.mean * Double(block.count)
        block = (sum / Double(count), count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let highest = max(bounds.lowerBound, bounds.upperBound - offset)
    let bases = blocks.flatMap { Array(repeating: min(max($0.mean, bounds.lowerBound), highest), count: $0.count) }
    var out = desired
    for (position, index) in order.enumerated() { out[index] = bases[position] + offsets[position] }
    return out
  }

  /// A label that hangs from a point by a vertical leader.
  package struct Flag: Hashable, Sendable {
    package var x: Double
    package var lines: [String]
    /// Start: the text stands to the right of the leader; end: to the left.
    package var anchor: TextRun.Anchor
    /// The distance from the base line to the top of the text.
    package var offset: Double
    package var width: Double
    package var height: Double

    package var bottom: Double { offset + height }
    var left: Double { anchor == .start ? x : x - width - LabelPlacement.flagPad }
    var right: Double { anchor == .start ? x + width + LabelPlacement.flagPad : x }
  }

  /// The distance between a leader and its text.
  package static let flagPad = 7.0
  private static let flagGap = 6.0

  /// Hangs a label from each of the points, stepped so that no text covers another text or another's leader.
  ///
  /// `isSqueezed` says that some label has less room than it needs to be read. A prefix of the points has its text to the right, the rest to the left; the split with the least depth is taken.
  /// - Parameters:
  ///   - points: in any order; flags come back in this order.
  ///   - bounds: the horizontal room.
  ///   - line: a vertical line that labels should not cross where they need not.
  /// - Complexity: O(n³) for n points, meant for a lane's worth of them.
  package static func flags(
    _ points: [(x: Double, label: String)], within bounds: ClosedRange<Double>, size: Double, maxWidth: Double,
    maxLines: Int = 3, avoiding line: Double? = nil
  ) -> (flags: [Flag], isSqueezed: Bool) {
    let order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    let sorted = order.map { points[$0] }
    let widths = sorted.map { TextMetrics.width($0.label, size: size) }
    var best: (cost: Double, flags: [Flag], isSqueezed: Bool)?
    for split in stride(from: sorted.count, through: 0, by: -1) {
      let (squeeze, flags) = flags(
        sorted, widths: widths, split: split, within: bounds, size: size, maxWidth: maxWidth, maxLines: maxLines)
      let depth = flags.map(\.bottom).max() ?? 0
      let crossings = flags.filter { flag in line.map { flag.left < $0 && flag.right > $0 } ?? false }.count
      let cost: Double = squeeze * 1000 + depth + Double(crossings) * size * 2
      if best.map({ cost < $0.cost }) ?? true { best = (cost, flags, squeeze > 0) }
    }
    var out = best?.flags ?? []
    for (position, index) in order.enumerated() {
      if let flag = best?.flags[position] { out[index] = flag }
    }
    return (out, best?.isSqueezed ?? false)
  }

  /// The flags for one split, and how many labels had to be squeezed below a readable width.
  private static func flags(
    _ points: [(x: Double, label: String)], widths: [Double], split: Int, within bounds: ClosedRange<Double>,
    size: Double,
    maxWidth: Double, maxLines: Int
  ) -> (squeeze: Double, flags: [Flag]) {
    var squeeze = 0.0
    let leaderOfLeft = split < points.count ? points[split].x - flagGap : bounds.upperBound
    var flags: [Flag] = points.enumerated().map { index, point in
      let room: Double
      if index < split {
        room = min(leaderOfLeft, bounds.upperBound) - point.x - flagPad
      } else {
        room = point.x - flagPad - bounds.lowerBound
      }
      let wanted = min(widths[index], maxWidth)
      if room < min(wanted, 90) { squeeze += 1 + max(0, (90 - room) / 90) }
      let lines = TextMetrics.wrap(
        point.label, width: min(maxWidth, max(room, 30)), size: size, maxLines: maxLines)
      return Flag(
        x: point.x, lines: lines, anchor: index < split ? .start : .end, offset: 0,
        width: lines.map { TextMetrics.width($0, size: size) }.max() ?? 0,
        height: Layout.height(of: lines.count, size: size))
    }
    for i in stride(from: split - 1, through: 0, by: -1) {
      for j in (i + 1)..<max(split, i + 1) where flags[i].right + flagGap > flags[j].x {
        flags[i].offset = max(flags[i].offset, flags[j].bottom)
      }
    }
    for i in split..<max(split, flags.count) {
      for j in split..<max(split, i) where flags[i].left - flagGap < flags[j].x {
        flags[i].offset = max(flags[i].offset, flags[j].bottom)
      }
      for k in 0..<split where flags[i].left - flagGap < flags[k].right {
        flags[i].offset = max(flags[i].offset, flags[k].bottom)
      }
    }
    return (squeeze, flags)
  }

  /// The first free row for each horizontal extent, so that no two in a row touch.
  package static func rows(_ extents: [ClosedRange<Double>], gap: Double = 8) -> [Int] {
    var ends: [Double] = []
    var out = Array(repeating: 0, count: extents.count)
    let order = extents.indices.sorted { (extents[$0].lowerBound, $0) < (extents[$1].lowerBound, $1) }
    for index in order {
      let extent = extents[index]
      if let row = ends.firstIndex(where: { $0 + gap <= extent.lowerBound }) {
        out[index] = row
        ends[row] = extent.upperBound
      } else {
        out[index] = ends.count
        ends.append(extent.upperBound)
      }
    }
    return out
  }
}
