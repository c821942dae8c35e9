import Evidence
import Record
import StateSystem

/// A column of a table of states and years as a figure: its value or its share of the system, with class and history.
struct StateYearFigure {
  let vintage: Vintage
  let years: ClosedRange<Int>
  let index: StateYearIndex
  /// The value of a row; NaN is missing.
  let value: (Int) -> Double
  /// What the value is, for the method: `military expenditure, million current US dollars`.
  let words: String
  /// Name of the column in the source.
  let column: String
  private let memo: Memo<YearColumn, [Double]>

  init<Table: Sendable>(
    _ sourced: Sourced<Table>, _ index: StateYearIndex, words: String, column: String,
    memo: Memo<YearColumn, [Double]>, value: @escaping (Int) -> Double
  ) {
    vintage = sourced.vintage
    years = sourced.years
    self.index = index
    self.words = words
    self.column = column
    self.memo = memo
    self.value = value
  }

  static let asArgument = MeasureDefinition.Argument(
    "as", "value|share: the figure itself or its share of the sum over all states with a figure", default: "value")

  /// The value of a state in a year, or why there is none.
  func covered(_ state: State, _ year: Year) throws(NotCovered) -> Double {
    let dataset = "\(vintage.dataset) \(vintage.version)"
    guard years.contains(year.value) else {
      throw NotCovered(
        .outsideYears, "\(dataset) covers \(years.lowerBound)-\(years.upperBound), not \(year)")
    }
    guard let row = index.row(of: state.id, in: year.value) else {
      if let reason = Reason.notMember([state], in: year) { throw NotCovered(reason) }
      throw NotCovered(.missing, "\(dataset) has no row of \(state.name(in: year)) in \(year)")
    }
    guard value(row).isFinite else {
      throw NotCovered(.missing, "\(dataset) marks \(column) of \(state.name(in: year)) in \(year) as missing")
    }
    return value(row)
  }

  /// The values of all states in a year.
  func all(_ year: Int) -> [Double] {
    memo.value(for: YearColumn(dataset: vintage.dataset, figure: words, year: year)) {
      index.rows(of: year).map(value).filter(\.isFinite)
    }
  }

  /// The figure of a state in a year.
  func answer(_ state: State, _ year: Year, asShare: Bool) throws(NotCovered) -> Answer {
    let own = try covered(state, year)
    let values = all(year.value)
    let sum: Double = values.reduce(0, +)
    guard !asShare || sum > 0 else { throw NotCovered(.undefined, "the sum of \(column) in \(year) is 0") }
    let present = asShare ? own / sum : own
    let earlier = index.rows(of: state.id, before: year.value).compactMap { earlier -> Double? in
      let own = value(earlier.row)
      guard asShare else { return own.isFinite ? own : nil }
      let share = own / all(earlier.year).reduce(0, +)
      return share.isFinite ? share : nil
    }
    return Answer(
      estimate: Estimate(
        present, n: asShare ? values.count : 1,
        method: asShare
          ? "share in the sum over \(values.count) states with a figure: \(words); without interval"
          : "\(words); a published figure, without interval",
        sources: [
          Source(
            dataset: vintage.dataset, version: vintage.version,
            rows: asShare ? "year=\(year), \(column)" : "ccode=\(state.id) year=\(year), \(column)",
            rowCount: asShare ? values.count : 1)
        ]),
      classes: [
        ComparisonClass("all states with a figure in \(year)", asShare ? values.map { $0 / sum } : values),
        .history("the state's own earlier years", earlier: earlier, present: present),
      ],
      notes: Caveat.applying(to: vintage.dataset, states: [state.id], years: year.value...year.value).map(\.text))
  }
}

/// A figure of a dataset in a year.
struct YearColumn: Hashable, Sendable {
  let dataset: String
  let figure: String
  let year: Int
}
