/// Which variables have values in which years: a lane a variable, filled as high as the share of rows with a value.
///
/// A lane that is empty in a year has no value in any row; a thin base line says that the year has rows. Not for comparing
/// numbers of rows: every year is as wide as another.
public struct CoverageChart: Drawable {
  public struct Row: Hashable, Sendable {
    public var name: String
    /// Share of rows with a value in each year, 0...1; `nil` in a year without rows.
    public var shares: [Double?]

    public init(name: String, shares: [Double?]) {
      self.name = name
      self.shares = shares
    }
  }

  public var text: FigureText
  public var years: ClosedRange<Int>
  public var rows: [Row]

  public init(text: FigureText, years: ClosedRange<Int>, rows: [Row]) {
    self.text = text
    self.years = years
    self.rows = rows
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    DataTable(
      columns: ["variable", "year", "share"],
      rows: rows.flatMap { row in
        zip(years, row.shares).map { [.text(row.name), .number(Double($0)), DataTable.Cell($1)] }
      })
  }

  package var summary: String {
    guard !rows.isEmpty else { return "Coverage of no variables." }
    let spans = rows.map { row -> String in
      let covered = zip(years, row.shares).filter { ($1 ?? 0) > 0 }.map(\.0)
      guard let first = covered.first, let last = covered.last else { return "\(row.name) never" }
      return "\(row.name) \(first) to \(last)"
    }
    return "Years with values: " + spans.joined(separator: "; ") + "."
  }

  private static let lane = 18.0
  private static let bar = 12.0

  package func draw(on canvas: inout Canvas) {
    guard !rows.isEmpty else { return canvas.emptyPlot(["No variables."]) }
    let room = rows.map { TextMetrics.width($0.name, size: Layout.small) }.max() ?? 0
    let left = min(room + 10, canvas.width * 0.5)
    let plot = Box(
      left: left, top: 6, right: canvas.width, bottom: 6 + Double(rows.count) * Self.lane)
    canvas.plots.append(plot)
    let x = Scale(
      .linear, Double(years.lowerBound)...Double(years.upperBound + 1), start: plot.left, end: plot.right)
    for (i, row) in rows.enumerated() {
      let bottom = plot.top + Double(i + 1) * Self.lane - 3
      canvas.text(row.name, at: Point(left - 8, bottom - 1), size: Layout.small, anchor: .end)
      draw(row, x, bottom: bottom, on: &canvas)
    }
    let axis = Axis.horizontal(x, format: .year, within: 0...canvas.width, most: canvas.isNarrow ? 5 : 10)
    canvas.height = canvas.horizontalAxis(x, axis, plot: plot, grid: true)
  }

  /// The lane of a variable: one bar for each run of years with the same height to the pixel.
  private func draw(_ row: Row, _ x: Scale, bottom: Double, on canvas: inout Canvas) {
    func height(_ share: Double?) -> Double? {
      guard let share else { return nil }
      // What is there at all is seen.
      return share <= 0 ? 0 : max(1, (share * Self.bar).rounded())
    }
    var start = 0
    while start < row.shares.count {
      let tall = height(row.shares[start])
      var end = start + 1
      while end < row.shares.count, height(row.shares[end]) == tall { end += 1 }
      if let tall {
        let (from, to) = (x(Double(years.lowerBound + start)), x(Double(years.lowerBound + end)))
        canvas.line(Point(from, bottom), Point(to, bottom), .grid, role: .axis)
        if tall > 0 {
          canvas.rect(
            Box(left: from, top: bottom - tall, right: to, bottom: bottom), fill: .series(0), role: .bar)
        }
      }
      start = end
    }
  }
}
