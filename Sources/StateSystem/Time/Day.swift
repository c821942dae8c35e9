/// A calendar day of the proleptic Gregorian calendar, without a time zone.
///
/// Stored as the number of days since 1970-01-01, so comparison and differences are integer operations.
///
/// - Complexity: every member is O(1).
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// The day with the given calendar fields, or `nil` if there is no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
    else { return nil }
    number = Int32(Day.number(year, month, day))
  }

  /// The first and last day with a year of four digits.
  static let first = number(-9999, 1, 1)
  static let last = number(9999, 12, 31)

  /// Days since 1970-01-01 of calendar fields that exist, for any year below 10^15 in size.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Days from civil: shift the year to begin in March, then count 400-year eras.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar fields of the day.
  public var fields: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year the day falls in.
  public var year: Year { Year(fields.year) }

  /// The day `days` later (earlier when negative).
  public func advanced(by days: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: days)) }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The number of days in a month of a year; 0 for a month outside 1...12.
  public static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 0
    }
  }
}

extension Day: LosslessStringConvertible {
  /// ISO 8601 form, `2001-07-16`.
  public var description: String {
    let f = fields
    func pad(_ n: Int, _ width: Int) -> String {
      let digits = String(abs(n))
      return (n < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(f.year, 4))-\(pad(f.month, 2))-\(pad(f.day, 2))"
  }

  /// Reads `YYYY-MM-DD` and nothing else; `nil` for any other text or a day that does not exist.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year, month, day)
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected a day as YYYY-MM-DD, found \"\(text)\""))
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
