/// Bytes that grow at the end, with room behind them for the parser's sentinel.
final class ByteBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0
  /// Bytes behind `capacity` that always exist.
  static let slack = 32

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity + ByteBuffer.slack)
  }

  deinit { base.deallocate() }

  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + ByteBuffer.slack)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
    reserve(count + added)
    (base + count).update(from: bytes, count: added)
    count += added
  }

  func removeFirst(_ removed: Int) {
    count -= removed
    base.update(from: base + removed, count: count)
  }

  /// Puts a line feed behind the last byte, so that every scan for the end of a field ends.
  func terminate() { base[count] = 0x0A }
}
