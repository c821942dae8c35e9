import Evidence

/// A figure or table of an insight: one measure over time, for one or several sets of arguments.
///
/// `![caption](figure:trade.rank of=RUS|USA for=CHN year=1990..2001)`: values with `|` make a line each and go together, a range with `..` is the
/// axis of time. A table without a range prints each figure, and the cases behind a single one.
public struct Embed: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case figure, table
  }

  /// One line: its arguments without the time.
  public struct Line: Hashable, Sendable {
    public let label: String
    public let arguments: [String: String]
  }

  public let kind: Kind
  public let caption: String
  public let place: SourcePlace
  public let measure: String
  /// What is measured, in a sentence.
  public let summary: String
  public let unit: Unit
  public let lines: [Line]
  /// The argument that runs, and its values.
  public let timeArgument: String?
  public let times: [Int]

  /// A figure that could not be read.
  init(caption: String, place: SourcePlace) {
    self.init(
      kind: .table, caption: caption, place: place, measure: "", summary: "", unit: .count, lines: [],
      timeArgument: nil, times: [])
  }

  init(
    kind: Kind, caption: String, place: SourcePlace, measure: String, summary: String, unit: Unit, lines: [Line],
    timeArgument: String?,
    times: [Int]
  ) {
    self.kind = kind
    self.caption = caption
    self.place = place
    self.measure = measure
    self.summary = summary
    self.unit = unit
    self.lines = lines
    self.timeArgument = timeArgument
    self.times = times
  }

  /// The requests of a line, one a time, or the only one.
  func requests(_ line: Line) -> [(time: Int?, request: MeasureRequest)] {
    guard let timeArgument else { return [(nil, MeasureRequest(measure, line.arguments))] }
    return times.map { time in
      (time, MeasureRequest(measure, line.arguments.merging([timeArgument: String(time)]) { first, _ in first }))
    }
  }
}
