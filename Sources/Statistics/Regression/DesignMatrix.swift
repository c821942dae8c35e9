/// Covariates as columns of equal length, one after the other in memory, with the name of each.
///
/// Missing values must have been dropped before; a value that is not finite is refused by the fits.
public struct DesignMatrix: Sendable {
  public let rows: Int
  public let names: [String]
  /// Column by column.
  public let values: [Double]

  public var columns: Int { names.count }

  /// - Returns: `nil` if the number of values is not rows × names.
  public init?(rows: Int, names: [String], values: [Double]) {
    guard rows >= 0, values.count == rows * names.count else { return nil }
    self.rows = rows
    self.names = names
    self.values = values
  }

  /// - Returns: `nil` if the columns differ in length.
  public init?(names: [String], columns: [[Double]]) {
    let rows = columns.first?.count ?? 0
    guard names.count == columns.count, columns.allSatisfy({ $0.count == rows }) else { return nil }
    self.init(rows: rows, names: names, values: columns.flatMap { $0 })
  }

  /// A value by row and column.
  @inlinable public subscript(row: Int, column: Int) -> Double { values[column * rows + row] }

  /// A column.
  public func column(_ j: Int) -> ArraySlice<Double> { values[(j * rows)..<((j + 1) * rows)] }

  /// The matrix without the columns whose positions are in `dropped`.
  public func dropping(_ dropped: Set<Int>) -> DesignMatrix {
    guard !dropped.isEmpty else { return self }
    let kept = (0..<columns).filter { !dropped.contains($0) }
    return DesignMatrix(rows: rows, names: kept.map { names[$0] }, values: kept.flatMap { column($0) }) ?? self
  }

  /// The rows at the given positions, in that order.
  public func selecting(_ chosen: [Int]) -> DesignMatrix {
    var out: [Double] = []
    out.reserveCapacity(chosen.count * columns)
    for j in 0..<columns { for row in chosen { out.append(values[j * rows + row]) } }
    return DesignMatrix(rows: chosen.count, names: names, values: out) ?? self
  }
}
