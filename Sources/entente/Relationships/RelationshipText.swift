import Record
import Relationships

/// Words and numbers of relationships.
enum RelationshipText {
  /// A number with a fixed number of decimals and an ASCII minus.
  static func fixed(_ value: Double, _ decimals: Int) -> String { PositionRows.fixed(value, decimals) }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// Loadings and dynamics as a table.
  static func parameters(_ levels: RelationshipLevels) -> String {
    var out = padded("indicator", 16) + padded("loading", 10) + "persistence of errors\n"
    for i in 0..<levels.indicators.count {
      let isBinary = RelationshipIndicator(rawValue: levels.indicators[i])?.kind == .binary
      out +=
        padded(levels.indicators[i], 16) + padded(fixed(levels.loadings[i], 3), 10)
        + (isBinary ? "own value of the year before" : fixed(levels.persistence[i], 3)) + "\n"
    }
    return out
      + "memory of the level \(fixed(levels.dynamics[0], 4)) a year; variance of distant pairs "
      + "\(fixed(levels.dynamics[1], 3)); \(Int(levels.dynamics[2])) iterations\n"
  }
}
