import Foundation

/// Fetches files over HTTP into a folder: goes on where an earlier attempt ended, within limits of size and time, and
/// compares checksums.
///
/// Not guaranteed: that the publisher's file is what it was; only a known checksum says so.
package struct Downloader: Sendable {
  package struct Limits: Sendable {
    /// Largest size of a file.
    package var bytes: Int
    /// Seconds without a byte after which an attempt ends.
    package var idle: Double
    /// Seconds after which an attempt ends in any case.
    package var total: Double
    package var attempts: Int
    /// Seconds before the second attempt; doubled before each further one.
    package var pause: Double

    package init(
      bytes: Int = 2 << 30, idle: Double = 30, total: Double = 3_600, attempts: Int = 4, pause: Double = 1
    ) {
      self.bytes = bytes
      self.idle = idle
      self.total = total
      self.attempts = attempts
      self.pause = pause
    }
  }

  /// What the file should have.
  package struct Checksum: Sendable, Hashable {
    package enum Algorithm: String, Sendable { case sha256 = "SHA-256", md5 = "MD5" }
    package let algorithm: Algorithm
    /// Lower-case hexadecimal.
    package let value: String
    /// Whether another file is refused; otherwise it is taken with a warning.
    package let isBinding: Bool

    package init(_ algorithm: Algorithm, _ value: String, isBinding: Bool) {
      self.algorithm = algorithm
      self.value = value.lowercased()
      self.isBinding = isBinding
    }
  }

  /// A file that has arrived.
  package struct File: Sendable, Hashable {
    package let path: String
    /// The address that gave it, after redirections.
    package let url: String
    package let size: Int
    package let warnings: [String]
  }

  let userAgent: String
  let limits: Limits

  /// - Parameter version: of Entente, for the name under which it asks; some servers refuse libraries' default names.
  package init(version: String, limits: Limits = Limits()) {
    userAgent = "entente/\(version)"
    self.limits = limits
  }

  /// Fetches `url` into `folder` as `name`.
  ///
  /// - Parameter progress: called with the bytes so far and, where known, in all; from another thread.
  package func fetch(
    _ url: String, as name: String, into folder: String, checksum: Checksum? = nil,
    progress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
  ) throws(DownloadError) -> File {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder, detail: error.localizedDescription)
    }
    var arrived = try persistently(url, name, folder, progress)
    if WebPage.begins(arrived.file.head(512)) {
      arrived.file.discard()
      throw .webPage(url: url)
    }
    var warnings: [String] = []
    if let checksum, let mismatch = try mismatch(arrived.file.path, checksum, url) {
      guard !checksum.isBinding else {
        arrived.file.discard()
        throw mismatch
      }
      warnings.append(mismatch.description)
    }
    let destination = folder + "/" + name
    do {
      try arrived.file.finish(as: destination)
    } catch {
      throw .cannotWrite(path: destination, detail: error.localizedDescription)
    }
    return File(path: destination, url: arrived.url, size: arrived.size, warnings: warnings)
  }

  /// Fetches a small text: a listing, a page with links.
  package func text(_ url: String, into folder: String) throws(DownloadError) -> String {
    var small = self.limits
    small.bytes = min(small.bytes, 32 << 20)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder, detail: error.localizedDescription)
    }
    var arrived = try Downloader(userAgent: userAgent, limits: small).persistently(url, ".listing", folder) { _, _ in }
    defer { arrived.file.discard() }
    return String(decoding: arrived.file.head(small.bytes), as: UTF8.self)
  }

  private init(userAgent: String, limits: Limits) {
    self.userAgent = userAgent
    self.limits = limits
  }

  private func persistently(
    _ url: String, _ name: String, _ folder: String, _ progress: @escaping @Sendable (Int, Int?) -> Void
  ) throws(DownloadError) -> (file: PartialFile, url: String, size: Int) {
    var attempt = 1
    while true {
      do {
        let transfer = Transfer(url, to: PartialFile(name, in: folder), limit: limits.bytes, progress: progress)
        return try transfer.run(userAgent: userAgent, idle: limits.idle, total: limits.total)
      } catch {
        guard error.isPassing, attempt < limits.attempts else {
          if case .timedOut(_, let seconds) = error, seconds == 0 { throw .timedOut(url: url, seconds: limits.idle) }
          throw error
        }
        Thread.sleep(forTimeInterval: limits.pause * Double(1 << min(attempt - 1, 8)))
        attempt += 1
      }
    }
  }

  private func mismatch(_ path: String, _ checksum: Checksum, _ url: String) throws(DownloadError) -> DownloadError? {
    do {
      let found =
        switch checksum.algorithm {
        case .sha256: try FileDigest.sha256(path)
        case .md5: try FileDigest.md5(path)
        }
      return found == checksum.value
        ? nil
        : .checksum(url: url, algorithm: checksum.algorithm.rawValue, found: found, expected: checksum.value)
    } catch {
      throw .cannotWrite(path: path, detail: error.localizedDescription)
    }
  }
}

/// Recognises a web page by its first bytes.
enum WebPage {
  static func begins(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains($0) }
    let start = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }
}
