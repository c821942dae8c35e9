import StateSystem

extension Arguments {
  /// Numbers of the first and last day of an interval of days, months or years, the last one inside: `1997-09-02/2002-09-01`.
  func days(_ name: String) throws(ArgumentError) -> ClosedRange<Int32> {
    let value = try text(name)
    let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let first = Self.span(parts[0]), let last = Self.span(parts[parts.count - 1]),
      first.lowerBound <= last.upperBound
    else {
      throw .invalid(name, value: value, expected: "an interval with the last day inside, 1997-09-02/2002-09-01")
    }
    return first.lowerBound.number...last.upperBound.number
  }

  /// The days of a year, `2001`, a month, `2001-07`, or a day, `2001-07-16`.
  private static func span(_ text: String) -> ClosedRange<Day>? {
    if let day = Day(text) { return day...day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.count == 4, let y = Int(year) else { return nil }
    switch parts.count {
    case 1:
      guard let first = Day(y, 1, 1), let last = Day(y, 12, 31) else { return nil }
      return first...last
    case 2:
      guard parts[1].utf8.count == 2, let m = Int(parts[1]), let first = Day(y, m, 1),
        let last = Day(y, m, Day.length(of: m, in: y))
      else { return nil }
      return first...last
    default: return nil
    }
  }
}
