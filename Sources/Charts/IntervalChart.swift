/// Estimates with intervals, row by row, against a reference line (a forest plot).
///
/// Rows of one group stand together under its name; highlighted rows differ in marker, weight and colour. Not for
/// intervals of different levels in one chart.
public struct IntervalChart: Drawable {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var detail: String
    public var group: String
    public var reading: Reading
    public var n: Int?
    public var isHighlighted: Bool

    public init(
      _ name: String, detail: String = "", group: String = "", reading: Reading, n: Int? = nil,
      isHighlighted: Bool = false
    ) {
      self.name = name
      self.detail = detail
      self.group = group
      self.reading = reading
      self.n = n
      self.isHighlighted = isHighlighted
    }
  }

  /// A vertical line that estimates are compared with.
  public struct Reference: Hashable, Sendable {
    public var value: Double
    public var label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  public var text: FigureText
  public var rows: [Row]
  public var reference: Reference?
  public var format: NumberFormat
  public var xTitle: String
  /// The least horizontal range; widened where the data need it.
  public var domain: ClosedRange<Double>?

  public init(
    text: FigureText, rows: [Row], reference: Reference? = nil, format: NumberFormat = .number(decimals: 2),
    xTitle: String = "", domain: ClosedRange<Double>? = nil
  ) {
    self.text = text
    self.rows = rows
    self.reference = reference
    self.format = format
    self.xTitle = xTitle
    self.domain = domain
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    DataTable(
      columns: ["group", "name", "detail"] + Reading.columns + ["n", "highlighted"],
      rows: rows.map {
        [.text($0.group), .text($0.name), .text($0.detail)] + $0.reading.cells + [
          DataTable.Cell($0.n), .text($0.isHighlighted ? "yes" : "no"),
        ]
      })
  }

  package var summary: String {
    guard !rows.isEmpty else { return "Interval chart without data." }
    let line = reference.map { "Reference line at \(format($0.value)), \($0.label). " } ?? ""
    return line
      + rows.map { "\($0.name)\($0.isHighlighted ? " (highlighted)" : ""): \(format.withInterval($0.reading))" }
      .joined(separator: "; ") + "."
  }

  package func draw(on canvas: inout Canvas) {
    guard !rows.isEmpty else { return canvas.emptyPlot(["No data."]) }
    let words = rows.map { row in
      RowColumns.Row(
        name: row.name, detail: row.detail,
        figures: row.reading.value == nil
          ? [] : [format.withInterval(row.reading), row.n.map { NumberFormat.number(decimals: 0)(Double($0)) } ?? ""],
        reason: row.reading.reason)
    }
    let hasN = rows.contains { $0.n != nil }
    let columns = RowColumns(
      width: canvas.width, isNarrow: canvas.isNarrow,
      headers: hasN ? ["estimate (interval)", "n"] : ["estimate (interval)"],
      rows: words)
    let scale = scale(columns)
    var top = columns.drawHeaders(on: &canvas, top: 0)
    let headerBottom = top
    if let reference, scale.contains(reference.value) {
      let flags = LabelPlacement.flags(
        [(scale(reference.value), reference.label)], within: columns.plotLeft...columns.plotRight, size: Layout.small,
        maxWidth: columns.plotRight - columns.plotLeft
      ).flags
      for flag in flags {
        let at = flag.anchor == .start ? flag.x + LabelPlacement.flagPad : flag.x - LabelPlacement.flagPad
        let labelTop = columns.isNarrow ? 0 : max(0, headerBottom - flag.height)
        top = max(
          top, canvas.lines(flag.lines, x: at, top: labelTop, size: Layout.small, anchor: flag.anchor, fill: .muted))
      }
    }
    let plotTop = top + 4
    top = drawRows(words, columns: columns, scale: scale, on: &canvas, top: plotTop)
    finish(columns, scale: scale, headerTop: 2, plotTop: plotTop, plotBottom: top, on: &canvas)
  }

  private func scale(_ columns: RowColumns) -> Scale {
    let given = [reference?.value, domain?.lowerBound, domain?.upperBound].compactMap(\.self).filter(\.isFinite)
    let values = rows.flatMap(\.reading.extent) + given
    var range = 0.0...1.0
    if let low = values.min(), let high = values.max() {
      range = LineChart.domain(low...high, kind: .linear, includesZero: false, count: 5)
    }
    return Scale(.linear, range, start: columns.plotLeft + 4, end: columns.plotRight - 4)
  }

  private func drawRows(
    _ words: [RowColumns.Row], columns: RowColumns, scale: Scale, on canvas: inout Canvas, top: Double
  ) -> Double {
    var top = top
    var group = ""
    for (row, words) in zip(rows, words) {
      if row.group != group, !row.group.isEmpty {
        let lines = TextMetrics.wrap(
          row.group, width: columns.isNarrow ? canvas.width : columns.plotLeft - 8, size: Layout.tick)
        top = canvas.lines(lines, x: 0, top: top + 4, size: Layout.tick, fill: .muted, role: .heading) + 2
      }
      group = row.group
      let labelBottom = columns.drawLabel(words, isBold: row.isHighlighted, on: &canvas, top: top)
      let isPlaced = columns.drawSentence(words, on: &canvas, top: top)
      let y = columns.isNarrow ? labelBottom + 8 : top + Layout.leading(Layout.label) / 2
      var bottom = max(labelBottom, y + 9)
      if let value = row.reading.value {
        let paint: Paint = row.isHighlighted ? .series(1) : .muted
        if let interval = row.reading.interval {
          canvas.whisker(
            from: scale(interval.lowerBound), to: scale(interval.upperBound), y: y, paint,
            width: row.isHighlighted ? 2.2 : 1.4)
        }
        canvas.marker(
          row.isHighlighted ? .diamond : .circle, at: Point(scale(value), y), radius: row.isHighlighted ? 5.5 : 4,
          row.isHighlighted ? .series(1) : .ink)
        columns.drawFigures(words, on: &canvas, y: y)
        if columns.isNarrow, !isPlaced {
          bottom = canvas.lines(
            TextMetrics.wrap(columns.sentence(words), width: canvas.width, size: Layout.small), x: 0, top: y + 8,
            size: Layout.small, fill: .muted, role: .value)
        }
      } else {
        let lines = TextMetrics.wrap(
          words.reason ?? "", width: columns.plotRight - columns.plotLeft, size: Layout.small)
        bottom = max(
          bottom, canvas.lines(lines, x: columns.plotLeft, top: y - 7, size: Layout.small, fill: .muted, role: .value))
      }
      top = bottom + (columns.isNarrow ? 8 : 4)
    }
    return top
  }

  private func finish(
    _ columns: RowColumns, scale: Scale, headerTop: Double, plotTop: Double, plotBottom: Double, on canvas: inout Canvas
  ) {
    let plot = Box(left: columns.plotLeft, top: plotTop, right: columns.plotRight, bottom: plotBottom)
    canvas.plots.append(plot)
    if let reference, scale.contains(reference.value) {
      let texts = canvas.marks.compactMap(\.text?.box)
      canvas.verticalLine(scale(reference.value), from: headerTop, to: plot.bottom, around: texts)
    }
    canvas.line(Point(plot.left, plot.bottom), Point(plot.right, plot.bottom), .muted, role: .axis)
    let axis = Axis.horizontal(scale, format: format, within: 0...canvas.width, most: columns.isNarrow ? 5 : 7)
    canvas.height = canvas.horizontalAxis(scale, axis, plot: plot, grid: false)
    if !xTitle.isEmpty {
      let lines = TextMetrics.wrap(xTitle, width: columns.plotRight - columns.plotLeft, size: Layout.tick)
      canvas.height = canvas.lines(
        lines, x: columns.plotLeft, top: canvas.height, size: Layout.tick, fill: .muted, role: .heading)
    }
  }
}
