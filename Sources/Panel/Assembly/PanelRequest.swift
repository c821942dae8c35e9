/// A panel as it was asked for: what its recipe holds.
public struct PanelRequest: Sendable, Codable, Equatable {
  public var unit: PanelUnit
  public var firstYear: Int
  public var lastYear: Int
  /// Families of variables in the order of their columns.
  public var add: [String]
  /// Conditions a row must meet, all of them.
  public var only: [String]
  /// `column:1` or `column:1,2`: values of earlier calendar years.
  public var lag: [String]
  /// The same for later years.
  public var lead: [String]
  /// How several disputes of a dyad-year are reduced to one, rule after rule.
  public var whittle: [WhittleRule]

  public init(
    unit: PanelUnit, years: ClosedRange<Int>, add: [String] = [], only: [String] = [], lag: [String] = [],
    lead: [String] = [], whittle: [WhittleRule] = WhittleRule.standard
  ) {
    self.unit = unit
    firstYear = years.lowerBound
    lastYear = years.upperBound
    self.add = add
    self.only = only
    self.lag = lag
    self.lead = lead
    self.whittle = whittle
  }

  public var years: ClosedRange<Int> { firstYear...max(firstYear, lastYear) }

  /// `1816:2016` or `2001` as a range of years.
  public static func years(_ text: String) throws(PanelError) -> ClosedRange<Int> {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first <= last,
      first >= 1816, last <= 2200
    else { throw .years(text) }
    return first...last
  }
}
