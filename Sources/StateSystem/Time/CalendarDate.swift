/// One date of a `DateExpression`: a day, month, season, year, decade or century, perhaps with a mark of doubt.
public struct CalendarDate: Hashable, Sendable {
  public enum Precision: Hashable, Sendable {
    /// `19XX`: the last two digits of the year are not known.
    case century
    /// `195X`.
    case decade
    case year
    /// `1950-XX`: in one month, not known which.
    case someMonth
    /// `1950-XX-XX`: on one day, not known which.
    case someDay
    /// 21 spring, 22 summer, 23 autumn, 24 winter.
    case season(Int)
    case month(Int)
    /// `1950-02-XX`: on one day of the month.
    case someDayOf(month: Int)
    case day(month: Int, day: Int)
  }

  public enum Qualifier: String, Hashable, Sendable {
    case uncertain = "?"
    case approximate = "~"
    /// Uncertain and approximate.
    case both = "%"
  }

  /// The year, or the first of the decade or century.
  public let year: Int
  public let precision: Precision
  public let qualifier: Qualifier?

  public init(_ day: Day) {
    let fields = day.fields
    year = fields.year
    precision = .day(month: fields.month, day: fields.day)
    qualifier = nil
  }

  /// For fields known to name a date that exists.
  init(year: Int, _ precision: Precision, _ qualifier: Qualifier?) {
    self.year = year
    self.precision = precision
    self.qualifier = qualifier
  }

  /// Whether it is one day without a mark of doubt.
  public var isExact: Bool {
    if case .day = precision { qualifier == nil } else { false }
  }

  /// The first and last day it can mean, as days since 1970-01-01.
  ///
  /// A season is three whole months of the northern hemisphere, spring from March; winter runs to the end of
  /// February of the next year. The standard leaves the hemisphere open.
  var days: ClosedRange<Int> {
    switch precision {
    case .century: months(1, to: 12, years: 100)
    case .decade: months(1, to: 12, years: 10)
    case .year, .someMonth, .someDay: months(1, to: 12)
    case .season(let season) where season == 24: start(year, 12)...(start(year + 1, 3) - 1)
    case .season(let season): months((season - 20) * 3, to: (season - 20) * 3 + 2)
    case .month(let month), .someDayOf(let month): months(month, to: month)
    case .day(let month, let day): (start(year, month) + day - 1)...(start(year, month) + day - 1)
    }
  }

  private func months(_ first: Int, to last: Int, years: Int = 1) -> ClosedRange<Int> {
    let end = last == 12 ? start(year + years, 1) : start(year, last + 1)
    return start(year, first)...(end - 1)
  }

  private func start(_ year: Int, _ month: Int) -> Int { Day.number(year, month, 1) }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String {
    let mark = qualifier?.rawValue ?? ""
    switch precision {
    case .century: return padded(year / 100, 2) + "XX" + mark
    case .decade: return padded(year / 10, 3) + "X" + mark
    case .year: return writtenYear + mark
    case .someMonth: return writtenYear + "-XX" + mark
    case .someDay: return writtenYear + "-XX-XX" + mark
    case .season(let number), .month(let number): return writtenYear + "-" + padded(number, 2) + mark
    case .someDayOf(let month): return writtenYear + "-" + padded(month, 2) + "-XX" + mark
    case .day(let month, let day): return writtenYear + "-" + padded(month, 2) + "-" + padded(day, 2) + mark
    }
  }

  private var writtenYear: String {
    (-9999...9999).contains(year) ? (year < 0 ? "-" : "") + padded(abs(year), 4) : "Y\(year)"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
