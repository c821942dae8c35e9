import Foundation
import Record
import Testing

@testable import Archive

/// A folder that is removed at the end of a test.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "entente-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var contents: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// Where the published datasets lie, if they do.
enum PublishedDatasets {
  static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"], !path.isEmpty { return path }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent("../shared/datasets").standardizedFileURL.path
  }()

  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }

  static func path(_ name: String) -> String { folder + "/" + name }
}

extension Trait where Self == ConditionTrait {
  /// Skips where the published datasets are absent.
  static var needsDatasets: Self {
    .enabled(if: PublishedDatasets.arePresent, "no published datasets here; set ENTENTE_DATASETS")
  }
}

/// Invented datasets, small enough to write out.
enum Sample {
  static func capabilities(states: [UInt16] = [365, 710], cinc: [Double] = [0.4, 0.15]) -> ColumnSet {
    let count = states.count
    let blank = [Double](repeating: .nan, count: count)
    return ColumnSet([
      ("state", .uint16(states)), ("year", .int16([Int16](repeating: 2001, count: count))), ("milex", .float64(blank)),
      ("milper", .float64(blank)), ("irst", .float64(blank)), ("pec", .float64(blank)), ("tpop", .float64(blank)),
      ("upop", .float64(blank)), ("cinc", .float64(cinc)),
    ])
  }

  static func installation(
    _ name: String = "cow-nmc", version: String = "7.0", tables: [Installation.Table]? = nil
  ) -> Installation {
    let standard = Installation.Table(
      name: Capabilities.tableName, layout: Capabilities.layout, years: 1816...2022, columns: capabilities())
    return Installation(
      dataset: name, version: version, sha256: String(repeating: "ab", count: 32), retrieved: "2026-11-23",
      source: "/data", licence: "Free for research", files: [.init(name: "NMC.csv", size: 10, sha256: "cd")],
      tables: tables ?? [standard], rowsRead: 2, rowsRejected: 3,
      rejected: [.init(file: "NMC.csv", line: 4, column: "cinc", found: "\"x\"", expected: "a number")],
      notes: ["first note", "second note"])
  }

  /// `rows` pseudo-random trade rows; the same for the same seed.
  static func trade(rows: Int, seed: UInt64) -> ColumnSet {
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var first: [UInt16] = []
    var second: [UInt16] = []
    var flow: [Double] = []
    for _ in 0..<rows {
      first.append(UInt16(truncatingIfNeeded: next() % 500))
      second.append(UInt16(truncatingIfNeeded: 500 + next() % 400))
      flow.append(Double(next() % 100_000))
    }
    return ColumnSet([
      ("year", .int16([Int16](repeating: 2000, count: rows))), ("first", .uint16(first)), ("second", .uint16(second)),
      ("imports_of_first", .float64(flow)), ("imports_of_second", .float64(flow)),
    ])
  }
}
