/// How much of each column has a value, year by year: what `--coverage` prints and draws.
public struct CoverageTable: Sendable {
  public struct Row: Sendable {
    public let variable: Variable
    /// Share of the year's rows that have a value; `nil` in a year without rows.
    public let shares: [Double?]
    /// Cells of each missing code, in the order of `MissingCode.allCases`.
    public let missing: [Int]
    public let values: Int
  }

  public let years: ClosedRange<Int>
  public let rows: [Row]

  /// - Complexity: O(rows × columns).
  public init(_ table: PanelTable) {
    let request = table.request
    years = request.years
    let width = request.years.count
    guard let year = table.column("year") else {
      rows = []
      return
    }
    let offsets = (0..<table.rowCount).map { Int(year.cells.number(at: year.position($0)) ?? 0) - request.firstYear }
    var totals = [Int](repeating: 0, count: width)
    for offset in offsets { totals[offset] += 1 }
    rows = table.columns.filter { !PanelTable.keyNames.contains($0.variable.name) }.map { column in
      var present = [Int](repeating: 0, count: width)
      var missing = [Int](repeating: 0, count: MissingCode.allCases.count)
      for row in 0..<column.count {
        let position = column.position(row)
        let code = position < 0 ? .notMember : column.cells.missingCode(at: position)
        if let code { missing[Int(code.rawValue)] += 1 } else { present[offsets[row]] += 1 }
      }
      return Row(
        variable: column.variable,
        shares: zip(present, totals).map { $1 == 0 ? nil : Double($0) / Double($1) }, missing: missing,
        values: present.reduce(0, +))
    }
  }

  /// The shares by decade, as text: a line a variable, and what the missing cells are.
  public var text: String {
    var decades: [ClosedRange<Int>] = []
    var first = years.lowerBound
    while first <= years.upperBound {
      let last = min(first / 10 * 10 + 9, years.upperBound)
      decades.append(first...last)
      first = last + 1
    }
    let width = max(8, rows.map(\.variable.name.count).max() ?? 8)
    var text = "".padded(to: width)
    for decade in decades { text += " " + String(decade.lowerBound).padded(to: 4) }
    text += "  values, missing\n"
    for row in rows {
      text += row.variable.name.padded(to: width)
      for decade in decades {
        let shares = decade.compactMap { row.shares[$0 - years.lowerBound] }
        let mean = shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        text += " " + CoverageTable.percent(mean)
      }
      text += "  \(row.values)"
      for (code, count) in zip(MissingCode.allCases, row.missing) where count > 0 {
        text += ", \(count) \(code.label)"
      }
      text += "\n"
    }
    return text + "Per cent of rows with a value, by decade from the year named; . none, 100 all.\n"
  }

  private static func percent(_ share: Double?) -> String {
    guard let share else { return "   -" }
    if share == 0 { return "   ." }
    let rounded = Int((share * 100).rounded())
    // Neither all nor none is rounded to.
    let shown = String(share < 1 ? min(99, max(1, rounded)) : 100)
    return String(repeating: " ", count: 4 - shown.count) + shown
  }
}

extension PanelTable {
  /// Names of key columns.
  static let keyNames: Set<String> = ["ccode", "ccode1", "ccode2", "ccode3", "year", "obsid", "gwcode", "leader"]
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
