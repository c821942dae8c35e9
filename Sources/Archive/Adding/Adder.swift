import Datasets
import Foundation
import Record

/// Adds datasets to an archive: finds or fetches the files, reads them, and stores them in one transaction.
public struct Adder: Sendable {
  let archivePath: String
  /// Folder for files on their way.
  let downloads: String
  let downloader: Downloader
  /// Asked before a download whose terms must be agreed to.
  let agrees: @Sendable (CatalogueEntry) -> Bool

  /// - Parameters:
  ///   - archivePath: the archive; made if there is none.
  ///   - version: of Entente, told to servers.
  ///   - maximalBytes: largest size of a file to fetch.
  ///   - agrees: asked before a download whose terms must be agreed to.
  public init(
    archivePath: String, version: String, maximalBytes: Int? = nil,
    agrees: @escaping @Sendable (CatalogueEntry) -> Bool
  ) {
    var limits = Downloader.Limits()
    if let maximalBytes { limits.bytes = maximalBytes }
    self.init(archivePath: archivePath, downloader: Downloader(version: version, limits: limits), agrees: agrees)
  }

  init(archivePath: String, downloader: Downloader, agrees: @escaping @Sendable (CatalogueEntry) -> Bool) {
    self.archivePath = archivePath
    downloads = URL(fileURLWithPath: archivePath).deletingLastPathComponent().appendingPathComponent("downloads").path
    self.downloader = downloader
    self.agrees = agrees
  }

  /// Adds a dataset, in place of an installed one of the same name.
  ///
  /// - Parameter events: called while it goes on, in part from other threads.
  /// - Throws: `DataError`; the archive is then as it was before.
  public func add(
    _ request: AddRequest, events: @escaping @Sendable (AddEvent) -> Void = { _ in }
  ) throws(DataError) -> AddReport {
    // An archive that cannot be written is found out before a long download. One that is not there yet is only made
    // when there is something to put into it.
    let existing = FileManager.default.fileExists(atPath: archivePath) ? try openArchive() : nil
    defer { removeEmptyFolders(request.entry) }
    let located = try locate(request, events)
    events(.reading(bytes: located.bytes))
    let (installation, rejected) = try Adder.read(located, request)
    events(.storing)
    let archive = if let existing { existing } else { try openArchive() }
    do throws(ArchiveError) {
      let name = request.entry.name
      let replaced = try archive.datasets().first(where: { $0.vintage.dataset == name })?.vintage.version
      try archive.install(installation)
      located.discard()
      return AddReport(
        installed: try archive.dataset(name), replaced: replaced, rejected: rejected, warnings: located.warnings)
    } catch {
      throw .archive(error)
    }
  }

  /// Folders for downloads are kept only as long as there is something in them to go on from.
  private func removeEmptyFolders(_ entry: CatalogueEntry) {
    _ = rmdir(folder(entry))
    _ = rmdir(downloads)
  }

  private func openArchive() throws(DataError) -> Archive {
    do {
      return try Archive(at: archivePath, for: .write)
    } catch {
      throw .archive(error)
    }
  }

  /// Reads located files into what the archive keeps of them.
  static func read(_ located: LocatedFiles, _ request: AddRequest) throws(DataError) -> (Installation, [RejectedRow]) {
    let contents = try contents(located, request)
    let (files, sha256) = try digests(of: located.paths)
    let installation = Installation(
      dataset: request.entry.name, version: contents.version, sha256: sha256, retrieved: request.day,
      source: located.source, licence: request.entry.terms.text, files: files,
      tables: contents.tables.map(Installation.Table.init), rowsRead: contents.rowsRead,
      rowsRejected: contents.rejected.total, rejected: contents.rejected.listed, notes: contents.notes)
    return (installation, contents.rejected.listed)
  }

  static func contents(_ located: LocatedFiles, _ request: AddRequest) throws(DataError) -> DatasetContents {
    do {
      return try Reader.read(request.entry, files: located.inputs, mode: request.mode)
    } catch {
      throw .dataset(error)
    }
  }

  /// Size and checksum of each file, and the checksum over all of them one after the other.
  private static func digests(of paths: [String]) throws(DataError) -> ([Installation.File], String) {
    var all = SHA256()
    var files: [Installation.File] = []
    for path in paths {
      var hash = SHA256()
      var size = 0
      do {
        try FileDigest.read(path) { bytes in
          hash.update(bytes)
          if paths.count > 1 { all.update(bytes) }
          size += bytes.count
        }
      } catch {
        throw .unreadable(path: path, reason: error.localizedDescription)
      }
      files.append(
        Installation.File(name: URL(fileURLWithPath: path).lastPathComponent, size: size, sha256: hash.finish()))
    }
    return (files, files.count == 1 ? files[0].sha256 : all.finish())
  }
}

extension Installation.Table {
  init(_ read: ReadTable) {
    self.init(
      name: read.name, layout: type(of: read.table).layout, years: read.years, columns: read.table.columns)
  }
}
