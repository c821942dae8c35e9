/// Bytes that are read once, from the beginning, after decompression.
protocol ByteStream: AnyObject {
  /// The name of what is read, with the member of the archive.
  var name: String { get }
  /// Fills `buffer` as far as there are bytes; 0 means the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int
  /// The share of the input that was read, 0 to 1.
  var progress: Double { get }
}

/// A part of a store, as it is.
final class PlainStream: ByteStream {
  let name: String
  private let store: ByteStore
  private let start: Int
  private let count: Int
  private let limit: Int
  private let checksum: (expected: UInt32, offset: Int)?
  private var running = CRC32()
  private var done = 0

  init(
    _ store: ByteStore, name: String, range: Range<Int>, limits: Delimited.Limits,
    checksum: (expected: UInt32, offset: Int)? = nil
  ) {
    self.store = store
    self.name = name
    start = range.lowerBound
    count = range.count
    limit = limits.bytes
    self.checksum = checksum
  }

  var progress: Double { count == 0 ? 1 : Double(done) / Double(count) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int {
    guard count <= limit else {
      throw .limit(file: name, what: "the size in bytes", limit: limit, position: "\(count) bytes")
    }
    let wanted = min(buffer.count, count - done)
    guard wanted > 0 else { return 0 }
    let n = try store.read(at: start + done, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    done += n
    if let checksum {
      running.update(UnsafeRawBufferPointer(rebasing: buffer[..<n]))
      if done == count, running.value != checksum.expected {
        throw .damaged(file: name, format: "zip", offset: checksum.offset, reason: "the checksum (CRC-32) differs")
      }
    }
    return n
  }
}

extension ByteStream {
  /// All bytes from here to the end.
  func readAll() throws(DelimitedError) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var failure: DelimitedError?
      let n = block.withUnsafeMutableBytes { buffer in
        do throws(DelimitedError) { return try read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if n == 0 { return result }
      result.append(contentsOf: block[..<n])
    }
  }
}
