import Archive
import Datasets
import Foundation
import Panel
import Record

/// Loads what a panel needs from the archive, and nothing else.
enum PanelSource {
  /// The record of the datasets a request needs.
  static func record(for request: PanelRequest, archive: String) throws -> Record {
    try record(of: try FamilySummary.datasets(for: request), archive: archive)
  }

  /// The parts of the record that the datasets provide.
  static func record(of datasets: [String], archive: String) throws -> Record {
    guard !datasets.isEmpty else { return Record() }
    // What is fitted is no dataset of the catalogue.
    let fitted: [String: RecordPart] = ["ideal-points": .positions, "relationships": .relationships]
    var parts = Set(datasets.compactMap { fitted[$0] })
    var tables: Set<String> = []
    for name in datasets where fitted[name] == nil { tables.formUnion(try Catalogue.entry(named: name).tables) }
    parts.formUnion(RecordPart.allCases.filter { tables.contains($0.tableName) })
    return try Archive(at: archive).record(parts)
  }
}
