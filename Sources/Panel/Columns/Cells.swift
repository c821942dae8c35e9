/// Contiguous values of one type, each a value or a `MissingCode`.
enum Cells: Sendable, Equatable {
  case bytes([UInt8])
  case shorts([Int16])
  case integers([Int32])
  case numbers([Double])
  /// Positions in a list of different texts.
  case texts([Int32], [String])

  var count: Int {
    switch self {
    case .bytes(let values): values.count
    case .shorts(let values): values.count
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .texts(let values, _): values.count
    }
  }

  static func == (a: Cells, b: Cells) -> Bool {
    switch (a, b) {
    case (.bytes(let a), .bytes(let b)): a == b
    case (.shorts(let a), .shorts(let b)): a == b
    case (.integers(let a), .integers(let b)): a == b
    // Bit patterns, so that reasons count and NaN equals itself.
    case (.numbers(let a), .numbers(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    case (.texts(let a, let left), .texts(let b, let right)): a == b && left == right
    default: false
    }
  }

  func missingCode(at index: Int) -> MissingCode? {
    switch self {
    case .bytes(let values): values[index].missingCode
    case .shorts(let values): values[index].missingCode
    case .integers(let values): values[index].missingCode
    case .numbers(let values): values[index].missingCode
    case .texts(let values, _): values[index].missingCode
    }
  }

  /// The value as a number; `nil` for a text or where there is none.
  func number(at index: Int) -> Double? {
    guard missingCode(at: index) == nil else { return nil }
    return switch self {
    case .bytes(let values): Double(values[index])
    case .shorts(let values): Double(values[index])
    case .integers(let values): Double(values[index])
    case .numbers(let values): values[index]
    case .texts: nil
    }
  }

  func text(at index: Int) -> String? {
    guard case .texts(let values, let pool) = self, values[index].missingCode == nil else { return nil }
    return pool[Int(values[index])]
  }

  /// The cells at the positions, in their order; a negative position is a cell with the code.
  func gathered(_ positions: [Int32], else code: MissingCode) -> Cells {
    func gather<T: CellValue>(_ values: [T]) -> [T] {
      positions.map { $0 < 0 ? T.encoded(code) : values[Int($0)] }
    }
    return switch self {
    case .bytes(let values): .bytes(gather(values))
    case .shorts(let values): .shorts(gather(values))
    case .integers(let values): .integers(gather(values))
    case .numbers(let values): .numbers(gather(values))
    case .texts(let values, let pool): .texts(gather(values), pool)
    }
  }
}
