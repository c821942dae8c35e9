import Foundation
import GRDB

/// The local store of installed datasets and of results: one SQLite file.
///
/// An installation or a removal is one transaction with a rollback journal: after a kill at any moment the archive holds the
/// state before or the state after. Several processes may read at once; one writes at a time. An archive in a folder that
/// cannot be written can be read.
///
/// Not guaranteed: protection against a disk that loses writes which it has confirmed.
public struct Archive: Sendable {
  /// What the archive is opened for.
  public enum Access: Sendable {
    case read
    /// Makes the file and its folder if they do not exist.
    case write
  }

  public let path: String
  let queue: DatabaseQueue

  /// Opens the archive at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: reading never makes a file.
  ///   - waiting: seconds to wait for another process that writes.
  /// - Throws: `ArchiveError`; `.missing` if there is nothing to read.
  public init(at path: String, for access: Access = .read, waiting: Double = 10) throws(ArchiveError) {
    try self.init(at: path, for: access, waiting: waiting, pageLimit: nil)
  }

  /// - Parameter pageLimit: largest number of pages the file may have, to act out a full disk.
  init(at path: String, for access: Access, waiting: Double, pageLimit: Int?) throws(ArchiveError) {
    self.path = path
    switch access {
    case .read: queue = try Archive.openToRead(path, waiting: waiting)
    case .write: queue = try Archive.openToWrite(path, waiting: waiting, pageLimit: pageLimit)
    }
  }

  private static func openToRead(_ path: String, waiting: Double) throws(ArchiveError) -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(waiting)
    configuration.readonly = true
    do {
      return try checked(path, configuration)
    } catch .interrupted {
      // A killed writer left a journal. Only a connection that may write can undo the half-made transaction.
      configuration.readonly = false
      return try checked(path, configuration)
    }
  }

  private static func openToWrite(
    _ path: String, waiting: Double, pageLimit: Int?
  ) throws(ArchiveError) -> DatabaseQueue {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotOpen(path: path, reason: error.localizedDescription)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(waiting)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA page_size = \(Schema.pageSize)")
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      // Pages are written at the commit and not before, so that others can read while a dataset is being stored.
      try db.execute(sql: "PRAGMA cache_spill = OFF")
      if let pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    let queue = try translated(path) { try DatabaseQueue(path: path, configuration: configuration) }
    try refuseForeignFile(queue, path)
    return try translated(path) {
      try Schema.migrator.migrate(queue)
      return queue
    }
  }

  /// A connection to a file that is an archive of this version.
  private static func checked(_ path: String, _ configuration: Configuration) throws(ArchiveError) -> DatabaseQueue {
    let queue = try translated(path) { try DatabaseQueue(path: path, configuration: configuration) }
    let isEmpty = try refuseForeignFile(queue, path)
    if isEmpty { throw .missing(path: path) }
    return queue
  }

  /// Whether the file holds nothing yet, which is what a kill at the first moment of all leaves.
  @discardableResult
  private static func refuseForeignFile(_ queue: DatabaseQueue, _ path: String) throws(ArchiveError) -> Bool {
    let (id, tables, isNewer) = try translated(path) {
      try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          // The migrator makes its own table in a transaction before the first migration.
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name <> 'grdb_migrations'") ?? 0,
          try Schema.migrator.hasBeenSuperseded(db)
        )
      }
    }
    if tables == 0, id == 0, !isNewer { return true }
    guard id == Schema.applicationID else {
      throw .notAnArchive(path: path, found: "an SQLite file of another program")
    }
    if isNewer { throw .newerSchema(path: path) }
    return false
  }

  func read<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    try Archive.translated(path) { try queue.read(body) }
  }

  /// Runs `body` in one transaction.
  func write<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    try Archive.translated(path) { try queue.write(body) }
  }
}
