import Foundation

/// Checksums of files on disk.
package enum FileDigest {
  private static let chunk = 1 << 20

  /// Hands the bytes of a file over in pieces.
  package static func read(_ path: String, _ body: (UnsafeRawBufferPointer) -> Void) throws {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    while let data = try handle.read(upToCount: chunk), !data.isEmpty { data.withUnsafeBytes(body) }
  }

  package static func sha256(_ path: String) throws -> String {
    var hash = SHA256()
    try read(path) { hash.update($0) }
    return hash.finish()
  }

  package static func md5(_ path: String) throws -> String {
    var hash = MD5()
    try read(path) { hash.update($0) }
    return hash.finish()
  }
}
