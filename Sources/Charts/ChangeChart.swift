/// What became of each item from one text to another: two columns of findings and the change between them.
///
/// A finding is a filled marker (there), a hollow one (implied) or a dash (not there), with the words of who found it; the change is
/// a shape and a word. Not for quantities.
public struct ChangeChart: Drawable {
  public enum Presence: String, Hashable, Sendable, CaseIterable { case present, implied, absent }

  /// The shape that goes with a change.
  public enum Shape: String, Hashable, Sendable, CaseIterable { case same, gone, new, less, more, other, none }

  public struct Finding: Hashable, Sendable {
    /// Who found it; empty where there is only one.
    public var by: String
    public var presence: Presence
    public var detail: String

    public init(by: String, _ presence: Presence, detail: String = "") {
      self.by = by
      self.presence = presence
      self.detail = detail
    }
  }

  public struct Row: Hashable, Sendable {
    public var group: String
    public var name: String
    public var before: [Finding]
    public var after: [Finding]
    public var shape: Shape
    /// The change in words.
    public var change: String
    public var note: String

    public init(
      group: String, _ name: String, before: [Finding], after: [Finding], shape: Shape, change: String,
      note: String = ""
    ) {
      self.group = group
      self.name = name
      self.before = before
      self.after = after
      self.shape = shape
      self.change = change
      self.note = note
    }
  }

  public var text: FigureText
  public var before: String
  public var after: String
  public var rows: [Row]

  public init(text: FigureText, before: String, after: String, rows: [Row]) {
    self.text = text
    self.before = before
    self.after = after
    self.rows = rows
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    func words(_ findings: [Finding]) -> String {
      findings.map { finding in
        let start = finding.by.isEmpty ? "" : "\(finding.by): "
        return start + finding.presence.rawValue + (finding.detail.isEmpty ? "" : ", \(finding.detail)")
      }.joined(separator: "; ")
    }
    return DataTable(
      columns: ["group", "item", before, after, "change", "note"],
      rows: rows.map { row in
        [
          .text(row.group), .text(row.name), .text(words(row.before)), .text(words(row.after)), .text(row.change),
          .text(row.note),
        ]
      })
  }

  package var summary: String {
    let counts = Shape.allCases.compactMap { shape -> String? in
      let names = rows.filter { $0.shape == shape }
      guard let first = names.first, shape != .none else { return nil }
      return "\(first.change): " + names.map(\.name).joined(separator: ", ")
    }
    return "From \(before) to \(after). " + counts.joined(separator: ". ") + "."
  }

  package func draw(on canvas: inout Canvas) {
    guard !rows.isEmpty else {
      canvas.emptyPlot(["Nothing to compare."])
      return
    }
    let columns = Columns(width: canvas.width, isNarrow: canvas.isNarrow)
    var top = heading(columns, on: &canvas)
    var group = ""
    for row in rows {
      if row.group != group {
        group = row.group
        top =
          canvas.lines([group], x: 0, top: top + 8, size: Layout.small, bold: true, fill: .muted, role: .heading) + 3
      }
      canvas.line(Point(0, top), Point(canvas.width, top), .grid, role: .grid)
      top = draw(row, columns, top: top + 5, on: &canvas) + 5
    }
    canvas.height = top + 2
  }

  /// Where the four columns lie.
  private struct Columns {
    let isNarrow: Bool
    let name: Double
    let before: Double
    let after: Double
    let change: Double
    let cell: Double
    let changeWidth: Double
    let width: Double

    init(width: Double, isNarrow: Bool) {
      self.width = width
      self.isNarrow = isNarrow
      name = isNarrow ? width * 0.6 : width * 0.2
      changeWidth = isNarrow ? width * 0.36 : width * 0.17
      before = isNarrow ? 0 : name + 10
      let rest: Double = isNarrow ? width : width - name - changeWidth - 30
      cell = (rest - 10) / 2
      after = before + cell + 10
      change = width - changeWidth
    }
  }

  private func heading(_ columns: Columns, on canvas: inout Canvas) -> Double {
    let heads = [(before, columns.before), (after, columns.after)]
    let bottoms = heads.map { words, x in
      canvas.lines(
        TextMetrics.wrap(words, width: columns.cell, size: Layout.label, bold: true), x: x, top: 0, bold: true,
        role: .heading)
    }
    return (bottoms.max() ?? 0) + 4
  }

  private func draw(_ row: Row, _ columns: Columns, top: Double, on canvas: inout Canvas) -> Double {
    let name = TextMetrics.wrap(row.name.capitalisedFirst, width: columns.name, size: Layout.label, bold: true)
    var bottom = canvas.lines(name, x: 0, top: top, bold: true)
    bottom = max(bottom, drawChange(row, columns, top: top, on: &canvas))
    let cells = columns.isNarrow ? bottom + 3 : top
    for (findings, x) in [(row.before, columns.before), (row.after, columns.after)] {
      bottom = max(bottom, draw(findings, x: x, width: columns.cell, top: cells, on: &canvas))
    }
    return bottom
  }

  private func drawChange(_ row: Row, _ columns: Columns, top: Double, on canvas: inout Canvas) -> Double {
    let at = Point(columns.change + 5, top + Layout.label * 0.55)
    if let shape = row.shape.marker { canvas.marker(shape.0, at: at, radius: 4.2, shape.1, hollow: shape.2) }
    let words = TextMetrics.wrap(row.change, width: columns.changeWidth - 16, size: Layout.label, bold: true)
    let bottom = canvas.lines(words, x: columns.change + 16, top: top, bold: true, role: .value)
    let note = TextMetrics.wrap(row.note, width: columns.changeWidth - 16, size: Layout.small)
    return canvas.lines(note, x: columns.change + 16, top: bottom, size: Layout.small, fill: .muted)
  }

  private func draw(_ findings: [Finding], x: Double, width: Double, top: Double, on canvas: inout Canvas) -> Double {
    var y = top
    for finding in findings {
      let at = Point(x + 5, y + Layout.small * 0.6)
      switch finding.presence {
      case .present: canvas.marker(.circle, at: at, radius: 4, .series(0))
      case .implied: canvas.marker(.circle, at: at, radius: 4, .series(0), hollow: true)
      case .absent: canvas.line(Point(at.x - 4, at.y), Point(at.x + 4, at.y), .muted, role: .marker, width: 1.5)
      }
      let state = finding.presence == .absent ? "not there" : finding.presence == .implied ? "implied" : ""
      let parts = [state, finding.presence == .absent ? "" : finding.detail].filter { !$0.isEmpty }
      let words =
        (finding.by.isEmpty ? "" : finding.by + ": ") + (parts.isEmpty ? "there" : parts.joined(separator: ", "))
      y =
        canvas.lines(
          TextMetrics.wrap(words, width: width - 16, size: Layout.small, maxLines: 6), x: x + 16, top: y,
          size: Layout.small, fill: finding.presence == .absent ? .muted : .ink) + 3
    }
    return y
  }
}

extension ChangeChart.Shape {
  /// Marker, colour and whether it is hollow.
  var marker: (MarkerShape, Paint, Bool)? {
    switch self {
    case .same: (.circle, .muted, false)
    case .gone: (.cross, .series(1), false)
    case .new: (.plus, .series(2), false)
    case .less: (.triangleDown, .series(1), true)
    case .more: (.triangle, .series(2), false)
    case .other: (.diamond, .series(3), false)
    case .none: nil
    }
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
