/// The padding that MD5 and SHA-256 share: a message cut into blocks of 64 bytes, a one bit, zeros, and the length in bits.
struct MessageBlocks {
  static let size = 64

  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Hands all whole blocks of the message so far to `compress` and keeps the rest.
  mutating func update(_ bytes: UnsafeRawBufferPointer, compress: (UnsafeRawBufferPointer) -> Void) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(Self.size - pending.count)
      pending += missing
      rest = rest.dropFirst(missing.count)
      guard pending.count == Self.size else { return }
      pending.withUnsafeBytes(compress)
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / Self.size * Self.size
    if whole > 0 { compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole))) }
    pending += rest.dropFirst(whole)
  }

  /// Hands over what is left with its padding; `bigEndian` is the order of the eight bytes of the length.
  mutating func finish(bigEndian: Bool, compress: (UnsafeRawBufferPointer) -> Void) {
    let bits = length &* 8
    pending.append(0x80)
    while pending.count % Self.size != 56 { pending.append(0) }
    for i in 0..<8 { pending.append(UInt8(truncatingIfNeeded: bits >> UInt64(bigEndian ? 56 - 8 * i : 8 * i))) }
    pending.withUnsafeBytes(compress)
    pending.removeAll()
  }
}

/// Lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
