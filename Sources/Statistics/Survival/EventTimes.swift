/// When rows come under observation, when that ends, and in what.
///
/// A row is a spell (start, stop] with covariates that hold through it; a subject whose covariates change has several rows. A row is at
/// risk at time t if start < t ≤ stop. Times are compared exactly: round them first where equal times may differ in the last digit
/// (R does so itself, `timefix`).
public struct EventTimes: Sendable {
  /// `nil` where all rows are at risk from the beginning.
  public let starts: [Double]?
  public let stops: [Double]
  /// What ended the spell: 0 censored (or observation goes on in another row), 1, 2, … causes.
  public let causes: [UInt8]
  /// Risk sets are formed within strata.
  public let strata: [Int32]?

  public var rows: Int { stops.count }

  public init(
    starts: [Double]? = nil, stops: [Double], causes: [UInt8], strata: [Int32]? = nil
  ) throws(SurvivalError) {
    guard !stops.isEmpty else { throw .noRows }
    for (what, count) in [
      ("the causes", causes.count), ("the start times", starts?.count ?? stops.count),
      ("the strata", strata?.count ?? stops.count),
    ] where count != stops.count {
      throw .lengths(what: what, found: count, expected: stops.count)
    }
    if let row = stops.indices.first(where: { !stops[$0].isFinite || !(starts?[$0].isFinite ?? true) }) {
      throw .notFinite(what: "a time", row: row)
    }
    if let starts, let row = stops.indices.first(where: { starts[$0] >= stops[$0] }) {
      throw .emptySpell(row: row, start: starts[row], stop: stops[row])
    }
    self.starts = starts
    self.stops = stops
    self.causes = causes
    self.strata = strata
  }

  /// The causes that occur, ascending.
  public var occurringCauses: [UInt8] { Set(causes).subtracting([0]).sorted() }
}

/// Why survival analysis refuses the data.
public enum SurvivalError: Error, Hashable, Sendable {
  case noRows
  case noColumns
  case noEvents(cause: UInt8)
  case lengths(what: String, found: Int, expected: Int)
  case notFinite(what: String, row: Int)
  case emptySpell(row: Int, start: Double, stop: Double)
  case singular
  /// Intervals of one subject overlap.
  case overlap(subject: Int, row: Int)
  /// A logarithm of event times that are not positive.
  case transform(time: Double)
}

extension SurvivalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRows: "no complete row is left; check the coverage of the variables"
    case .noColumns: "the model has no covariate that varies; add a term"
    case .noEvents(let cause): "no event of cause \(cause); there is nothing to model"
    case .lengths(let what, let found, let expected): "\(what): \(found) rows, expected \(expected)"
    case .notFinite(let what, let row): "row \(row + 1): \(what) is not finite; expected a number"
    case .emptySpell(let row, let start, let stop):
      "row \(row + 1): starts at \(start) and stops at \(stop); expected a stop after the start. Drop the row or shift the stop"
    case .singular: "the information matrix is singular; drop a covariate"
    case .overlap(let subject, let row):
      "row \(row + 1): overlaps another spell of subject \(subject); expected spells one after the other"
    case .transform(let time): "event time \(time) has no logarithm; use another transform of time"
    }
  }
}
