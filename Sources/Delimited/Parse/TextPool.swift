#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Distinct texts in the order of their first appearance, found again by an open hash table.
final class TextPool {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var table: UnsafeMutableBufferPointer<Int32>
  private let interned: Bool
  private var lastCode: Int32 = -1

  init(interned: Bool) {
    self.interned = interned
    capacity = 1 << 12
    bytes = .allocate(capacity: capacity)
    table = .allocate(capacity: interned ? 1 << 8 : 1)
    table.initialize(repeating: -1)
  }

  deinit {
    bytes.deallocate()
    table.deallocate()
  }

  var count: Int { ends.count }
  var byteCount: Int { Int(ends.last ?? 0) }

  func removeAll() {
    if !ends.isEmpty, interned { table.update(repeating: -1) }
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    lastCode = -1
  }

  func start(of code: Int) -> Int { code == 0 ? 0 : Int(ends[code - 1]) }

  /// The code of a text; `nil` when the texts together pass 4 GiB or two thousand million.
  func code(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    guard interned else { return append(text, count) }
    if lastCode >= 0, matches(Int(lastCode), text, count) { return lastCode }
    let hash = TextPool.hash(text, count)
    let mask = table.count - 1
    var place = Int(hash) & mask
    while true {
      let code = table[place]
      if code < 0 { break }
      if hashes[Int(code)] == hash, matches(Int(code), text, count) {
        lastCode = code
        return code
      }
      place = (place + 1) & mask
    }
    guard let code = append(text, count) else { return nil }
    hashes.append(hash)
    table[place] = code
    lastCode = code
    if ends.count * 2 > table.count { grow() }
    return code
  }

  @inline(__always)
  private func matches(_ code: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let first = start(of: code)
    return Int(ends[code]) - first == count && memcmp(bytes + first, text, count) == 0
  }

  private func append(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    let used = byteCount
    guard let end = UInt32(exactly: used + count), ends.count < Int(Int32.max) else { return nil }
    if used + count > capacity {
      capacity = max(capacity * 2, used + count)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      moved.update(from: bytes, count: used)
      bytes.deallocate()
      bytes = moved
    }
    (bytes + used).update(from: text, count: count)
    ends.append(end)
    return Int32(ends.count - 1)
  }

  private func grow() {
    let larger = UnsafeMutableBufferPointer<Int32>.allocate(capacity: table.count * 4)
    larger.initialize(repeating: -1)
    let mask = larger.count - 1
    for (code, hash) in hashes.enumerated() {
      var place = Int(hash) & mask
      while larger[place] >= 0 { place = (place + 1) & mask }
      larger[place] = Int32(code)
    }
    table.deallocate()
    table = larger
  }

  /// A multiply-mix hash over eight bytes at a time. It need not resist an adversary: a table of n texts that all
  /// collide costs O(n²) comparisons of 32-bit hashes, and the number of rows is limited.
  static func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    let raw = UnsafeRawPointer(text)
    var h = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      h = (h ^ word) &* 0xD6E8_FEB8_6659_FD93
      h ^= h >> 32
    }
    var i = 0
    while i + 8 <= count {
      mix(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    if i < count {
      var tail: UInt64 = 0
      while i < count {
        tail = tail << 8 | UInt64(text[i])
        i += 1
      }
      mix(tail)
    }
    return UInt32(truncatingIfNeeded: h ^ (h >> 29))
  }
}
