import Evidence

/// A column of a panel: one cell a row, with a reason wherever there is no value.
///
/// Cells of states are kept once for each state and year and looked up by row, so that a dyad-year panel does not repeat them
/// 1.9 million times.
public struct PanelColumn: Sendable {
  public let variable: Variable
  /// Years the source covers; `nil` where the column is made by the panel itself.
  public let years: ClosedRange<Int>?
  /// Version of the source.
  public let version: String
  let cells: Cells
  /// Position of each row's cell in `cells`; `nil` where rows and cells are the same.
  let positions: [Int32]?
  /// For a variable of one state of a unit of several: its name without the place, and the place, 1 or 2.
  let side: Side?

  struct Side: Sendable, Hashable {
    let base: Variable
    let place: Int
  }

  init(
    _ variable: Variable, _ cells: Cells, positions: [Int32]? = nil, years: ClosedRange<Int>? = nil,
    version: String = "", side: Side? = nil
  ) {
    self.variable = variable
    self.side = side
    self.cells = cells
    self.positions = positions
    self.years = years
    self.version = version
  }

  /// Number of rows.
  public var count: Int { positions?.count ?? cells.count }

  @inline(__always)
  func position(_ row: Int) -> Int { positions.map { Int($0[row]) } ?? row }

  /// Why the row has no value; `nil` if it has one.
  public func missingCode(at row: Int) -> MissingCode? {
    let position = position(row)
    return position < 0 ? .notMember : cells.missingCode(at: position)
  }

  /// The value as a number, or the reason.
  public func number(at row: Int) -> Covered<Double> {
    let position = position(row)
    if position >= 0, let number = cells.number(at: position) { return .covered(number) }
    return absent(at: row)
  }

  /// The value as a text, or the reason.
  public func text(at row: Int) -> Covered<String> {
    let position = position(row)
    if position >= 0, let text = cells.text(at: position) { return .covered(text) }
    return absent(at: row)
  }

  /// The value as it is written in a text file, or the reason.
  public func written(at row: Int) -> Covered<String> {
    if case .texts = cells { return text(at: row) }
    return number(at: row).map(PanelColumn.written)
  }

  /// The shortest text that reads back as the number; whole numbers without a fraction.
  static func written(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return number.description
  }

  private func absent<T>(at row: Int) -> Covered<T> {
    let code = missingCode(at: row) ?? .undefined
    let reason = Reason(code.kind, detail(code))
    return code == .withheld ? .suppressed(reason) : .notCovered(reason)
  }

  private func detail(_ code: MissingCode) -> String {
    switch code {
    case .outsideYears:
      years.map { "\(variable.dataset) \(version) covers \($0.lowerBound)-\($0.upperBound)" } ?? code.label
    default: code.label
    }
  }

  /// The column with the rows at `kept`, in that order.
  func keeping(_ kept: [Int32]) -> PanelColumn {
    if let positions {
      return PanelColumn(
        variable, cells, positions: kept.map { positions[Int($0)] }, years: years, version: version, side: side)
    }
    return PanelColumn(variable, cells.gathered(kept, else: .undefined), years: years, version: version)
  }

  /// Cells of each missing code, in the order of `MissingCode.allCases`, and of values last.
  ///
  /// - Complexity: O(rows).
  public func tally() -> [Int] {
    var counts = [Int](repeating: 0, count: MissingCode.allCases.count + 1)
    for row in 0..<count { counts[missingCode(at: row).map { Int($0.rawValue) } ?? counts.count - 1] += 1 }
    return counts
  }
}
