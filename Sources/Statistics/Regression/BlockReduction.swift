import Dispatch

/// Sums over rows in fixed blocks, added up in the order of the blocks: the same bytes on any number of threads.
enum BlockReduction {
  /// Rows a block. It is part of the result's last bits, so it does not depend on the machine.
  static let blockRows = 8192

  /// Sums `width` numbers over all rows.
  ///
  /// - Parameters:
  ///   - workers: 1 for this thread alone, more for all cores.
  ///   - body: adds the contribution of a range of rows to the cells it is given, which begin at 0.
  static func sum(
    rows: Int, width: Int, workers: Int,
    _ body: @Sendable (_ rows: Range<Int>, _ cells: UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    let blocks = (rows + blockRows - 1) / blockRows
    var partial = [Double](repeating: 0, count: blocks * width)
    partial.withUnsafeMutableBufferPointer { partial in
      // Every block writes its own cells only, and all blocks are done before the closure returns.
      nonisolated(unsafe) let cells = partial
      forEachBlock(blocks, workers: workers) { block in
        let range = block * blockRows..<min(rows, (block + 1) * blockRows)
        body(range, UnsafeMutableBufferPointer(rebasing: cells[(block * width)..<((block + 1) * width)]))
      }
    }
    var total = [Double](repeating: 0, count: width)
    for block in 0..<blocks { for k in 0..<width { total[k] += partial[block * width + k] } }
    return total
  }

  static func forEachBlock(_ blocks: Int, workers: Int, _ body: @Sendable (Int) -> Void) {
    if workers > 1, blocks > 1 {
      DispatchQueue.concurrentPerform(iterations: blocks, execute: body)
    } else {
      for block in 0..<blocks { body(block) }
    }
  }
}
