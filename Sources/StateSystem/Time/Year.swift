/// A calendar year: a view of the period from 1 January to the next 1 January.
public struct Year: Hashable, Comparable, Sendable, Codable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  public let value: Int

  public init(_ value: Int) { self.value = value }
  public init(integerLiteral value: Int) { self.value = value }
  public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  public var description: String { String(value) }
  public static func < (a: Year, b: Year) -> Bool { a.value < b.value }
  public static func + (year: Year, years: Int) -> Year { Year(year.value + years) }
  public static func - (year: Year, years: Int) -> Year { Year(year.value - years) }
}

/// A regular session of the United Nations General Assembly; session s opens in September of year s + 1945.
///
/// The first session opened in January 1946 and is counted to 1946 as well. Some roll calls of a session are taken in
/// the following calendar year; the date of a roll call, not its session, says when it was held.
public struct Session: Hashable, Comparable, Sendable, Codable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  public let number: Int

  public init(_ number: Int) { self.number = number }
  public init(integerLiteral value: Int) { number = value }
  public init(from decoder: any Decoder) throws { number = try decoder.singleValueContainer().decode(Int.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }

  /// The session that opens in `year`.
  public init(opening year: Year) { number = year.value - 1945 }

  /// The year the session opens in.
  public var year: Year { Year(number + 1945) }

  public var description: String { String(number) }
  public static func < (a: Session, b: Session) -> Bool { a.number < b.number }
}
