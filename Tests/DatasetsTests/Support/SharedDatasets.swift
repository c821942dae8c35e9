import Datasets
import Foundation
import Record
import Testing

/// Copies of the published datasets beside the checkout, or where ENTENTE_DATASETS says; each is read once.
enum SharedDatasets {
  static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"] { return path }
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "../shared/datasets").standardizedFileURL.path
  }()

  static let paths: [String] = {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    return all.compactMap { $0 as? String }.filter { !$0.hasSuffix("README.md") }
  }()

  /// Whether the datasets are there; without them these tests are skipped.
  static var arePresent: Bool { paths.contains { $0.hasSuffix("UNVotes_rollcalls.csv") } }

  static func read(_ entry: CatalogueEntry, version: String? = nil, mode: ReadMode = .strict) throws -> DatasetContents
  {
    let found = try entry.find(in: paths, version: version)
    return try Reader.read(entry, files: found.files.map { InputFile($0, in: folder) }, mode: mode)
  }

  static func input(_ role: String, _ name: String) throws -> InputFile {
    let path = try #require(paths.first { $0.hasSuffix("/" + name) })
    return InputFile(role: role, path: folder + "/" + path)
  }

  /// The table of a dataset's newest version, read once.
  static func table<Table: RecordTable>(_ type: Table.Type, of entry: CatalogueEntry) throws -> Table {
    try #require(try contents(of: entry).table(type))
  }

  static func contents(of entry: CatalogueEntry) throws -> DatasetContents {
    try #require(try cache[entry.name]?.get())
  }

  private final class Once: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var value: Result<DatasetContents, any Error>?
    private let entry: CatalogueEntry

    init(_ entry: CatalogueEntry) { self.entry = entry }

    func get() throws -> DatasetContents {
      try lock.withLock {
        if let value { return try value.get() }
        let result = Result { try SharedDatasets.read(entry) }
        value = result
        return try result.get()
      }
    }
  }

  private static let cache = Dictionary(uniqueKeysWithValues: Catalogue.all.map { ($0.name, Once($0)) })
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the published datasets are not installed.
  static var publishedData: ConditionTrait {
    .enabled(if: SharedDatasets.arePresent, "no datasets at \(SharedDatasets.folder); set ENTENTE_DATASETS")
  }
}
