import Dispatch
import Synchronization

/// A panel as comma-separated values: a header, then a row a line, UTF-8, LF, RFC 4180 quoting.
public enum PanelCSV {
  /// Rows written at a time by one worker.
  private static let chunk = 16_384

  /// Writes the panel to `sink`, block after block in order; the bytes do not depend on the number of workers.
  ///
  /// Numbers are the shortest text that reads back as the same value, whole numbers without a fraction.
  ///
  /// - Complexity: O(bytes); memory for a few blocks beyond the panel's own.
  public static func write(
    _ table: PanelTable, missing: MissingText = .empty, workers: Int = 2,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let header = Array((table.columns.map(\.variable.name).joined(separator: ",") + "\n").utf8)
    try header.withUnsafeBytes { try sink($0) }
    try writeRows(RowText(table.columns, missing: missing), count: table.rowCount, workers: workers, to: sink)
  }

  /// Writes prepared rows in order.
  static func writeRows(
    _ text: RowText, count: Int, workers: Int, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let batch = max(1, workers) * 2
    var start = 0
    while start < count {
      let ranges = (0..<batch).map { i in
        min(count, start + i * chunk)..<min(count, start + (i + 1) * chunk)
      }.filter { !$0.isEmpty }
      for block in blocks(text, ranges, workers: workers) { try block.withUnsafeBytes { try sink($0) } }
      start = ranges.last?.upperBound ?? count
    }
  }

  private static func blocks(_ text: RowText, _ ranges: [Range<Int>], workers: Int) -> [[UInt8]] {
    @Sendable func block(_ rows: Range<Int>) -> [UInt8] {
      // 32 bytes more, because a slot is copied whole.
      [UInt8](unsafeUninitializedCapacity: rows.count * text.widest + 32) { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        let start = UnsafeMutableRawPointer(base)
        filled = text.write(rows, to: start) - start
      }
    }
    guard workers > 1, ranges.count > 1 else { return ranges.map(block) }
    let made = Mutex<[Int: [UInt8]]>([:])
    DispatchQueue.concurrentPerform(iterations: ranges.count) { i in
      let bytes = block(ranges[i])
      made.withLock { $0[i] = bytes }
    }
    return made.withLock { kept in ranges.indices.compactMap { kept[$0] } }
  }
}
