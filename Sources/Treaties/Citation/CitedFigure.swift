import Evidence
import StateSystem

/// A number as a source reports it, with the reporter; never mixed with a number we compute.
public struct CitedFigure: Hashable, Sendable, Codable, Identifiable {
  /// Whether the number is evidence or something to be checked.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reported by whoever counted, or quoted from there.
    case record
    /// Asserted by the essay or another analysis; to be checked against the record.
    case claim
  }

  /// Short key in kebab case.
  public let id: String
  /// What is counted, in words.
  public let what: String
  public let value: Double
  public let unit: Unit
  /// The time counted, a year or an interval.
  public let time: DateExpression
  /// Whose statistics, such as "Chinese customs, quoted in the press".
  public let reporter: String
  /// Whose figure, and about whom; the first is the state it belongs to.
  public let states: [StateID]
  public let role: Role
  /// Measures of the same quantity, one for each reporter or basis; empty when we measure nothing like it.
  public let measures: [MeasureRequest]
  public let source: Citation
  public let note: String?

  /// The calendar year counted, when the time is one year.
  public var year: Year? {
    guard let first = time.earliest?.year, time.latest?.year == first else { return nil }
    return first
  }
}
