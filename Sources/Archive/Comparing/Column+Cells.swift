import Record

/// A value of a column, as something to compare and to print.
enum Cell: Hashable, CustomStringConvertible {
  case integer(Int32)
  /// Bits of a number, with all missing values alike.
  case number(UInt64)
  case text(String)

  var description: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let bits):
      Double(bitPattern: bits).isNaN ? "missing" : "\(Double(bitPattern: bits))"
    case .text(let value): value
    }
  }
}

extension Column {
  /// The value in a row; the row must exist.
  func cell(_ row: Int) -> Cell {
    switch self {
    case .uint8(let values): .integer(Int32(values[row]))
    case .uint16(let values): .integer(Int32(values[row]))
    case .int16(let values): .integer(Int32(values[row]))
    case .int32(let values): .integer(values[row])
    case .float64(let values): .number(values[row].isNaN ? Double.nan.bitPattern : values[row].bitPattern)
    case .text(let values): .text(values[row])
    }
  }
}
