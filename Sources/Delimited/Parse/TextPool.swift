#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Distinct texts in the order of their first appearance, found again by an open hash table.
///
/// Lives in plain memory, owned by whoever made it and released by ``free()``: the parser asks it once per field.
struct TextPool {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  /// The end of each text in `bytes`.
  private(set) var ends: UnsafeMutablePointer<UInt32>
  private var hashes: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var table: UnsafeMutablePointer<Int32>
  private var tableSize: Int
  private let interned: Bool
  private(set) var count = 0
  private(set) var byteCount = 0
  private var lastCode = -1

  init(interned: Bool) {
    self.interned = interned
    byteCapacity = 1 << 12
    capacity = 1 << 7
    tableSize = 1 << 8
    bytes = .allocate(capacity: byteCapacity)
    ends = .allocate(capacity: capacity)
    hashes = .allocate(capacity: capacity)
    table = .allocate(capacity: tableSize)
    table.initialize(repeating: -1, count: tableSize)
  }

  func free() {
    bytes.deallocate()
    ends.deallocate()
    hashes.deallocate()
    table.deallocate()
  }

  mutating func removeAll() {
    if count > 0, interned { table.update(repeating: -1, count: tableSize) }
    count = 0
    byteCount = 0
    lastCode = -1
  }

  @inline(__always)
  func start(of code: Int) -> Int { code == 0 ? 0 : Int(ends[code - 1]) }

  /// The code of a text; `nil` when the texts together pass 4 GiB or two thousand million.
  @inline(__always)
  mutating func code(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32? {
    if lastCode >= 0, matches(lastCode, text, length) { return Int32(truncatingIfNeeded: lastCode) }
    return find(text, length)
  }

  @inline(never)
  private mutating func find(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32? {
    guard interned else { return append(text, length, hash: 0) }
    let hash = TextPool.hash(text, length)
    let mask = tableSize - 1
    var place = Int(hash) & mask
    while true {
      let code = Int(table[place])
      if code < 0 { break }
      if hashes[code] == hash, matches(code, text, length) {
        lastCode = code
        return Int32(truncatingIfNeeded: code)
      }
      place = (place + 1) & mask
    }
    guard let code = append(text, length, hash: hash) else { return nil }
    table[place] = code
    lastCode = Int(code)
    if count * 2 > tableSize { growTable() }
    return code
  }

  @inline(__always)
  private func matches(_ code: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let first = start(of: code)
    return Int(ends[code]) - first == length && memcmp(bytes + first, text, length) == 0
  }

  private mutating func append(_ text: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> Int32? {
    guard let end = UInt32(exactly: byteCount + length), count < Int(Int32.max) else { return nil }
    if Int(end) > byteCapacity {
      let larger = max(byteCapacity * 2, Int(end))
      bytes = moved(bytes, byteCount, to: larger)
      byteCapacity = larger
    }
    if count == capacity {
      ends = moved(ends, count, to: capacity * 2)
      hashes = moved(hashes, count, to: capacity * 2)
      capacity *= 2
    }
    (bytes + byteCount).update(from: text, count: length)
    ends[count] = end
    hashes[count] = hash
    byteCount = Int(end)
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }

  private mutating func growTable() {
    table.deallocate()
    tableSize *= 4
    table = .allocate(capacity: tableSize)
    table.initialize(repeating: -1, count: tableSize)
    let mask = tableSize - 1
    for code in 0..<count {
      var place = Int(hashes[code]) & mask
      while table[place] >= 0 { place = (place + 1) & mask }
      table[place] = Int32(truncatingIfNeeded: code)
    }
  }

  /// A multiply-mix hash over eight bytes at a time. It need not resist an adversary: a file made so that all its
  /// texts collide is slow to read and no worse.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    let raw = UnsafeRawPointer(text)
    let factor: UInt64 = 0xD6E8_FEB8_6659_FD93
    var h = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= count {
      h = (h ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* factor
      h ^= h >> 32
      i += 8
    }
    var tail: UInt64 = 0
    while i < count {
      tail = tail << 8 | UInt64(text[i])
      i += 1
    }
    h = (h ^ tail) &* factor
    return UInt32(truncatingIfNeeded: h ^ (h >> 29))
  }
}

/// The same values in a larger place; the old one is released.
func moved<T: BitwiseCopyable>(
  _ old: UnsafeMutablePointer<T>, _ count: Int, to capacity: Int
) -> UnsafeMutablePointer<T> {
  let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
  new.update(from: old, count: count)
  old.deallocate()
  return new
}
