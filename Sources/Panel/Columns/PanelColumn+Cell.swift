/// How the values of a column are stored.
public enum PanelStorage: Sendable, Equatable {
  case byte, short, integer, number
  /// The longest text has this many bytes of UTF-8.
  case text(Int)
}

/// A cell as it is handed to a writer of files.
public enum PanelCell: Sendable, Equatable {
  case whole(Int32)
  case number(Double)
  case text(String)
  case missing(MissingCode)
}

extension PanelColumn {
  public var storage: PanelStorage {
    switch cells {
    case .bytes: .byte
    case .shorts: .short
    case .integers: .integer
    case .numbers: .number
    case .texts(_, let pool): .text(pool.map(\.utf8.count).max() ?? 0)
    }
  }

  public func cell(at row: Int) -> PanelCell {
    let position = position(row)
    if position < 0 { return .missing(.notMember) }
    switch cells {
    case .bytes(let values):
      return values[position].missingCode.map(PanelCell.missing) ?? .whole(Int32(values[position]))
    case .shorts(let values):
      return values[position].missingCode.map(PanelCell.missing) ?? .whole(Int32(values[position]))
    case .integers(let values): return values[position].missingCode.map(PanelCell.missing) ?? .whole(values[position])
    case .numbers(let values): return values[position].missingCode.map(PanelCell.missing) ?? .number(values[position])
    case .texts(let values, let pool):
      return values[position].missingCode.map(PanelCell.missing) ?? .text(pool[Int(values[position])])
    }
  }
}
