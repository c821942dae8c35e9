/// One pair's values against the distribution of a comparison class, set by set.
///
/// Each row has the comparison class as grey bars, the pair's value and interval as a marker below them, and its
/// percentile and n as figures. A row without value prints why. Not for comparing classes of different kinds on one axis.
public struct StripDistributionChart: Drawable {
  /// Counts in bins of equal width from `low` to `high`.
  public struct Bins: Hashable, Sendable {
    public var low: Double
    public var high: Double
    public var counts: [Int]

    public init(low: Double, high: Double, counts: [Int]) {
      self.low = low
      self.high = high
      self.counts = counts
    }

    /// Bins of the finite values within `low...high`.
    public init(of values: [Double], low: Double = 0, high: Double = 1, bins: Int = 40) {
      var counts = Array(repeating: 0, count: max(bins, 1))
      for value in values where value.isFinite && value >= low && value <= high && high > low {
        let place = (value - low) / (high - low) * Double(counts.count)
        counts[min(Int(place), counts.count - 1)] += 1
      }
      self.init(low: low, high: high, counts: counts)
    }

    var total: Int { counts.reduce(0) { $0.addingReportingOverflow(max(0, $1)).partialValue } }
    var isDrawable: Bool { !counts.isEmpty && low.isFinite && high.isFinite && high > low && total > 0 }
  }

  public struct Row: Hashable, Sendable {
    public var name: String
    public var detail: String
    public var reading: Reading
    /// Observations behind the value.
    public var n: Int?
    /// The percentile of the value in the comparison class, 0 to 100.
    public var percentile: Reading?
    public var distribution: Bins?

    public init(
      _ name: String, detail: String = "", reading: Reading, n: Int? = nil, percentile: Reading? = nil,
      distribution: Bins? = nil
    ) {
      self.name = name
      self.detail = detail
      self.reading = reading
      self.n = n
      self.percentile = percentile
      self.distribution = distribution
    }
  }

  public var text: FigureText
  public var rows: [Row]
  /// What the marker stands for: "China and Russia".
  public var subject: String
  /// What the grey bars stand for: "all pairs of states".
  public var comparison: String
  /// The range of the axis; widened where a value lies outside.
  public var domain: ClosedRange<Double>
  public var format: NumberFormat

  public init(
    text: FigureText, rows: [Row], subject: String, comparison: String = "all dyads",
    domain: ClosedRange<Double> = 0...1, format: NumberFormat = .percent()
  ) {
    self.text = text
    self.rows = rows
    self.subject = subject
    self.comparison = comparison
    self.domain = domain
    self.format = format
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    DataTable(
      columns: ["set", "detail"] + Reading.columns + [
        "n", "percentile", "percentile low", "percentile high", "comparison n", "comparison low", "comparison high",
        "comparison counts",
      ],
      rows: rows.map { row in
        let bins = row.distribution
        return [.text(row.name), .text(row.detail)] + row.reading.cells + [
          DataTable.Cell(row.n), DataTable.Cell(row.percentile?.value),
          DataTable.Cell(row.percentile?.interval?.lowerBound), DataTable.Cell(row.percentile?.interval?.upperBound),
          DataTable.Cell(bins?.total), DataTable.Cell(bins?.low), DataTable.Cell(bins?.high),
          .text((bins?.counts ?? []).map(String.init).joined(separator: " ")),
        ]
      })
  }

  package var summary: String {
    guard !rows.isEmpty else { return "Chart of distributions without data." }
    let parts = rows.map { row -> String in
      guard row.reading.value != nil else { return "\(row.name): \(row.reading.reason ?? "no data")" }
      let place = row.percentile?.value.map { ", \(RankChart.ordinal($0)) percentile" } ?? ""
      return "\(row.name): \(format.withInterval(row.reading))\(place)"
    }
    return "\(subject) against \(comparison). " + parts.joined(separator: "; ") + "."
  }

  package func draw(on canvas: inout Canvas) {
    guard !rows.isEmpty else { return canvas.emptyPlot(["No data."]) }
    let words = rows.map(words)
    let columns = RowColumns(
      width: canvas.width, isNarrow: canvas.isNarrow, headers: ["share (interval)", "percentile", "n"], rows: words)
    var top = canvas.key(
      Key([
        (.marker(.diamond, .series(1), hollow: false), subject), (.interval(.series(1)), "interval"),
        (.block(.shade), comparison),
      ]), top: 2)
    top = columns.drawHeaders(on: &canvas, top: top)
    let values = rows.compactMap(\.reading.value) + [domain.lowerBound, domain.upperBound]
    let range = (values.min() ?? 0)...(values.max() ?? 1)
    let scale = Scale(.linear, range, start: columns.plotLeft, end: columns.plotRight)
    let axis = Axis.horizontal(scale, format: format, within: 0...canvas.width, most: columns.isNarrow ? 5 : 6)
    let firstTop = top
    var grids: [Box] = []
    for (row, words) in zip(rows, words) {
      let box = draw(row, words, columns: columns, scale: scale, on: &canvas, top: top)
      if let plot = box.plot { grids.append(plot) }
      top = box.bottom + (columns.isNarrow ? 10 : 8)
    }
    let plot = Box(left: columns.plotLeft, top: firstTop, right: columns.plotRight, bottom: top)
    for box in grids {
      for label in axis.labels {
        canvas.line(
          Point(scale(label.value), box.top), Point(scale(label.value), box.bottom), .grid, role: .grid)
      }
    }
    canvas.plots.append(plot)
    canvas.line(Point(plot.left, plot.bottom), Point(plot.right, plot.bottom), .muted, role: .axis)
    canvas.height = canvas.horizontalAxis(scale, axis, plot: plot, grid: false)
  }

  private func words(_ row: Row) -> RowColumns.Row {
    guard row.reading.value != nil else {
      return RowColumns.Row(name: row.name, detail: row.detail, figures: [], reason: row.reading.reason)
    }
    let whole = NumberFormat.number(decimals: 0)
    return RowColumns.Row(
      name: row.name, detail: row.detail,
      figures: [
        format.withInterval(row.reading), row.percentile.map { $0.value == nil ? "–" : whole.withInterval($0) } ?? "–",
        row.n.map { whole(Double($0)) } ?? "–",
      ])
  }

  private func draw(
    _ row: Row, _ words: RowColumns.Row, columns: RowColumns, scale: Scale, on canvas: inout Canvas, top: Double
  ) -> (plot: Box?, bottom: Double) {
    let barHeight = 38.0
    var plotTop = top
    if columns.isNarrow { plotTop = columns.drawLabel(words, on: &canvas, top: top) + 2 }
    let isPlaced = columns.drawSentence(words, on: &canvas, top: top)
    if let reason = words.reason, row.distribution?.isDrawable != true {
      let lines = TextMetrics.wrap(reason, width: columns.plotRight - columns.plotLeft, size: Layout.tick)
      var bottom = canvas.lines(lines, x: columns.plotLeft, top: plotTop, size: Layout.tick, fill: .muted, role: .value)
      if !columns.isNarrow { bottom = max(bottom, columns.drawLabel(words, on: &canvas, top: plotTop)) }
      return (nil, bottom + 6)
    }
    let base = plotTop + barHeight
    bars(row.distribution, scale: scale, base: base, height: barHeight, on: &canvas)
    canvas.line(Point(columns.plotLeft, base), Point(columns.plotRight, base), .muted, role: .axis)
    var bottom = base + 16
    if let value = row.reading.value {
      let y = base + 9
      canvas.line(Point(scale(value), plotTop), Point(scale(value), y), .series(1), role: .value, width: 1.5)
      if let interval = row.reading.interval {
        canvas.whisker(from: scale(interval.lowerBound), to: scale(interval.upperBound), y: y, .series(1))
      }
      canvas.marker(.diamond, at: Point(scale(value), y), radius: 5, .series(1))
      columns.drawFigures(words, on: &canvas, y: base - barHeight / 2 + 4)
    } else if let reason = words.reason {
      let lines = TextMetrics.wrap(reason, width: columns.plotRight - columns.plotLeft, size: Layout.tick)
      bottom = canvas.lines(lines, x: columns.plotLeft, top: base + 4, size: Layout.tick, fill: .muted, role: .value)
    }
    if columns.isNarrow, words.reason == nil, !isPlaced {
      let lines = TextMetrics.wrap(columns.sentence(words), width: canvas.width, size: Layout.small)
      bottom = canvas.lines(lines, x: 0, top: base + 18, size: Layout.small, fill: .muted, role: .value)
    } else if !columns.isNarrow {
      bottom = max(bottom, columns.drawLabel(words, on: &canvas, top: plotTop))
    }
    return (Box(left: columns.plotLeft, top: plotTop, right: columns.plotRight, bottom: base), bottom)
  }

  private func bars(_ bins: Bins?, scale: Scale, base: Double, height: Double, on canvas: inout Canvas) {
    guard let bins, bins.isDrawable, let most = bins.counts.max(), most > 0 else { return }
    let step = (bins.high - bins.low) / Double(bins.counts.count)
    for (index, count) in bins.counts.enumerated() where count > 0 {
      let low = bins.low + Double(index) * step
      guard low < scale.high, low + step > scale.low else { continue }
      let rise = height * Double(count) / Double(most)
      canvas.rect(
        Box(left: scale(low), top: base - rise, right: scale(low + step), bottom: base), fill: .shade, role: .bar)
    }
  }
}
