import Foundation
import Panel

/// Where a panel goes and in which format.
struct PanelOutput {
  enum Format: String, CaseIterable {
    case csv
    case gzip = "csv.gz"
    case stata = "dta"
    case json
    case ndjson
    case sqlite
  }

  let path: String?
  let format: Format
  let missing: MissingText
  let workers: Int

  init(path: String?, format: String, missing: String, workers: Int) throws {
    guard let missing = MissingText(rawValue: missing) else {
      throw CommandFailure.usage("--missing \(missing): expected empty or codes")
    }
    guard workers == 1 || workers == 2 else { throw CommandFailure.usage("--workers \(workers): expected 1 or 2") }
    self.path = path
    self.missing = missing
    self.workers = workers
    if let path {
      guard let found = Format.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) }) else {
        throw CommandFailure.usage(
          path.lowercased().hasSuffix(".svg")
            ? "\(path): a picture is drawn with --coverage"
            : "\(path): expected a name that ends in \(Format.allCases.map { "." + $0.rawValue }.joined(separator: ", "))"
        )
      }
      self.format = found
    } else {
      guard let found = Format(rawValue: format), [.csv, .json, .ndjson].contains(found) else {
        throw CommandFailure.usage("--format \(format): on standard output csv, json and ndjson; others need --out")
      }
      self.format = found
    }
  }

  /// The file's name without its format, `panel` of `panel.csv.gz`.
  static func stem(_ path: String, _ format: Format) -> String {
    String(path.dropLast(format.rawValue.count + 1))
  }

  func write(_ table: PanelTable) throws {
    switch format {
    case .csv, .gzip:
      try withSink { sink in try PanelCSV.write(table, missing: missing, workers: workers, to: sink) }
    case .json: try withSink { sink in try PanelJSON.write(table, asArray: true, to: sink) }
    case .ndjson: try withSink { sink in try PanelJSON.write(table, asArray: false, to: sink) }
    case .stata: try withFile { try StataPanel.write(table, to: $0) }
    case .sqlite: try withFile { try SQLitePanel.write(table, to: $0) }
    }
    guard let path else { return }
    Terminal.message("\(path): \(table.rowCount) rows, \(table.columns.count) columns")
    try PanelSidecars(table, path: path, format: format, missing: missing).write()
  }

  func write(_ triads: TriadStream) throws {
    guard [.csv, .gzip, .ndjson].contains(format) else {
      throw CommandFailure.usage("triad-year is written as it is made: .csv, .csv.gz or .ndjson")
    }
    let count = try withSink { sink in
      format == .ndjson
        ? try triads.writeJSON(to: sink) : try triads.writeCSV(missing: missing, workers: workers, to: sink)
    }
    for line in triads.log { Terminal.message(line) }
    Terminal.message("\(path ?? "standard output"): \(count) rows, \(triads.variables.count) columns")
    guard let path else { return }
    try PanelSidecars(triads, rows: count, path: path, format: format, missing: missing).write()
  }

  /// Calls `body` with the temporary name of a file that takes the place of the old one when it is whole.
  private func withFile(_ body: (String) throws -> Void) throws {
    guard let path else { return }
    let temporary = path + ".part"
    try? FileManager.default.removeItem(atPath: temporary)
    do { try body(temporary) } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      throw CommandFailure.usage("\(path): cannot be written (\(String(cString: strerror(errno))))")
    }
  }

  /// Calls `body` with where the bytes go: the file, compressed if its name says so, or standard output.
  private func withSink<T>(_ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> T) throws -> T {
    guard path != nil else { return try body { try OutputFile.standard.write($0) } }
    var result: T?
    try withFile { temporary in
      let file = try OutputFile(at: temporary)
      if format == .gzip {
        let gzip = GzipOutput(file, workers: workers)
        result = try body { try gzip.write($0) }
        try gzip.finish()
      } else {
        result = try body { try file.write($0) }
      }
      try file.close()
    }
    guard let result else { throw CommandFailure.inner("nothing was written") }
    return result
  }
}
