import Record
import StateSystem

/// Sets of roll calls by what a third power did.
package enum RollCallSet: String, Sendable, CaseIterable {
  case all
  /// The third power voted no.
  case opposed
  /// The third power voted yes or abstained.
  case unopposed
  /// Flagged as important by the US State Department, whoever the third power is.
  case flagged
  /// The third power voted no and was nearly alone.
  case alone

  /// Whether the set depends on the votes of a third power.
  var needsThird: Bool { self == .opposed || self == .unopposed || self == .alone }

  /// "Nearly alone": no more no votes than three, or than 5 % of the votes cast if that is more.
  package static let aloneAtMost = 3
  package static let aloneAtMostPerCent = 5
  package static let declaredAt = "2026-11-23"
}

/// The least share of the minority that a roll call must have to count, against near-unanimous roll calls that tell states little apart.
///
/// The minority share is min(yes, no) / (yes + no) over all states that voted yes or no; abstentions are in neither. A roll call without
/// any yes or no vote has minority share 0.
package enum MinorityFilter: String, Sendable, CaseIterable {
  case none = "0"
  case twoAndHalf = "2.5"
  case ten = "10"
  case thirty = "30"

  var perMille: Int {
    switch self {
    case .none: 0
    case .twoAndHalf: 25
    case .ten: 100
    case .thirty: 300
    }
  }
}

/// Which roll calls count, apart from when they were taken.
struct RollCallCriteria: Hashable, Sendable {
  var set = RollCallSet.all
  var third: StateID?
  var minority = MinorityFilter.none
  var issue: RollCalls.Issue?
  var dropsUnanimous = false
}

/// When the roll calls were taken: a range of sessions or of days.
enum RollCallSpan: Hashable, Sendable, CustomStringConvertible {
  case sessions(ClosedRange<Int>)
  /// Numbers of the first and the last day, both inside.
  case days(ClosedRange<Int32>)

  func contains(session: Int16, day: Int32) -> Bool {
    switch self {
    case .sessions(let range): range.contains(Int(session))
    case .days(let range): range.contains(day)
    }
  }

  var description: String {
    switch self {
    case .sessions(let range):
      range.count == 1 ? "session \(range.lowerBound)" : "sessions \(range.lowerBound)-\(range.upperBound)"
    case .days(let range): "\(Day(number: range.lowerBound))/\(Day(number: range.upperBound))"
    }
  }

  /// The span as an EDTF interval of years or days.
  var edtf: String {
    switch self {
    case .sessions(let range):
      range.count == 1 ? "\(range.lowerBound + 1945)" : "\(range.lowerBound + 1945)/\(range.upperBound + 1945)"
    case .days: description
    }
  }

  /// Calendar years in which the roll calls can have been taken.
  var years: ClosedRange<Int> {
    switch self {
    case .sessions(let range): (range.lowerBound + 1945)...(range.upperBound + 1946)
    case .days(let range):
      Day(number: range.lowerBound).year.value...Day(number: range.upperBound).year.value
    }
  }
}
