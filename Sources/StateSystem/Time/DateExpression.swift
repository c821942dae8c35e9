/// A date as history knows it: exact, to the month or year, uncertain, partly unknown, or an interval with open ends.
///
/// The Extended Date/Time Format, levels 0 and 1 without times of day: `1950-02-14`, `1963~`, `1984?`, `195X`,
/// `1950-XX`, `2001-21` (a season), `Y-17000`, `1950-02-14/1980`, `1996-04-26/..` (open), `1985/` (end unknown).
/// ISO 8601-2:2019; https://www.loc.gov/standards/datetime/.
///
/// The marks `?`, `~` and `%` do not widen the bounds: how far "about 1963" reaches is for the reader to say.
public struct DateExpression: Hashable, Sendable {
  /// What stands on one side of an interval.
  public enum End: Hashable, Sendable {
    case date(CalendarDate)
    /// `..`: without end.
    case open
    /// Nothing: there is an end but it is not known.
    case unknown
  }

  public enum Form: Hashable, Sendable {
    case date(CalendarDate)
    case interval(End, End)
  }

  public let form: Form

  /// The interval between two ends; `nil` if neither is a date or the second is over before the first begins.
  public init?(from start: End, to end: End) {
    switch (start, end) {
    case (.date(let first), .date(let second)) where second.days.upperBound < first.days.lowerBound: return nil
    case (.date, _), (_, .date): form = .interval(start, end)
    default: return nil
    }
  }

  public init(_ date: CalendarDate) { form = .date(date) }

  /// The day, exactly.
  public init(_ day: Day) { self.init(CalendarDate(day)) }

  /// The first day it can mean; `nil` without one, or before the year -9999.
  public var earliest: Day? { Self.day(possible.lowerBound) }

  /// The last day it can mean, inside; `nil` without one, or after the year 9999.
  public var latest: Day? { Self.day(possible.upperBound) }

  /// From the first to the last day it can mean; `nil` if `earliest` is.
  public var period: Period? {
    guard let earliest, latest != nil || possible.upperBound == .max else { return nil }
    return Period(from: earliest, to: latest?.advanced(by: 1))
  }

  /// Whether it is one day, or an interval between two days, without a mark of doubt.
  public var isExact: Bool {
    switch form {
    case .date(let date): date.isExact
    case .interval(.date(let start), .date(let end)): start.isExact && end.isExact
    case .interval: false
    }
  }

  /// Whether any part is marked `?` or `%`.
  public var isUncertain: Bool { dates.contains { $0.qualifier == .uncertain || $0.qualifier == .both } }

  /// Whether any part is marked `~` or `%`.
  public var isApproximate: Bool { dates.contains { $0.qualifier == .approximate || $0.qualifier == .both } }

  private var dates: [CalendarDate] {
    switch form {
    case .date(let date): return [date]
    case .interval(let start, let end):
      return [start, end].compactMap { if case .date(let date) = $0 { date } else { nil } }
    }
  }

  static func day(_ number: Int) -> Day? {
    guard (Day.first...Day.last).contains(number) else { return nil }
    return Day(number: Int32(number))
  }
}

extension DateExpression: LosslessStringConvertible, Codable {
  /// The canonical form; reading it gives the same value.
  public var description: String {
    switch form {
    case .date(let date): date.description
    case .interval(let start, let end): "\(start)/\(end)"
    }
  }

  /// The date a text says; `nil` if it is none. `parse` tells why.
  public init?(_ description: String) {
    guard let parsed = try? DateExpression.parse(description) else { return nil }
    self = parsed
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do {
      self = try DateExpression.parse(text)
    } catch {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension DateExpression.End: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}
