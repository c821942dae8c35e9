/// The central directory of a zip archive.
///
/// Layout: PKWARE, APPNOTE.TXT - .ZIP File Format Specification, 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
struct ZipDirectory {
  private let store: ByteStore
  /// The most members an archive may have.
  private static let entryLimit = 100_000
  /// The largest directory that is read, in bytes.
  private static let sizeLimit = 64 << 20

  init(_ store: ByteStore) { self.store = store }

  func entries() throws(DelimitedError) -> [Delimited.ZipReader.Entry] {
    let place = try locate()
    guard place.count <= ZipDirectory.entryLimit, place.size <= ZipDirectory.sizeLimit else {
      throw .limit(
        file: store.name, what: "the number of members", limit: ZipDirectory.entryLimit,
        position: "byte offset \(place.offset)")
    }
    let bytes = try store.bytes(at: place.offset, count: place.size)
    guard bytes.count == place.size else { throw damaged(place.offset, "the list of members is cut short") }
    var result: [Delimited.ZipReader.Entry] = []
    var p = 0
    for _ in 0..<place.count {
      guard p + 46 <= bytes.count, bytes.u32(p) == 0x0201_4B50 else {
        throw damaged(place.offset + p, "the list of members is cut short")
      }
      let nameEnd = p + 46 + Int(bytes.u16(p + 28))
      let extraEnd = nameEnd + Int(bytes.u16(p + 30))
      guard extraEnd <= bytes.count else { throw damaged(place.offset + p, "the list of members is cut short") }
      result.append(try entry(bytes, p, name: bytes[p + 46..<nameEnd], extra: nameEnd..<extraEnd, at: place.offset + p))
      p = extraEnd + Int(bytes.u16(p + 32))
    }
    return result
  }

  private func entry(
    _ bytes: [UInt8], _ p: Int, name: ArraySlice<UInt8>, extra: Range<Int>, at offset: Int
  ) throws(DelimitedError) -> Delimited.ZipReader.Entry {
    var sizes = [UInt64(bytes.u32(p + 24)), UInt64(bytes.u32(p + 20)), UInt64(bytes.u32(p + 42))]
    if sizes.contains(0xFFFF_FFFF) {
      var q = extra.lowerBound
      while q + 4 <= extra.upperBound {
        let end = q + 4 + Int(bytes.u16(q + 2))
        if bytes.u16(q) == 1 {
          var r = q + 4
          for i in sizes.indices where sizes[i] == 0xFFFF_FFFF {
            guard r + 8 <= min(end, extra.upperBound) else { throw damaged(offset, "a 64-bit size is missing") }
            sizes[i] = bytes.u64(r)
            r += 8
          }
        }
        q = end
      }
    }
    guard let size = Int(exactly: sizes[0]), let compressed = Int(exactly: sizes[1]),
      let header = Int(exactly: sizes[2]), header < store.size, compressed <= store.size
    else { throw damaged(offset, "the size or place of a member lies beyond the file") }
    return Delimited.ZipReader.Entry(
      name: String(decoding: name, as: UTF8.self), compressedSize: compressed, size: size, checksum: bytes.u32(p + 16),
      method: bytes.u16(p + 10), flags: bytes.u16(p + 8), headerOffset: header)
  }

  /// Finds the end record, and the 64-bit one if there is one.
  private func locate() throws(DelimitedError) -> (offset: Int, size: Int, count: Int) {
    let tailStart = max(0, store.size - 22 - 0xFFFF)
    let tail = try store.bytes(at: tailStart, count: store.size - tailStart)
    guard tail.count >= 22, let p = endRecord(tail) else {
      throw damaged(store.size, "the list of members at the end is missing; the file is cut short")
    }
    var count = UInt64(tail.u16(p + 10))
    var size = UInt64(tail.u32(p + 12))
    var offset = UInt64(tail.u32(p + 16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, p >= 20, tail.u32(p - 20) == 0x0706_4B50 {
      guard let place = Int(exactly: tail.u64(p - 12)) else { throw damaged(tailStart + p, "wrong 64-bit end record") }
      let record = try store.bytes(at: place, count: 56)
      guard record.count == 56, record.u32(0) == 0x0606_4B50 else {
        throw damaged(place, "the 64-bit end record is missing")
      }
      count = record.u64(32)
      size = record.u64(40)
      offset = record.u64(48)
    } else if tail.u16(p + 4) != 0 || tail.u16(p + 6) != 0 {
      throw .unsupported(
        file: store.name, what: "one part of an archive in several parts", advice: "Join the parts first")
    }
    guard let offset = Int(exactly: offset), let size = Int(exactly: size), let count = Int(exactly: count),
      offset <= store.size, size <= store.size - offset
    else { throw damaged(tailStart + p, "the list of members lies beyond the end of the file") }
    return (offset, size, count)
  }

  /// The last end record whose comment ends with the file.
  private func endRecord(_ tail: [UInt8]) -> Int? {
    var p = tail.count - 22
    while p >= 0 {
      if tail.u32(p) == 0x0605_4B50, p + 22 + Int(tail.u16(p + 20)) == tail.count { return p }
      p -= 1
    }
    return nil
  }

  private func damaged(_ offset: Int, _ reason: String) -> DelimitedError {
    .damaged(file: store.name, format: "zip", offset: offset, reason: reason)
  }
}

extension [UInt8] {
  /// The little-endian number of 16 bits at `offset`, which the caller has proven to lie inside.
  func u16(_ offset: Int) -> UInt16 { UInt16(self[offset]) | UInt16(self[offset + 1]) << 8 }
  /// The little-endian number of 32 bits at `offset`, which the caller has proven to lie inside.
  func u32(_ offset: Int) -> UInt32 { UInt32(u16(offset)) | UInt32(u16(offset + 2)) << 16 }
  /// The little-endian number of 64 bits at `offset`, which the caller has proven to lie inside.
  func u64(_ offset: Int) -> UInt64 { UInt64(u32(offset)) | UInt64(u32(offset + 4)) << 32 }
}
