/// Writes zip archives without compression.
enum StoredZip {
  static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let offset = UInt32(body.count)
      let sizes = little(crc32(bytes)) + little(UInt32(bytes.count)) + little(UInt32(bytes.count))
      let common = little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0)) + sizes
      let lengths = little(UInt16(name.utf8.count)) + little(UInt16(0))
      body += [0x50, 0x4B, 3, 4] + common + lengths + Array(name.utf8) + bytes
      directory += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + common + lengths + little(UInt16(0))
      directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0)) + little(offset) + Array(name.utf8)
    }
    let count = little(UInt16(members.count))
    let end = [0x50, 0x4B, 5, 6] + [0, 0, 0, 0] + count + count + little(UInt32(directory.count))
    return body + directory + end + little(UInt32(body.count)) + [0, 0]
  }

  private static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }
}
