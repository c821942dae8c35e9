/// Covariates as columns of equal length, with the name of each.
///
/// A column is an array of its own, so that a design shares the memory of the table its columns come from.
/// Missing values must have been dropped before; a value that is not finite is refused by the fits.
public struct DesignMatrix: Sendable {
  public let rows: Int
  public let names: [String]
  @usableFromInline let cells: [[Double]]

  public var columns: Int { names.count }

  /// Column after column.
  public var values: [Double] { cells.flatMap { $0 } }

  /// - Returns: `nil` if the number of values is not rows × names.
  public init?(rows: Int, names: [String], values: [Double]) {
    guard rows >= 0, values.count == rows * names.count else { return nil }
    self.rows = rows
    self.names = names
    cells = names.indices.map { Array(values[($0 * rows)..<(($0 + 1) * rows)]) }
  }

  /// - Returns: `nil` if the columns differ in length.
  public init?(names: [String], columns: [[Double]]) {
    let rows = columns.first?.count ?? 0
    guard names.count == columns.count, columns.allSatisfy({ $0.count == rows }) else { return nil }
    self.rows = rows
    self.names = names
    cells = columns
  }

  /// A value by row and column.
  @inlinable public subscript(row: Int, column: Int) -> Double { cells[column][row] }

  /// A column.
  public func column(_ j: Int) -> [Double] { cells[j] }

  /// The matrix without the columns whose positions are in `dropped`.
  public func dropping(_ dropped: Set<Int>) -> DesignMatrix {
    guard !dropped.isEmpty else { return self }
    let kept = (0..<columns).filter { !dropped.contains($0) }
    return DesignMatrix(names: kept.map { names[$0] }, columns: kept.map { cells[$0] }) ?? self
  }

  /// The rows at the given positions, in that order.
  public func selecting(_ chosen: [Int]) -> DesignMatrix {
    DesignMatrix(names: names, columns: cells.map { column in chosen.map { column[$0] } }) ?? self
  }
}
