import CZlib

/// The checksum of gzip and zip.
struct CRC32 {
  private var state: UInt = 0
  var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    var offset = 0
    while offset < bytes.count {
      let n = min(bytes.count - offset, 1 << 30)
      state = crc32(state, base.assumingMemoryBound(to: UInt8.self) + offset, uInt(n))
      offset += n
    }
  }
}

/// Decompresses gzip (all members, one after the other) or the raw deflate of a zip member.
final class InflateStream: ByteStream {
  enum Wrapper {
    case gzip
    case deflate(crc: UInt32, size: Int)

    var format: String { if case .gzip = self { "gzip" } else { "zip" } }
    var windowBits: Int32 { if case .gzip = self { 15 + 16 } else { -15 } }
  }

  let name: String
  private let store: ByteStore
  private let range: Range<Int>
  private let wrapper: Wrapper
  private let limits: Delimited.Limits
  private let state: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isOpen = false
  private var finished = false
  /// The next compressed byte to fetch from the store.
  private var fetched: Int
  private var produced = 0
  private var crc = CRC32()

  init(_ store: ByteStore, name: String, range: Range<Int>, wrapper: Wrapper, limits: Delimited.Limits) {
    self.store = store
    self.name = name
    self.range = range
    self.wrapper = wrapper
    self.limits = limits
    fetched = range.lowerBound
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    input = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit {
    if isOpen { inflateEnd(state) }
    state.deallocate()
    input.deallocate()
  }

  var progress: Double { range.isEmpty ? 1 : Double(fetched - range.lowerBound) / Double(range.count) }

  /// The offset of the next compressed byte that zlib has not taken.
  private var offset: Int { fetched - Int(state.pointee.avail_in) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int {
    guard !finished, buffer.count > 0, let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    if !isOpen { try open() }
    var filled = 0
    while filled < buffer.count, !finished {
      if state.pointee.avail_in == 0 { try fetch() }
      let room = min(buffer.count - filled, 1 << 30)
      state.pointee.next_out = base + filled
      state.pointee.avail_out = uInt(room)
      let code = inflate(state, Z_NO_FLUSH)
      let n = room - Int(state.pointee.avail_out)
      if case .deflate = wrapper { crc.update(UnsafeRawBufferPointer(start: base + filled, count: n)) }
      filled += n
      produced += n
      try checkLimits()
      switch code {
      case Z_OK: break
      case Z_STREAM_END: try endOfMember()
      case Z_BUF_ERROR where fetched < range.upperBound || state.pointee.avail_in > 0: break
      case Z_BUF_ERROR: throw damaged("the data end in the middle")
      case Z_MEM_ERROR: throw .cannotRead(file: name, reason: "not enough memory to decompress")
      default: throw damaged(zlibReason() ?? "invalid data (zlib error \(code))")
      }
    }
    return filled
  }

  private func open() throws(DelimitedError) {
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(state, wrapper.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw .cannotRead(file: name, reason: "zlib does not start: \(zlibReason() ?? "unknown reason")")
    }
    isOpen = true
  }

  private func fetch() throws(DelimitedError) {
    guard fetched < range.upperBound else { throw damaged("the data end in the middle") }
    let wanted = min(input.count, range.upperBound - fetched)
    let n = try store.read(at: fetched, into: UnsafeMutableRawBufferPointer(rebasing: input[..<wanted]))
    guard n > 0 else { throw damaged("the data end in the middle") }
    fetched += n
    state.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
    state.pointee.avail_in = uInt(n)
  }

  private func checkLimits() throws(DelimitedError) {
    if produced > limits.bytes {
      throw .limit(
        file: name, what: "the decompressed size in bytes", limit: limits.bytes,
        position: "after \(offset - range.lowerBound) compressed bytes")
    }
    let taken = max(offset - range.lowerBound, 1)
    if produced > Delimited.Limits.ratioFloor, produced / taken > limits.ratio {
      throw .limit(
        file: name, what: "the ratio of decompressed to compressed size", limit: limits.ratio,
        position: "after \(taken) compressed bytes")
    }
  }

  private func endOfMember() throws(DelimitedError) {
    if case .deflate(let expected, let size) = wrapper {
      finished = true
      guard produced == size else { throw damaged("\(produced) bytes decompressed, \(size) announced") }
      guard crc.value == expected else { throw damaged("the checksum (CRC-32) differs") }
      return
    }
    guard try skipZeros() else {
      finished = true
      return
    }
    guard state.pointee.next_in.pointee == 0x1F, inflateReset(state) == Z_OK else {
      throw damaged("bytes follow the end of the data that are not a further gzip member")
    }
  }

  /// Passes over zero padding after a gzip member; returns whether anything else follows.
  private func skipZeros() throws(DelimitedError) -> Bool {
    while true {
      if state.pointee.avail_in == 0 {
        if fetched == range.upperBound { return false }
        try fetch()
      }
      if state.pointee.next_in.pointee != 0 { return true }
      state.pointee.next_in += 1
      state.pointee.avail_in -= 1
    }
  }

  private func damaged(_ reason: String) -> DelimitedError {
    .damaged(file: name, format: wrapper.format, offset: offset, reason: reason)
  }

  private func zlibReason() -> String? {
    state.pointee.msg.map { String(cString: $0) }
  }
}
