/// Two values of each row joined by a line, with their ratio: what a partner exchanges with the other and with the third power.
///
/// On a logarithmic axis equal distances are equal ratios. A row with one value prints why the other is absent. Values
/// that are not positive cannot stand on a logarithmic axis and count as absent there.
public struct DumbbellChart: Drawable {
  public struct Row: Hashable, Sendable {
    public var name: String
    /// Reporter, flow, year.
    public var detail: String
    /// Rows of one group stand together under its name; empty: no heading.
    public var group: String
    public var first: Reading
    public var second: Reading

    public init(_ name: String, detail: String = "", group: String = "", first: Reading, second: Reading) {
      self.name = name
      self.detail = detail
      self.group = group
      self.first = first
      self.second = second
    }

    /// Second over first.
    public var ratio: Double? {
      guard let a = first.value, let b = second.value, a > 0, b > 0, (b / a).isFinite, b / a > 0 else { return nil }
      return b / a
    }
  }

  public var text: FigureText
  public var rows: [Row]
  /// What the first value is: "with the partner".
  public var firstName: String
  /// What the second value is: "with the third power".
  public var secondName: String
  public var format: NumberFormat
  public var isLogarithmic: Bool
  public var xTitle: String
  /// Whether the ratio of the two values stands on the line; values such as places in a class have none worth reading.
  public var showsRatio: Bool

  public init(
    text: FigureText, rows: [Row], firstName: String, secondName: String, format: NumberFormat = .compact,
    isLogarithmic: Bool = true, xTitle: String = "", showsRatio: Bool = true
  ) {
    self.showsRatio = showsRatio
    self.text = text
    self.rows = rows
    self.firstName = firstName
    self.secondName = secondName
    self.format = format
    self.isLogarithmic = isLogarithmic
    self.xTitle = xTitle
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    let sides = [firstName, secondName].flatMap { name in Reading.columns.map { "\(name): \($0)" } }
    return DataTable(
      columns: ["row", "detail", "group"] + sides + ["ratio"],
      rows: rows.map {
        [.text($0.name), .text($0.detail), .text($0.group)] + $0.first.cells + $0.second.cells + [
          DataTable.Cell($0.ratio)
        ]
      })
  }

  package var summary: String {
    guard !rows.isEmpty else { return "Dumbbell chart without data." }
    let parts = rows.map { row in
      let ratio = (showsRatio ? row.ratio : nil).map { ", ratio \(Self.times($0))" } ?? ""
      let name = row.detail.isEmpty ? row.name : "\(row.name) (\(row.detail))"
      return
        "\(name): \(firstName) \(format.withInterval(row.first)), \(secondName) \(format.withInterval(row.second))\(ratio)"
    }
    return parts.joined(separator: "; ") + "."
  }

  /// 16.3×
  static func times(_ ratio: Double) -> String {
    if ratio >= 9.95e5 { return Digits.compact(ratio) + "×" }
    let decimals = ratio >= 99.5 ? 0 : ratio >= 0.995 ? 1 : 2
    if ratio < 0.005 { return Digits.scientific(ratio) + "×" }
    return Digits.grouped(ratio, decimals: decimals) + "×"
  }

  private func shown(_ reading: Reading) -> Double? {
    guard let value = reading.value, !isLogarithmic || value > 0 else { return nil }
    return value
  }

  private func reason(_ name: String, _ reading: Reading) -> String? {
    if let reason = reading.reason { return "\(name): \(reason)" }
    guard let value = reading.value, shown(reading) == nil else { return nil }
    return "\(name): \(format(value)), not on a logarithmic axis"
  }

  package func draw(on canvas: inout Canvas) {
    guard !rows.isEmpty else { return canvas.emptyPlot(["No data."]) }
    let words = rows.map { row in
      let reasons = [reason(firstName, row.first), reason(secondName, row.second)].compactMap(\.self)
      return RowColumns.Row(
        name: row.name, detail: row.detail, figures: [], reason: reasons.isEmpty ? nil : reasons.joined(separator: "; ")
      )
    }
    let columns = RowColumns(width: canvas.width, isNarrow: canvas.isNarrow, headers: [], rows: words)
    var top = canvas.key(
      Key([
        (.marker(.circle, .series(0), hollow: false), firstName),
        (.marker(.square, .series(1), hollow: false), secondName),
      ]), top: 2)
    let scale = scale(columns)
    let firstTop = top
    var group = ""
    var rules: [ClosedRange<Double>] = []
    for (row, words) in zip(rows, words) {
      if row.group != group, !row.group.isEmpty {
        let lines = TextMetrics.wrap(row.group, width: canvas.width, size: Layout.tick)
        top = canvas.lines(lines, x: 0, top: top + 6, size: Layout.tick, fill: .muted, role: .heading) + 4
      }
      group = row.group
      let rowTop = top
      top = draw(row, words, columns: columns, scale: scale, on: &canvas, top: top, rules: &rules)
      top = max(top, rowTop + 30) + 6
    }
    guard let scale else {
      canvas.height = top
      return
    }
    let plot = Box(left: columns.plotLeft, top: firstTop, right: columns.plotRight, bottom: top)
    canvas.plots.append(plot)
    let axis = Axis.horizontal(scale, format: format, within: 0...canvas.width, most: columns.isNarrow ? 5 : 8)
    for rule in rules {
      for label in axis.labels {
        canvas.line(
          Point(scale(label.value), rule.lowerBound), Point(scale(label.value), rule.upperBound), .grid, role: .grid)
      }
    }
    canvas.line(Point(plot.left, plot.bottom), Point(plot.right, plot.bottom), .muted, role: .axis)
    canvas.height = canvas.horizontalAxis(scale, axis, plot: plot, grid: false)
    if !xTitle.isEmpty {
      let lines = TextMetrics.wrap(xTitle, width: columns.plotRight - columns.plotLeft, size: Layout.tick)
      canvas.height = canvas.lines(
        lines, x: columns.plotLeft, top: canvas.height, size: Layout.tick, fill: .muted, role: .heading)
    }
  }

  /// The scale over all rows, with room at both sides for the printed values.
  private func scale(_ columns: RowColumns) -> Scale? {
    let readings = rows.flatMap { [$0.first, $0.second] }.filter { shown($0) != nil }
    let values = readings.flatMap(\.extent).filter { !isLogarithmic || $0 > 0 }
    guard let low = values.min(), let high = values.max() else { return nil }
    let widest = readings.compactMap(shown).map { TextMetrics.width(format($0), size: Layout.tick) }.max() ?? 0
    let domain = isLogarithmic ? (low / 1.05)...(high * 1.05) : min(0, low)...max(high, low + 1e-9)
    return Scale(
      isLogarithmic ? .log : .linear, domain, start: columns.plotLeft + widest + 12,
      end: columns.plotRight - widest - 12)
  }

  private func draw(
    _ row: Row, _ words: RowColumns.Row, columns: RowColumns, scale: Scale?, on canvas: inout Canvas, top: Double,
    rules: inout [ClosedRange<Double>]
  ) -> Double {
    var y = top + 22
    var bottom = top
    if columns.isNarrow {
      bottom = columns.drawLabel(words, on: &canvas, top: top)
      y = bottom + 23
    } else {
      bottom = columns.drawLabel(
        words, on: &canvas, top: max(top, y - columns.labelHeight(words) / 2))
    }
    if let scale, shown(row.first) != nil || shown(row.second) != nil {
      rules.append((y - 10)...(y + 10))
      marks(row, y: y, scale: scale, on: &canvas)
      bottom = max(bottom, y + 12)
    }
    if let reason = words.reason {
      let lines = TextMetrics.wrap(reason, width: columns.plotRight - columns.plotLeft, size: Layout.small)
      let isAlone = shown(row.first) == nil && shown(row.second) == nil
      let reasonTop = isAlone ? (columns.isNarrow ? bottom : top + 8) : y + 10
      bottom = max(
        bottom,
        canvas.lines(lines, x: columns.plotLeft, top: reasonTop, size: Layout.small, fill: .muted, role: .value))
    }
    return bottom
  }

  private func marks(_ row: Row, y: Double, scale: Scale, on canvas: inout Canvas) {
    let a = shown(row.first).map(scale.callAsFunction)
    let b = shown(row.second).map(scale.callAsFunction)
    if let a, let b {
      canvas.line(Point(a, y), Point(b, y), .muted, role: .line, width: 2)
      if showsRatio, let ratio = row.ratio {
        canvas.text(
          Self.times(ratio), at: Point((a + b) / 2, y - 10), bold: true, anchor: .middle, role: .value)
      }
    }
    for (reading, index) in [(row.first, 0), (row.second, 1)] where shown(reading) != nil {
      guard let interval = reading.interval else { continue }
      canvas.whisker(from: scale(interval.lowerBound), to: scale(interval.upperBound), y: y, .series(index))
    }
    let isFirstLeft = (a ?? b ?? 0) <= (b ?? a ?? 0)
    if let a {
      canvas.marker(.circle, at: Point(a, y), radius: 5.5, .series(0))
      label(row.first, other: row.second, y: y, isLeft: isFirstLeft, scale: scale, on: &canvas)
    }
    if let b {
      canvas.marker(.square, at: Point(b, y), radius: 5.5, .series(1))
      label(row.second, other: row.first, y: y, isLeft: !isFirstLeft, scale: scale, on: &canvas)
    }
  }

  /// Prints a value on the outer side of both markers and of the intervals.
  private func label(
    _ reading: Reading, other: Reading, y: Double, isLeft: Bool, scale: Scale, on canvas: inout Canvas
  ) {
    guard let value = shown(reading) else { return }
    let edges = (reading.extent + (shown(other) == nil ? [] : other.extent)).map(scale.callAsFunction)
    let edge = isLeft ? (edges.min() ?? 0) : (edges.max() ?? 0)
    canvas.text(
      format(value), at: Point(edge + (isLeft ? -10 : 10), y + Layout.tick * 0.35), size: Layout.tick,
      anchor: isLeft ? .end : .start, role: .value)
  }
}
