import Datasets
import Evidence
import Record

/// How the files of a dataset differ from the installed ones.
public struct DatasetDifference: Sendable, Codable {
  public let installed: Vintage
  /// Version that the new files show.
  public let version: String
  /// SHA-256 of the new files.
  public let sha256: String
  public let tables: [TableDifference]
  /// Tables that only the installed dataset has.
  public let onlyInstalled: [String]
  /// Tables that only the new files give.
  public let onlyNew: [String]
  public let rowsRejected: Int

  public var isEmpty: Bool { tables.allSatisfy(\.isEmpty) && onlyInstalled.isEmpty && onlyNew.isEmpty }
}

extension Archive {
  /// The stored columns of every table of an installed dataset.
  func columns(of dataset: String) throws(ArchiveError) -> [(table: String, columns: ColumnSet)] {
    try read { db in
      try StoredTable.all(db).filter { $0.vintage.dataset == dataset }.map { ($0.name, try $0.columns(db)) }
    }
  }
}

extension Adder {
  /// Compares an installed dataset with the files of a request, without changing the archive.
  ///
  /// - Throws: `DataError`, among others for a dataset that is not installed.
  public func difference(
    _ request: AddRequest, events: @escaping @Sendable (AddEvent) -> Void = { _ in }
  ) throws(DataError) -> DatasetDifference {
    let name = request.entry.name
    let installed: InstalledDataset
    let stored: [(table: String, columns: ColumnSet)]
    do throws(ArchiveError) {
      let archive = try Archive(at: archivePath)
      installed = try archive.dataset(name)
      stored = try archive.columns(of: name)
    } catch {
      throw .archive(error)
    }
    let located = try locate(request, events)
    defer { located.discard() }
    events(.reading(bytes: located.bytes))
    let (new, _) = try Adder.read(located, request)
    let oldNames = stored.map(\.table)
    let newNames = new.tables.map(\.name)
    return DatasetDifference(
      installed: installed.vintage, version: new.version, sha256: new.sha256,
      tables: stored.flatMap { old in
        new.tables.filter { $0.name == old.table }.flatMap { TableDifference.all($0.name, old.columns, $0.columns) }
      },
      onlyInstalled: oldNames.filter { !newNames.contains($0) },
      onlyNew: newNames.filter { !oldNames.contains($0) }, rowsRejected: new.rowsRejected)
  }
}
