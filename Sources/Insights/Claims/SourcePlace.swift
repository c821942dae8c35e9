/// A place in an insight.
public struct SourcePlace: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, counted in Unicode scalars.
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }

  public static func < (a: SourcePlace, b: SourcePlace) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// The bytes of an insight with the places in it.
struct SourceText: Sendable {
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Scalars that begin before each multiple of `step`, so that a place in a very long line is found as fast as in a short one.
  private let scalars: [Int]
  private static let step = 512

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.step == 0 { counts.append(count) }
      // Continuation bytes of UTF-8 do not begin a scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    }
    counts.append(count)
    lineStarts = starts
    scalars = counts
  }

  /// Scalars that begin before an offset.
  private func scalars(before offset: Int) -> Int {
    let block = min(offset / Self.step, scalars.count - 1)
    let start = block * Self.step
    guard start < offset else { return scalars[block] }
    return scalars[block] + bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The place of a byte; an offset past the end is the end.
  ///
  /// - Complexity: O(log lines).
  func place(_ offset: Int) -> SourcePlace {
    let at = min(max(0, offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= at { low = middle } else { high = middle }
    }
    let before = scalars(before: at) - scalars(before: lineStarts[low])
    return SourcePlace(file: file, line: low + 1, column: before + 1)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line a byte is on, without its end, for quoting in messages.
  /// Empty for a line of more than `longest` bytes.
  func line(_ number: Int, longest: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    guard end - start <= longest else { return "" }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// Whether the bytes at an offset are those of a text.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in buffer.elementsEqual(bytes[offset..<(offset + count)]) }
  }
}
