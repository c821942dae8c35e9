/// The rungs of the cost ladder, the cheapest at the foot, with the rate at which the partners hold together on each.
///
/// Bars run from 0 to 100 %; the comparison class is a tick with its interval; the status is a shape and words. A rung
/// without data prints why. Not a scale: the distance between rungs means nothing.
public struct LadderChart: Drawable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case holds
    case noBetter
    case undecided
    case noData

    /// The words for the reader.
    public var words: String {
      switch self {
      case .holds: "holds"
      case .noBetter: "no better than comparable dyads"
      case .undecided: "undecided"
      case .noData: "no data"
      }
    }
  }

  public struct Rung: Hashable, Sendable {
    public var name: String
    /// What the partners do when they hold together here.
    public var detail: String
    /// The rate, 0 to 1.
    public var reading: Reading
    public var n: Int?
    /// The comparison class's rate, 0 to 1.
    public var comparison: Reading?
    public var status: Status
    /// Replaces the status's own words.
    public var statusText: String?

    public init(
      _ name: String, detail: String = "", reading: Reading, n: Int? = nil, comparison: Reading? = nil,
      status: Status, statusText: String? = nil
    ) {
      self.name = name
      self.detail = detail
      self.reading = reading
      self.n = n
      self.comparison = comparison
      self.status = status
      self.statusText = statusText
    }

    var statusWords: String { statusText ?? status.words }
  }

  public var text: FigureText
  /// From the lowest cost to the highest.
  public var rungs: [Rung]
  /// The index of the rung that is the limit.
  public var limit: Int?
  public var limitText: String
  public var comparisonName: String

  public init(
    text: FigureText, rungs: [Rung], limit: Int? = nil, limitText: String = "the limit",
    comparisonName: String = "comparable dyads"
  ) {
    self.text = text
    self.rungs = rungs
    self.limit = limit
    self.limitText = limitText
    self.comparisonName = comparisonName
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    DataTable(
      columns: ["rung", "name", "detail"] + Reading.columns + [
        "n", "comparison", "comparison low", "comparison high", "status", "limit",
      ],
      rows: rungs.enumerated().map { index, rung in
        [.number(Double(index + 1)), .text(rung.name), .text(rung.detail)] + rung.reading.cells + [
          DataTable.Cell(rung.n), DataTable.Cell(rung.comparison?.value),
          DataTable.Cell(rung.comparison?.interval?.lowerBound), DataTable.Cell(rung.comparison?.interval?.upperBound),
          .text(rung.statusWords), .text(index == limit ? "yes" : "no"),
        ]
      })
  }

  package var summary: String {
    guard !rungs.isEmpty else { return "Cost ladder without rungs." }
    let parts = rungs.enumerated().map { index, rung in
      let rate = rung.reading.value == nil ? "" : ", \(NumberFormat.percent().withInterval(rung.reading))"
      return "\(index + 1) \(rung.name)\(rate): \(rung.statusWords)\(index == limit ? ", \(limitText)" : "")"
    }
    return "Cost ladder from the lowest cost to the highest. " + parts.joined(separator: "; ") + "."
  }

  private static let rail = 30.0

  package func draw(on canvas: inout Canvas) {
    guard !rungs.isEmpty else { return canvas.emptyPlot(["No data."]) }
    var top = canvas.key(
      Key([
        (.block(.series(0)), "rate"), (.interval(.ink), "interval"), (.tick(.series(1)), comparisonName),
      ]), top: 2)
    top += 2
    let frame = LadderFrame(width: canvas.width, isNarrow: canvas.isNarrow)
    let scale = Scale(.linear, 0...1, start: frame.barLeft, end: frame.barRight)
    let axis = Axis.horizontal(scale, format: .percent(), within: 0...canvas.width, most: 5)
    let ladderTop = top
    var centres: [Double] = []
    var bars: [Box] = []
    for index in rungs.indices.reversed() {
      let drawn = draw(rungs[index], index: index, frame: frame, scale: scale, on: &canvas, top: top)
      centres.append(drawn.centre)
      bars.append(drawn.bar)
      top = drawn.bottom + 14
      if index == limit, index > 0 {
        canvas.line(
          Point(Self.rail, top - 8), Point(canvas.width, top - 8), .ink, role: .reference, width: 1.2, dash: [5, 3])
        top += 2
      }
    }
    for bar in bars {
      for label in axis.labels {
        canvas.line(
          Point(scale(label.value), bar.top - 4), Point(scale(label.value), bar.bottom + 4), .grid, role: .grid)
      }
    }
    rails(from: ladderTop - 4, to: top - 4, centres: centres, on: &canvas)
    let plot = Box(left: frame.barLeft, top: ladderTop, right: frame.barRight, bottom: top - 6)
    canvas.plots.append(plot)
    canvas.height = canvas.horizontalAxis(scale, axis, plot: plot, grid: false)
  }

  private func rails(from top: Double, to bottom: Double, centres: [Double], on canvas: inout Canvas) {
    for x in [2.0, Self.rail - 8] {
      canvas.line(Point(x, top), Point(x, bottom), .muted, role: .axis, width: 1.5)
    }
    for (position, y) in centres.enumerated() {
      let number = rungs.count - position
      canvas.line(Point(2, y + 9), Point(Self.rail - 8, y + 9), .muted, role: .axis, width: 1.5)
      canvas.text(
        String(number), at: Point((Self.rail - 6) / 2, y + 4), size: Layout.tick, bold: true, anchor: .middle)
    }
  }

  private func draw(
    _ rung: Rung, index: Int, frame: LadderFrame, scale: Scale, on canvas: inout Canvas, top: Double
  ) -> (centre: Double, bar: Box, bottom: Double) {
    let name = TextMetrics.wrap(rung.name, width: frame.labelWidth, size: Layout.label, bold: true, maxLines: 3)
    var labelBottom = canvas.lines(name, x: Self.rail, top: top, bold: true)
    let detail = TextMetrics.wrap(rung.detail, width: frame.labelWidth, size: Layout.small, maxLines: 4)
    labelBottom = canvas.lines(detail, x: Self.rail, top: labelBottom, size: Layout.small, fill: .muted)
    let barTop = frame.isNarrow ? labelBottom + 3 : top + 2
    let bar = Box(left: frame.barLeft, top: barTop, right: frame.barRight, bottom: barTop + 14)
    rate(rung, scale: scale, bar: bar, on: &canvas)
    var figureBottom = bar.bottom + 4
    let figures = figures(rung)
    if !figures.isEmpty {
      let lines = TextMetrics.wrap(figures, width: frame.barRight - frame.barLeft, size: Layout.small)
      figureBottom = canvas.lines(
        lines, x: frame.barLeft, top: bar.bottom + 5, size: Layout.small, fill: .muted, role: .value)
    }
    let statusTop = frame.isNarrow ? figureBottom + 2 : top
    let statusBottom = status(rung, isLimit: index == limit, frame: frame, on: &canvas, top: statusTop)
    return (top + 6, bar, max(labelBottom, figureBottom, statusBottom))
  }

  private func rate(_ rung: Rung, scale: Scale, bar: Box, on canvas: inout Canvas) {
    canvas.line(Point(bar.left, bar.bottom), Point(bar.right, bar.bottom), .grid, role: .axis)
    if let value = rung.reading.value {
      let right = scale(value)
      let box = Box(left: bar.left, top: bar.top, right: right, bottom: bar.bottom)
      canvas.rect(box, fill: .series(0), role: .bar, opacity: 0.75)
      if let interval = rung.reading.interval {
        canvas.whisker(from: scale(interval.lowerBound), to: scale(interval.upperBound), y: bar.midY, .ink)
      }
    }
    if let interval = rung.comparison?.interval {
      canvas.rect(
        Box(
          left: scale(interval.lowerBound), top: bar.top - 4, right: scale(interval.upperBound), bottom: bar.bottom + 4),
        fill: .series(1), role: .shade, opacity: 0.3)
    }
    if let comparison = rung.comparison, let value = comparison.value {
      let x = scale(value)
      canvas.line(Point(x, bar.top - 4), Point(x, bar.bottom + 4), .series(1), role: .marker, width: 3)
    }
  }

  private func figures(_ rung: Rung) -> String {
    guard rung.reading.value != nil else { return rung.reading.reason ?? "" }
    let percent = NumberFormat.percent()
    var parts = [percent.withInterval(rung.reading)]
    if let comparison = rung.comparison, comparison.value != nil {
      parts.append("\(comparisonName) \(percent.withInterval(comparison))")
    }
    if let n = rung.n { parts.append("n\u{A0}=\u{A0}\(NumberFormat.number(decimals: 0)(Double(n)))") }
    return parts.joined(separator: " · ")
  }

  private func status(
    _ rung: Rung, isLimit: Bool, frame: LadderFrame, on canvas: inout Canvas, top: Double
  ) -> Double {
    let icon = Point(frame.statusLeft + 8, top + 8)
    canvas.icon(rung.status, at: icon)
    let lines = TextMetrics.wrap(rung.statusWords, width: frame.statusWidth - 22, size: Layout.tick)
    var bottom = canvas.lines(lines, x: frame.statusLeft + 22, top: top + 1, size: Layout.tick, role: .label)
    if isLimit {
      let words = TextMetrics.wrap(limitText, width: frame.statusWidth - 22, size: Layout.tick, bold: true)
      bottom = canvas.lines(words, x: frame.statusLeft + 22, top: bottom, size: Layout.tick, bold: true)
    }
    return bottom
  }
}
