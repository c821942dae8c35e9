import CZlib
import Dispatch
import Synchronization

/// Compresses what is written in blocks of fixed size, each a gzip member of its own, so that two threads make the bytes of one.
final class GzipOutput {
  private static let block = 1 << 20
  private let file: OutputFile
  private let workers: Int
  private var pending: [UInt8] = []

  init(_ file: OutputFile, workers: Int) {
    self.file = file
    self.workers = workers
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    pending.append(contentsOf: bytes)
    let whole = pending.count / (GzipOutput.block * 4)
    if whole > 0 { try flush(blocks: whole * 4) }
  }

  func finish() throws { try flush(blocks: (pending.count + GzipOutput.block - 1) / GzipOutput.block) }

  private func flush(blocks count: Int) throws {
    let size = GzipOutput.block
    let source = pending
    let members = Mutex<[Int: [UInt8]]>([:])
    @Sendable func compress(_ i: Int) {
      let member = GzipOutput.member(source[(i * size)..<min(source.count, (i + 1) * size)])
      members.withLock { $0[i] = member }
    }
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: count, execute: compress)
    } else {
      (0..<count).forEach(compress)
    }
    let made = members.withLock { $0 }
    for i in 0..<count {
      guard let member = made[i], !member.isEmpty else { throw CommandFailure.inner("zlib could not compress a block") }
      try member.withUnsafeBytes { try file.write($0) }
    }
    pending.removeFirst(min(pending.count, count * size))
  }

  /// One gzip member without a time stamp; empty if zlib fails.
  private static func member(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = Array(bytes)
    let bound = Int(deflateBound(&stream, UInt(input.count)))
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, filled in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        filled = deflate(&stream, Z_FINISH) == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
      }
    }
  }
}
