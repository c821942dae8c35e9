import CZlib
import Foundation
import Record

#if !_endian(little)
  #error("Columns are stored little-endian and read without conversion")
#endif

extension Column {
  /// The bytes of the column as the archive keeps them: little-endian values; for text `count + 1` offsets of 32 bits, then
  /// the UTF-8.
  ///
  /// - Complexity: O(bytes), one copy.
  var stored: Data {
    switch self {
    case .uint8(let values): values.withUnsafeBytes { Data($0) }
    case .uint16(let values): values.withUnsafeBytes { Data($0) }
    case .int16(let values): values.withUnsafeBytes { Data($0) }
    case .int32(let values): values.withUnsafeBytes { Data($0) }
    case .float64(let values): values.withUnsafeBytes { Data($0) }
    case .text(let values):
      values.offsets.withUnsafeBytes { Data($0) } + values.bytes.withUnsafeBytes { Data($0) }
    }
  }

  /// The column that `bytes` hold; `nil` when their number does not fit `count` values of the type, or the type is unknown.
  ///
  /// - Complexity: O(bytes), one copy.
  init?(type: String, count: Int, stored bytes: UnsafeRawBufferPointer) {
    guard count >= 0 else { return nil }
    func values<T: BitwiseCopyable>(_: T.Type) -> [T]? {
      let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<T>.size)
      guard !overflow, size == bytes.count else { return nil }
      return Column.copied(bytes, count: count)
    }
    let column: Column? =
      switch type {
      case "uint8": values(UInt8.self).map(Column.uint8)
      case "uint16": values(UInt16.self).map(Column.uint16)
      case "int16": values(Int16.self).map(Column.int16)
      case "int32": values(Int32.self).map(Column.int32)
      case "float64": values(Double.self).map(Column.float64)
      case "text": Column.text(count: count, stored: bytes)
      default: nil
      }
    guard let column else { return nil }
    self = column
  }

  private static func text(count: Int, stored bytes: UnsafeRawBufferPointer) -> Column? {
    let (offsets, overflow) = count.addingReportingOverflow(1)
    guard !overflow, offsets <= bytes.count / 4 else { return nil }
    let head = UnsafeRawBufferPointer(rebasing: bytes[..<(offsets * 4)])
    let tail = UnsafeRawBufferPointer(rebasing: bytes[(offsets * 4)...])
    return TextColumn(offsets: copied(head, count: offsets), bytes: copied(tail, count: tail.count)).map(Column.text)
  }

  /// `count` values from `bytes`, which hold exactly as many.
  private static func copied<T: BitwiseCopyable>(_ bytes: UnsafeRawBufferPointer, count: Int) -> [T] {
    [T](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      filled = count
    }
  }

  /// CRC-32 of stored bytes: finds accidental damage, not forgery.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> Int {
    Int(crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
  }
}
