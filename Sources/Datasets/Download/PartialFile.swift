import Foundation

/// A file that is being fetched: its bytes in `NAME.part`, and beside them which version of which address they are of.
///
/// Bytes are only added to if the server says that it has the same version still, so two versions are never mixed.
struct PartialFile {
  /// Where the bytes came from.
  struct Origin: Codable, Equatable {
    let url: String
    /// A strong entity tag or a date of modification, as sent in `If-Range`.
    let validator: String
  }

  let path: String
  private let originPath: String
  private var handle: FileHandle?
  private(set) var size = 0

  /// The partial file for `name` in `folder`; the folder must exist.
  init(_ name: String, in folder: String) {
    path = folder + "/" + name + ".part"
    originPath = path + ".json"
    size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  /// What to send as `If-Range` to go on; `nil` if there is nothing to go on from.
  func validator(for url: String) -> String? {
    guard size > 0, let data = FileManager.default.contents(atPath: originPath),
      let origin = try? JSONDecoder().decode(Origin.self, from: data), origin.url == url
    else { return nil }
    return origin.validator
  }

  /// Empties the file and notes where the new bytes will come from.
  mutating func restart(_ origin: Origin?) throws {
    close()
    try? FileManager.default.removeItem(atPath: originPath)
    guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    size = 0
    if let origin { try JSONEncoder().encode(origin).write(to: URL(fileURLWithPath: originPath), options: .atomic) }
    try open()
  }

  /// Opens the file to add to its end.
  mutating func resume() throws { try open() }

  mutating func append(_ data: Data) throws {
    try handle?.write(contentsOf: data)
    size += data.count
  }

  /// The first bytes of the file.
  func head(_ count: Int) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: count)).map { [UInt8]($0) } ?? []
  }

  mutating func close() {
    try? handle?.close()
    handle = nil
  }

  /// Puts the file in its place, over an older one.
  mutating func finish(as destination: String) throws {
    close()
    guard rename(path, destination) == 0 else { throw CocoaError(.fileWriteUnknown) }
    try? FileManager.default.removeItem(atPath: originPath)
  }

  mutating func discard() {
    close()
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: originPath)
    size = 0
  }

  private mutating func open() throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    size = Int(try handle.seekToEnd())
    self.handle = handle
  }
}
