/// The texts of many cells in one block of memory, a slot of fixed size each: the bytes, and in the last byte their number.
///
/// A slot is copied whole and the reader moves on by the length, which costs two or four moves and no branch.
///
/// `@unchecked Sendable`: the block is written in `init` only, before any other thread can see the object, never handed out for
/// writing, and freed when the last reference goes.
final class TextTable: @unchecked Sendable {
  let base: UnsafeRawPointer
  /// 8 or 32 bytes.
  let stride: Int
  let count: Int

  /// - Parameter text: writes the bytes of a cell, fewer than the stride allows, and returns their number.
  init(count: Int, stride: Int, _ text: (_ cell: Int, _ into: UnsafeMutableRawPointer) -> Int) {
    self.count = count
    self.stride = stride
    let block = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * stride, alignment: 32)
    block.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1) * stride)
    for cell in 0..<count {
      let slot = block + cell * stride
      let length = text(cell, slot)
      (slot + stride - 1).storeBytes(of: UInt8(truncatingIfNeeded: min(length, stride - 1)), as: UInt8.self)
    }
    base = UnsafeRawPointer(block)
  }

  deinit { base.deallocate() }
}

/// Writes numbers as text.
enum NumberBytes {
  /// Writes the shortest text that reads back as the number; whole numbers below 2^53 without a fraction.
  static func write(_ number: Double, to target: UnsafeMutableRawPointer) -> Int {
    if abs(number) < 9_007_199_254_740_992, number == number.rounded(.towardZero) {
      return write(Int64(number), to: target)
    }
    var text = number.description
    return text.withUTF8 { bytes in
      if let source = bytes.baseAddress { target.copyMemory(from: source, byteCount: bytes.count) }
      return bytes.count
    }
  }

  static func write(_ number: Int64, to target: UnsafeMutableRawPointer) -> Int {
    var rest = number.magnitude
    var length = number < 0 ? 1 : 0
    if length == 1 { target.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self) }
    var digits = 1
    var bound: UInt64 = 10
    while rest >= bound, digits < 19 {
      digits += 1
      bound &*= 10
    }
    length += digits
    var place = length - 1
    repeat {
      target.storeBytes(of: UInt8(ascii: "0") + UInt8(rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
      place -= 1
    } while rest > 0
    return length
  }
}
