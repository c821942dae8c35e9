/// Pledges, institutions, tests and responses on one time axis, lane by lane.
///
/// A bar is an interval: an arrow where it goes on, a hatched end where the source gives the date only roughly, and an empty
/// dashed stretch where it was in force on paper but no longer in fact. Not for durations to be compared in days.
public struct TimelineChart: Drawable {
  public struct Bar: Hashable, Sendable {
    public var label: String
    /// `nil`: began before the axis, drawn with an arrow.
    public var start: Moment?
    /// `nil`: still in force, drawn with an arrow.
    public var end: Moment?
    /// When it ended in fact, if before it ended on paper.
    public var deFactoEnd: Moment?

    public init(_ label: String, start: Moment?, end: Moment? = nil, deFactoEnd: Moment? = nil) {
      self.label = label
      self.start = start
      self.end = end
      self.deFactoEnd = deFactoEnd
    }

    /// The dates in words.
    var dates: String {
      let span: String =
        switch (start, end) {
        case (let start?, let end?): "\(start.text) – \(end.text)"
        case (let start?, nil): "since \(start.text)"
        case (nil, let end?): "until \(end.text)"
        case (nil, nil): "throughout"
        }
      return deFactoEnd.map { span + ", in fact ended \($0.text)" } ?? span
    }
  }

  public struct Event: Hashable, Sendable {
    public var label: String
    public var at: Moment
    /// The index in `TimelineChart.kinds`, which decides the marker.
    public var kind: Int

    public init(_ label: String, at: Moment, kind: Int = 0) {
      self.label = label
      self.at = at
      self.kind = kind
    }
  }

  public struct Lane: Hashable, Sendable {
    public var name: String
    public var bars: [Bar]
    public var events: [Event]
    /// Why the lane is empty, if it is.
    public var absent: String?

    public init(_ name: String, bars: [Bar] = [], events: [Event] = [], absent: String? = nil) {
      self.name = name
      self.bars = bars
      self.events = events
      self.absent = absent
    }
  }

  public var text: FigureText
  public var lanes: [Lane]
  /// Names of the kinds of events, each with a marker of its own; shown as a key when there is more than one.
  public var kinds: [String]
  /// The date of the brief: a vertical line.
  public var asOf: Moment?
  /// The years shown; `nil`: from the data. What lies wholly outside is not drawn and is counted below the plot.
  public var years: ClosedRange<Double>?
  /// The year from which the axis is stretched, for a long history before a few crowded years; the change is marked.
  public var detailFrom: Double?

  public init(
    text: FigureText, lanes: [Lane], kinds: [String] = [], asOf: Moment? = nil, years: ClosedRange<Double>? = nil,
    detailFrom: Double? = nil
  ) {
    self.text = text
    self.lanes = lanes
    self.kinds = kinds
    self.asOf = asOf
    self.years = years
    self.detailFrom = detailFrom
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable {
    let rows: [[DataTable.Cell]] = lanes.flatMap { lane in
      lane.bars.map { bar -> [DataTable.Cell] in
        [
          .text(lane.name), .text("interval"), .text(bar.label), .text(bar.start?.text ?? ""),
          .text(bar.end?.text ?? ""),
          .text(bar.deFactoEnd?.text ?? ""), .text("covered"),
        ]
      }
        + lane.events.map { event -> [DataTable.Cell] in
          [
            .text(lane.name), .text(kindName(event.kind) ?? "event"), .text(event.label), .text(event.at.text),
            .text(event.at.text), .text(""), .text("covered"),
          ]
        }
        + (lane.bars.isEmpty && lane.events.isEmpty
          ? [
            [
              .text(lane.name), .text(""), .text(""), .missing, .missing, .missing,
              .text(lane.absent ?? "nothing recorded"),
            ]
          ]
          : [])
    }
    return DataTable(columns: ["lane", "kind", "label", "start", "end", "in fact ended", "coverage"], rows: rows)
  }

  package var summary: String {
    guard !lanes.isEmpty else { return "Timeline without data." }
    let parts = lanes.map { lane in
      let items = lane.bars.map { "\($0.label), \($0.dates)" } + lane.events.map { "\($0.label), \($0.at.text)" }
      return "\(lane.name): \(items.isEmpty ? lane.absent ?? "nothing recorded" : items.joined(separator: "; "))"
    }
    return "Timeline. " + parts.joined(separator: ". ") + "."
  }

  func kindName(_ kind: Int) -> String? { kinds.indices.contains(kind) ? kinds[kind] : nil }

  package func draw(on canvas: inout Canvas) {
    guard let domain = domain else {
      let reasons = lanes.map { "\($0.name): \($0.absent ?? "nothing recorded")." }
      return canvas.emptyPlot(
        TextMetrics.wrap((["No data."] + reasons).joined(separator: " "), width: canvas.width - 28, size: Layout.label))
    }
    TimelineLayout(chart: self, domain: domain, width: canvas.width, isNarrow: canvas.isNarrow).draw(on: &canvas)
  }

  /// The years shown.
  private var domain: ClosedRange<Double>? {
    if let years, years.lowerBound.isFinite, years.upperBound.isFinite { return years }
    let moments = lanes.flatMap { lane in
      lane.bars.flatMap { [$0.start, $0.end, $0.deFactoEnd].compactMap(\.self) } + lane.events.map(\.at)
    }
    let dates = (moments + [asOf].compactMap(\.self)).map(\.decimalYear)
    guard !moments.isEmpty, let low = dates.min(), let high = dates.max() else { return nil }
    let margin = max((high - low) * 0.02, 0.08)
    return (low - margin)...(high + margin)
  }
}
