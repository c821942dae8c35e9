extension DateExpression {
  /// The first and last day it can mean, as days since 1970-01-01; `.min` and `.max` where it is open or unknown.
  var possible: ClosedRange<Int> {
    switch form {
    case .date(let date): date.days
    case .interval(let start, let end): start.days.lowerBound...end.days.upperBound
    }
  }

  /// The days an interval covers however its ends are read; `nil` where no day is certain.
  private var certain: ClosedRange<Int>? {
    switch form {
    case .date(let date): return date.days.count == 1 ? date.days : nil
    case .interval(.date(let known), .unknown), .interval(.unknown, .date(let known)):
      return known.days.count == 1 ? known.days : nil
    case .interval(let start, let end):
      let first = start.isOpen ? Int.min : start.days.upperBound
      let last = end.isOpen ? Int.max : end.days.lowerBound
      return first <= last ? first...last : nil
    }
  }

  /// Whether it is over before the other begins, however both are read.
  public func isCertainlyBefore(_ other: DateExpression) -> Bool {
    possible.upperBound < other.possible.lowerBound
  }

  /// Whether it can be over before the other begins.
  public func isPossiblyBefore(_ other: DateExpression) -> Bool { earliestEnd < other.latestStart }

  /// Whether the two can share a day.
  public func possiblyOverlaps(_ other: DateExpression) -> Bool { possible.overlaps(other.possible) }

  /// Whether the two share a day, however both are read.
  public func certainlyOverlaps(_ other: DateExpression) -> Bool {
    guard let certain, let others = other.certain else { return false }
    return certain.overlaps(others)
  }

  /// Whether the day can be the date, or inside the interval.
  public func possiblyContains(_ day: Day) -> Bool { possible.contains(Int(day.number)) }

  /// Whether the day is the date, or inside the interval, however it is read.
  public func certainlyContains(_ day: Day) -> Bool { certain?.contains(Int(day.number)) ?? false }

  private var earliestEnd: Int {
    switch form {
    case .date(let date): date.days.lowerBound
    case .interval(_, .date(let end)): end.days.lowerBound
    case .interval(_, .open): .max
    case .interval(let start, .unknown): start.days.lowerBound
    }
  }

  private var latestStart: Int {
    switch form {
    case .date(let date): date.days.upperBound
    case .interval(.date(let start), _): start.days.upperBound
    case .interval(.open, _): .min
    case .interval(.unknown, let end): end.days.upperBound
    }
  }
}

extension DateExpression.End {
  /// The days it can mean; every day where it is open or unknown.
  var days: ClosedRange<Int> {
    if case .date(let date) = self { date.days } else { Int.min...Int.max }
  }

  var isOpen: Bool { self == .open }
}
