/// Bytes of a file that are taken to be whole rows.
///
/// The cut is a guess where quotes are involved; the parser says where it was wrong (``RowBuffer/consumed``).
final class Chunk: @unchecked Sendable {
  let bytes: ByteBuffer
  let isLast: Bool
  /// The share of the input that was read with this chunk, 0 to 1.
  let progress: Double

  init(_ bytes: ByteBuffer, isLast: Bool, progress: Double) {
    self.bytes = bytes
    self.isLast = isLast
    self.progress = progress
    bytes.terminate()
  }
}

/// Reads a stream in chunks that are cut at line breaks outside of quotes.
final class BlockReader: @unchecked Sendable {
  let stream: any ByteStream
  let blockBytes: Int
  let quoted: Bool
  let limits: Delimited.Limits
  /// Bytes that were read and not yet handed out.
  var pending: ByteBuffer
  private(set) var isAtEnd = false
  private var isDone = false
  /// Why reading stopped before the end.
  private(set) var failure: DelimitedError?

  init(_ stream: any ByteStream, blockBytes: Int, quoted: Bool, limits: Delimited.Limits) {
    self.stream = stream
    self.blockBytes = max(blockBytes, 1)
    self.quoted = quoted
    self.limits = limits
    pending = ByteBuffer(capacity: min(self.blockBytes, 1 << 16))
  }

  /// Reads until `count` bytes are pending or the stream ends.
  func fill(_ count: Int) throws(DelimitedError) {
    pending.reserve(count)
    while pending.count < count, !isAtEnd {
      let room = UnsafeMutableRawBufferPointer(start: pending.base + pending.count, count: count - pending.count)
      let n = try stream.read(into: room)
      pending.count += n
      if n == 0 { isAtEnd = true }
    }
  }

  /// Up to `count` further chunks; fewer at the end and at a failure.
  func group(_ count: Int) -> [Chunk] {
    var result: [Chunk] = []
    do throws(DelimitedError) {
      while result.count < count, let chunk = try next() { result.append(chunk) }
    } catch {
      failure = error
      isDone = true
    }
    return result
  }

  private func next() throws(DelimitedError) -> Chunk? {
    guard !isDone else { return nil }
    var window = blockBytes
    while true {
      // One byte more than the window tells a carriage return from half a line break, and the end from a pause.
      try fill(window + 1)
      if isAtEnd, pending.count <= window {
        isDone = true
        let rest = pending
        pending = ByteBuffer(capacity: 64)
        return Chunk(rest, isLast: true, progress: 1)
      }
      if let cut = BlockReader.cut(pending.base, window, quoted: quoted) { return split(at: cut) }
      guard window <= limits.rowBytes else { return split(at: window) }
      window *= 2
    }
  }

  private func split(at cut: Int) -> Chunk {
    if cut * 2 < pending.count {
      let front = ByteBuffer(capacity: cut)
      front.append(pending.base, count: cut)
      pending.removeFirst(cut)
      return Chunk(front, isLast: false, progress: stream.progress)
    }
    let front = pending
    let rest = front.count - cut
    pending = ByteBuffer(capacity: max(rest, blockBytes + 1))
    pending.append(front.base + cut, count: rest)
    front.count = cut
    return Chunk(front, isLast: false, progress: stream.progress)
  }

  /// The end of the last line in `count` bytes that is not within quotes, if rows begin at the first byte; `nil` if
  /// there is no line break.
  ///
  /// The byte behind the last one must exist.
  private static func cut(_ base: UnsafePointer<UInt8>, _ count: Int, quoted: Bool) -> Int? {
    var inQuotes = quoted && hasOddQuotes(base, count)
    var lastBreak: Int?
    var p = count - 1
    while p >= 0 {
      let b = base[p]
      if b == 0x22, quoted {
        inQuotes.toggle()
      } else if b == 0x0A || (b == 0x0D && base[p + 1] != 0x0A) {
        if !inQuotes { return p + 1 }
        lastBreak = lastBreak ?? p + 1
      }
      p -= 1
    }
    return lastBreak
  }

  /// Whether the number of quotes is odd: the parity of the bits that mark them, eight bytes at a time.
  private static func hasOddQuotes(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(base)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var marks: UInt64 = 0
    var p = 0
    while p + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: p, as: UInt64.self) ^ 0x2222_2222_2222_2222
      marks ^= ~(((word & low) &+ low) | word | low)
      p += 8
    }
    var isOdd = marks.nonzeroBitCount % 2 == 1
    while p < count {
      if base[p] == 0x22 { isOdd.toggle() }
      p += 1
    }
    return isOdd
  }
}
