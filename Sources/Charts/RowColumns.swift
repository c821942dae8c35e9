/// The frame of charts made of rows: labels on the left, a plot, figures on the right; on narrow canvases labels stand
/// above each row and figures below it.
struct RowColumns: Sendable {
  /// A row's words.
  struct Row: Sendable {
    var name: String
    var detail: String
    /// One entry per right-hand column.
    var figures: [String]
    /// What is said instead of a mark.
    var reason: String?
  }

  var isNarrow: Bool
  var plotLeft: Double
  var plotRight: Double
  private var labelWidth: Double
  private var headers: [String]
  private var columnRights: [Double] = []
  private var sentencesFit = false

  private static let columnGap = 16.0

  /// Measures label and figure columns for `width`; where they leave too little for the plot, labels go above it.
  init(width: Double, isNarrow: Bool, headers: [String], rows: [Row], inset: Double = 8) {
    self.headers = headers
    let names = rows.map { TextMetrics.width($0.name, size: Layout.label, bold: true) }
    let details = rows.map { TextMetrics.width($0.detail, size: Layout.small) }
    labelWidth = min(max((names + details).max() ?? 0, 60), width * 0.27)
    plotLeft = labelWidth + 18
    var right = width
    for column in headers.indices.reversed() {
      let texts = rows.compactMap { $0.figures.indices.contains(column) ? $0.figures[column] : nil }
      let header = TextMetrics.wrap(headers[column], width: 90, size: Layout.small)
      let needed =
        texts.map { TextMetrics.width($0, size: Layout.label) }
        + header.map { TextMetrics.width($0, size: Layout.small) }
      columnRights.insert(right, at: 0)
      right -= (needed.max() ?? 0) + Self.columnGap
    }
    plotRight = right - 4
    self.isNarrow = isNarrow || plotRight - plotLeft < width * 0.25
    if self.isNarrow {
      labelWidth = width
      columnRights = []
      sentencesFit = zip(rows, names).allSatisfy { row, name in
        name + 16 + TextMetrics.width(sentence(row), size: Layout.small) <= width
      }
      (plotLeft, plotRight) = (inset, width - inset)
    }
  }

  /// Column headers; the bottom.
  func drawHeaders(on canvas: inout Canvas, top: Double) -> Double {
    guard !isNarrow, headers.contains(where: { !$0.isEmpty }) else { return top }
    let wrapped = headers.map { TextMetrics.wrap($0, width: 90, size: Layout.small) }
    let count = wrapped.map(\.count).max() ?? 0
    let bottom = top + Layout.height(of: count, size: Layout.small)
    for (lines, right) in zip(wrapped, columnRights) {
      canvas.lines(
        lines, x: right, top: bottom - Layout.height(of: lines.count, size: Layout.small), size: Layout.small,
        anchor: .end,
        fill: .muted, role: .heading)
    }
    return bottom + 4
  }

  /// Name and detail of a row; the bottom.
  func drawLabel(_ row: Row, isBold: Bool = true, on canvas: inout Canvas, top: Double) -> Double {
    let name = TextMetrics.wrap(row.name, width: labelWidth, size: Layout.label, bold: isBold, maxLines: 4)
    let detail = TextMetrics.wrap(row.detail, width: labelWidth, size: Layout.small, maxLines: 4)
    let middle = canvas.lines(name, x: 0, top: top, bold: isBold)
    return canvas.lines(detail, x: 0, top: middle, size: Layout.small, fill: .muted)
  }

  /// The height `drawLabel` takes.
  func labelHeight(_ row: Row) -> Double {
    let name = TextMetrics.wrap(row.name, width: labelWidth, size: Layout.label, bold: true, maxLines: 4)
    let detail = TextMetrics.wrap(row.detail, width: labelWidth, size: Layout.small, maxLines: 4)
    return Layout.height(of: name.count) + Layout.height(of: detail.count, size: Layout.small)
  }

  /// The figures of a row on the line whose middle is `y`.
  func drawFigures(_ row: Row, on canvas: inout Canvas, y: Double) {
    for (text, right) in zip(row.figures, columnRights) {
      canvas.text(text, at: Point(right, y + Layout.label * 0.35), anchor: .end, role: .value)
    }
  }

  /// On narrow canvases the figures at the right of the row's name, if there is room in every row; whether they were drawn.
  func drawSentence(_ row: Row, on canvas: inout Canvas, top: Double) -> Bool {
    guard isNarrow, sentencesFit else { return false }
    canvas.text(
      sentence(row), at: Point(labelWidth, top + Layout.label * 0.9), size: Layout.small, anchor: .end, fill: .muted,
      role: .value)
    return true
  }

  /// The figures of a row as one text, for narrow canvases; the first needs no name.
  func sentence(_ row: Row) -> String {
    zip(headers, row.figures).enumerated().filter { !$0.element.1.isEmpty }.map { position, column in
      position == 0 ? column.1 : "\(column.0)\u{A0}\(column.1)"
    }.joined(separator: " · ")
  }
}
