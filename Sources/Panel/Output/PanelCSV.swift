/// A panel as comma-separated values: a header, then a row a line, UTF-8, LF, RFC 4180 quoting.
public enum PanelCSV {
  /// Rows written at a time by one worker.
  private static let chunk = 4_096

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
    var start = 0
    try BlockPipeline.write(
      // 32 bytes more, because a slot is copied whole.
      workers: workers, capacity: chunk * text.widest + 32,
      next: { () -> Range<Int>? in
        guard start < count else { return nil }
        let rows = start..<min(count, start + chunk)
        start = rows.upperBound
        return rows
      },
      make: { rows, target in text.write(rows, to: target) - target }, to: sink)
  }
}
