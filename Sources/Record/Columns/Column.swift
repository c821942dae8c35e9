/// A column of a record table: contiguous values of one type, the form in which tables are stored and handed on.
///
/// In a `float64` column NaN means missing; integer columns that can be missing declare their own code in the table's
/// documentation.
public enum Column: Sendable, Equatable {
  case uint8([UInt8])
  case uint16([UInt16])
  case int16([Int16])
  case int32([Int32])
  case float64([Double])
  case text(TextColumn)

  /// Number of values.
  public var count: Int {
    switch self {
    case .uint8(let values): values.count
    case .uint16(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .float64(let values): values.count
    case .text(let values): values.count
    }
  }

  /// Name of the type, as written in the archive.
  public var typeName: String {
    switch self {
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .int16: "int16"
    case .int32: "int32"
    case .float64: "float64"
    case .text: "text"
    }
  }
}

/// Strings of a column in one buffer of UTF-8 with offsets.
public struct TextColumn: Sendable, Equatable {
  /// `count + 1` offsets into `bytes`, ascending from 0.
  public private(set) var offsets: [UInt32]
  public private(set) var bytes: [UInt8]

  public init() {
    offsets = [0]
    bytes = []
  }

  public init(_ strings: some Sequence<String>) {
    self.init()
    for string in strings { append(string) }
  }

  /// Takes over stored buffers; `nil` unless the offsets ascend from 0 to the length of `bytes`.
  public init?(offsets: [UInt32], bytes: [UInt8]) {
    guard offsets.first == 0, offsets.last.map(Int.init) == bytes.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.offsets = offsets
    self.bytes = bytes
  }

  public var count: Int { offsets.count - 1 }

  public mutating func append(_ string: String) {
    bytes.append(contentsOf: string.utf8)
    offsets.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// The string at `index`; bytes that are not UTF-8 appear as replacement characters.
  public subscript(index: Int) -> String {
    String(decoding: bytes[Int(offsets[index])..<Int(offsets[index + 1])], as: UTF8.self)
  }

  public var strings: [String] { (0..<count).map { self[$0] } }
}
