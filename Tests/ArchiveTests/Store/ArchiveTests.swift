import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("Opening an archive")
struct ArchiveTests {
  private let folder: ScratchFolder
  private var path: String { folder.file("archive.sqlite") }

  init() throws { folder = try ScratchFolder() }

  private func failure(_ body: () throws(ArchiveError) -> Void) -> ArchiveError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private func opened(_ access: Archive.Access, at other: String? = nil) -> ArchiveError? {
    failure { () throws(ArchiveError) in _ = try Archive(at: other ?? path, for: access, waiting: 0.2) }
  }

  @Test func missing() {
    #expect(opened(.read) == .missing(path: path))
    #expect(folder.contents == [], "reading makes no file")
  }

  @Test func writingMakesFolderAndFile() throws {
    let deep = folder.file("a/b/archive.sqlite")
    #expect(opened(.write, at: deep) == nil)
    #expect(opened(.read, at: deep) == nil)
    #expect(try Archive(at: deep).datasets() == [])
  }

  @Test func anEmptyFileIsWhatAKillAtTheFirstMomentLeaves() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    #expect(opened(.read) == .missing(path: path))
    #expect(opened(.write) == nil)
    #expect(opened(.read) == nil)
  }

  @Test func theMigratorsTableAloneIsWhatAKillAtTheSecondMomentLeaves() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
    try queue.close()
    #expect(opened(.read) == .missing(path: path))
    #expect(opened(.write) == nil)
    #expect(try Archive(at: path).verify() == [])
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    try Data("not a database, but long enough to have a header".utf8).write(to: URL(fileURLWithPath: path))
    for access in [Archive.Access.read, .write] {
      #expect(opened(access) == .notAnArchive(path: path, found: "a file that is not SQLite"))
    }
    let other = folder.file("other.sqlite")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try queue.close()
    for access in [Archive.Access.read, .write] {
      #expect(opened(access, at: other) == .notAnArchive(path: other, found: "an SQLite file of another program"))
    }
    let tables = try DatabaseQueue(path: other).read {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
    }
    #expect(tables == ["song"])
  }

  @Test func laterSchema() throws {
    _ = try Archive(at: path, for: .write)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something later')") }
    try queue.close()
    #expect(opened(.read) == .newerSchema(path: path))
    #expect(opened(.write) == .newerSchema(path: path))
  }

  @Test func truncatedAndOverwrittenFiles() throws {
    try Archive(at: path, for: .write).install(
      Sample.installation(tables: [
        .init(name: "dyadic_trade", layout: 1, years: 1870...2014, columns: Sample.trade(rows: 20_000, seed: 1))
      ]))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in [1, 50, 99, 100, 5_000, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let found = failure { () throws(ArchiveError) in
        let archive = try Archive(at: path)
        _ = try archive.record()
        if try archive.verify().isEmpty { throw .damaged(path: "", detail: "nothing found") }
      }
      switch found {
      case .damaged(path, _), .notAnArchive(path, _), .missing(path), nil: break
      default: Issue.record("\(length) bytes: \(String(describing: found))")
      }
    }
  }

  @Test func lockedByAnotherWriter() throws {
    let archive = try Archive(at: path, for: .write, waiting: 0.1, pageLimit: nil)
    let other = try DatabaseQueue(path: path)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let installing = failure { () throws(ArchiveError) in try archive.install(Sample.installation()) }
      #expect(installing == .locked(path: path))
      #expect(opened(.read) == .locked(path: path))
      try db.execute(sql: "ROLLBACK")
    }
    #expect(failure { () throws(ArchiveError) in try archive.install(Sample.installation()) } == nil)
  }

  @Test func readersGoOnWhileAWriterPrepares() throws {
    try Archive(at: path, for: .write).install(Sample.installation())
    let writer = try Archive(at: path, for: .write)
    let reader = try Archive(at: path, for: .read, waiting: 0.1, pageLimit: nil)
    let table = Installation.Table(
      name: "dyadic_trade", layout: 1, years: 1870...2014, columns: Sample.trade(rows: 300_000, seed: 2))
    try writer.queue.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      for (position, name) in table.columns.names.enumerated() {
        try db.execute(
          sql: "INSERT INTO result VALUES (?, '', '', 0, '', '', 0, ?)",
          arguments: ["\(position)", table.columns[name]?.stored])
      }
      #expect(try reader.datasets().count == 1, "megabytes of new pages do not lock readers out")
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test func fullDisk() throws {
    try Archive(at: path, for: .write).install(Sample.installation())
    let archive = try Archive(at: path, for: .write, waiting: 0.1, pageLimit: 40)
    let large = Sample.installation(
      "cow-trade",
      tables: [
        .init(name: "dyadic_trade", layout: 1, years: 1870...2014, columns: Sample.trade(rows: 200_000, seed: 3))
      ])
    #expect(failure { () throws(ArchiveError) in try archive.install(large) } == .diskFull(path: path))
    #expect(try Archive(at: path).datasets().map(\.vintage.dataset) == ["cow-nmc"])
    #expect(try Archive(at: path).verify() == [])
  }

  @Test(.enabled(if: geteuid() != 0, "a superuser may write everywhere")) func foldersThatCannotBeWritten() throws {
    try Archive(at: path, for: .write).install(Sample.installation())
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer {
      chmod(folder.path, 0o755)
      chmod(path, 0o644)
    }
    #expect(try Archive(at: path).record().capabilities?.table.count == 2)
    #expect(try Archive(at: path).verify() == [])
    let installing = failure { () throws(ArchiveError) in
      try Archive(at: path, for: .write).install(Sample.installation())
    }
    #expect(installing == .readOnly(path: path))
    let elsewhere = folder.file("new/archive.sqlite")
    guard case .cannotOpen(elsewhere, _)? = opened(.write, at: elsewhere) else {
      Issue.record("opened in a folder that cannot be written")
      return
    }
  }

  /// Copies the file and its journal while a commit is half made, which is what a kill at that moment leaves.
  private func halfMadeCommit() throws -> String {
    try Archive(at: path, for: .write).install(Sample.installation())
    let half = folder.file("half.sqlite")
    let writer = try Archive(at: path, for: .write)
    try writer.queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_spill = 5")
      try db.execute(sql: "BEGIN IMMEDIATE")
      try db.execute(sql: "DELETE FROM dataset")
      for i in 0..<40 {
        try db.execute(
          sql: "INSERT INTO result VALUES (?, '', '', 0, '', '', 0, zeroblob(100000))", arguments: ["\(i)"])
      }
      try FileManager.default.copyItem(atPath: path, toPath: half)
      try FileManager.default.copyItem(atPath: path + "-journal", toPath: half + "-journal")
      try db.execute(sql: "ROLLBACK")
    }
    #expect(FileManager.default.contents(atPath: half) != FileManager.default.contents(atPath: path))
    return half
  }

  @Test func aHalfMadeCommitIsUndone() throws {
    let archive = try Archive(at: try halfMadeCommit())
    #expect(try archive.verify() == [])
    #expect(try archive.datasets().map(\.vintage.dataset) == ["cow-nmc"])
    #expect(try archive.record().capabilities?.table.cinc == [0.4, 0.15])
    #expect(!folder.contents.contains("half.sqlite-journal"))
  }

  @Test(.enabled(if: geteuid() != 0, "a superuser may write everywhere"))
  func aHalfMadeCommitInAFolderThatCannotBeWritten() throws {
    let half = try halfMadeCommit()
    chmod(half, 0o444)
    chmod(folder.path, 0o555)
    #expect(opened(.read, at: half) == .interrupted(path: half))
    chmod(folder.path, 0o755)
    chmod(half, 0o644)
    #expect(try Archive(at: half).verify() == [])
  }
}
