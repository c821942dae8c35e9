/// Where and why a text is no date of the Extended Date/Time Format.
public struct DateExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  public let text: String
  /// Characters before the one at fault.
  public let position: Int
  public let expected: String

  public var description: String {
    let rest = String(decoding: Array(text.utf8).dropFirst(position), as: UTF8.self)
    let found = rest.isEmpty ? "the end" : "\"\(rest)\""
    return "\"\(text)\" is no date: at character \(position + 1) found \(found), expected \(expected)"
  }
}

extension DateExpression {
  /// Reads a date or an interval.
  ///
  /// - Throws: `DateExpressionError` with the place and what may stand there.
  /// - Complexity: O(n).
  public static func parse(_ text: String) throws(DateExpressionError) -> DateExpression {
    var parser = DateExpressionParser(text)
    return try parser.expression()
  }
}

private struct DateExpressionParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func expression() throws(DateExpressionError) -> DateExpression {
    guard bytes.contains(UInt8(ascii: "/")) else {
      let date = try date()
      try end("the end")
      return DateExpression(date)
    }
    let start = try side()
    guard take("/") else { throw wrong("/") }
    let second = position
    let last = try side()
    try end("the end")
    if let expression = DateExpression(from: start, to: last) { return expression }
    position = second
    throw wrong(
      second == bytes.count || start == .open || start == .unknown
        ? "a date on at least one side" : "a date not before the start")
  }

  private mutating func side() throws(DateExpressionError) -> DateExpression.End {
    if peek == nil || peek == UInt8(ascii: "/") { return .unknown }
    if take("..") { return .open }
    return .date(try date())
  }

  private mutating func date() throws(DateExpressionError) -> CalendarDate {
    if take("Y") { return CalendarDate(year: try longYear(), .year, qualifier()) }
    let start = position
    let isNegative = take("-")
    guard peek.map(isDigit) == true else { throw wrong("a year of four digits") }
    let (magnitude, missing) = try shortYear(isNegative)
    if isNegative, magnitude == 0 {
      position = start
      throw wrong("the year 0000 without a sign")
    }
    let year = isNegative ? -magnitude : magnitude
    if missing > 0 { return CalendarDate(year: year, missing == 1 ? .decade : .century, qualifier()) }
    guard take("-") else { return CalendarDate(year: year, .year, qualifier()) }
    let precision = try monthAndDay(year)
    if peek == UInt8(ascii: "T") { throw wrong("a date without a time of day") }
    return CalendarDate(year: year, precision, qualifier())
  }

  /// Four digits, of which the last one or two may be `X` if the year is not negative.
  private mutating func shortYear(_ isNegative: Bool) throws(DateExpressionError) -> (Int, missing: Int) {
    var year = 0
    var missing = 0
    for place in 0..<4 {
      if place >= 2, !isNegative, take("X") {
        missing += 1
        year *= 10
      } else if missing == 0, let digit = digit() {
        year = year * 10 + digit
      } else {
        throw wrong(missing > 0 ? "X" : place >= 2 && !isNegative ? "a digit or X" : "a digit")
      }
    }
    if peek.map(isDigit) == true { throw wrong("four digits, or Y before a longer year") }
    return (year, missing)
  }

  private mutating func longYear() throws(DateExpressionError) -> Int {
    let start = position
    let isNegative = take("-")
    let first = position
    var year = 0
    while let digit = digit() {
      if position - first > Self.longestYear { throw wrong("a year of at most \(Self.longestYear) digits") }
      year = year * 10 + digit
    }
    guard year > 9_999, bytes[first] != UInt8(ascii: "0") else {
      position = start
      throw wrong("a year of five or more digits after Y")
    }
    return isNegative ? -year : year
  }

  private static let longestYear = 12

  private mutating func monthAndDay(_ year: Int) throws(DateExpressionError) -> CalendarDate.Precision {
    if take("XX") {
      guard take("-") else { return .someMonth }
      guard take("XX") else { throw wrong("XX, because the month is not known") }
      return .someDay
    }
    let start = position
    guard let month = number(), (1...12).contains(month) || (21...24).contains(month) else {
      position = start
      throw wrong("a month 01 to 12, a season 21 to 24, or XX")
    }
    guard month <= 12 else { return .season(month) }
    guard take("-") else { return .month(month) }
    if take("XX") { return .someDayOf(month: month) }
    let last = Day.length(of: month, in: year)
    let dayStart = position
    guard let day = number(), (1...last).contains(day) else {
      position = dayStart
      throw wrong("a day 01 to \(last), or XX")
    }
    return .day(month: month, day: day)
  }

  private mutating func qualifier() -> CalendarDate.Qualifier? {
    if take("?") { return .uncertain }
    if take("~") { return .approximate }
    if take("%") { return .both }
    return nil
  }
}

extension DateExpressionParser {
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private mutating func take(_ expected: StaticString) -> Bool {
    let matches = expected.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if matches { position += expected.utf8CodeUnitCount }
    return matches
  }

  private mutating func digit() -> Int? {
    guard let byte = peek, isDigit(byte) else { return nil }
    position += 1
    return Int(byte - 48)
  }

  /// Two digits.
  private mutating func number() -> Int? {
    guard let tens = digit(), let ones = digit() else { return nil }
    return tens * 10 + ones
  }

  private func end(_ expected: String) throws(DateExpressionError) {
    if position < bytes.count { throw wrong(expected) }
  }

  private func wrong(_ expected: String) -> DateExpressionError {
    DateExpressionError(text: text, position: position, expected: expected)
  }
}
