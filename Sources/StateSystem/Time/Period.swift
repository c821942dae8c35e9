/// A half-open interval of days: `start` is inside, `end` is not; `end == nil` means open.
public struct Period: Hashable, Sendable, Codable {
  public let start: Day
  public let end: Day?

  /// The period from `start` up to but not including `end`; `nil` when `end` is not after `start`.
  public init?(from start: Day, to end: Day?) {
    if let end, end <= start { return nil }
    self.start = start
    self.end = end
  }

  /// The period that begins at `start` and has no end.
  public init(since start: Day) {
    self.start = start
    end = nil
  }

  /// The calendar year as a period; `nil` outside years -9999...9998.
  public init?(_ year: Year) {
    guard let first = Day(year.value, 1, 1), let next = Day(year.value + 1, 1, 1) else { return nil }
    start = first
    end = next
  }

  /// Whether the day lies inside.
  public func contains(_ day: Day) -> Bool { day >= start && (end.map { day < $0 } ?? true) }

  /// Whether the two periods share at least one day.
  public func overlaps(_ other: Period) -> Bool {
    (end.map { other.start < $0 } ?? true) && (other.end.map { start < $0 } ?? true)
  }

  /// The days in both periods; `nil` if there are none.
  public func intersection(_ other: Period) -> Period? {
    let ends = [end, other.end].compactMap { $0 }
    return Period(from: max(start, other.start), to: ends.min())
  }

  /// Whether the period shares at least one day with the calendar year.
  public func touches(_ year: Year) -> Bool { Period(year).map(overlaps) ?? false }
}

extension Period: CustomStringConvertible {
  /// EDTF interval with the last day inside, `1950-02-14/1980-04-10`, or `1996-04-26/..` when open.
  public var description: String { "\(start)/\(end.map { $0.advanced(by: -1).description } ?? "..")" }
}
