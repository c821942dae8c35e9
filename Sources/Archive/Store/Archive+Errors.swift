import Foundation
import GRDB

extension Archive {
  /// Runs `body` and turns what it throws into an `ArchiveError`.
  static func translated<T>(_ path: String, _ body: () throws -> T) throws(ArchiveError) -> T {
    do {
      return try body()
    } catch let error as ArchiveError {
      throw error
    } catch let error as DatabaseError {
      throw translation(of: error, path)
    } catch {
      throw .database(path: path, code: 0, detail: "\(error)")
    }
  }

  private static func translation(of error: DatabaseError, _ path: String) -> ArchiveError {
    let detail = error.message ?? "unknown failure"
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY: return .interrupted(path: path)
    default: break
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAnArchive(path: path, found: "a file that is not SQLite")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path: path)
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
    case .SQLITE_CANTOPEN:
      return FileManager.default.fileExists(atPath: path) && !FileManager.default.isWritableFile(atPath: folder(path))
        ? .readOnly(path: path) : .cannotOpen(path: path, reason: detail)
    default:
      return .database(path: path, code: Int(error.extendedResultCode.rawValue), detail: detail)
    }
  }

  private static func folder(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }
}
