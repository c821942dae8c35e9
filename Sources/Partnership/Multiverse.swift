import Evidence

/// Agreement of the partners under every declared coding of the votes and every minority filter.
public struct Multiverse: Hashable, Sendable, Codable {
  public struct Cell: Hashable, Sendable, Codable {
    public let coding: String
    /// Least share of the minority, per cent, that a roll call must have to count.
    public let filter: String
    public let finding: Finding

    public init(coding: String, filter: String, finding: Finding) {
      self.coding = coding
      self.filter = filter
      self.finding = finding
    }
  }

  /// The declared codings and filters.
  public static let codings = ["exact", "graded", "no-abstentions", "abstain-as-no", "abstain-as-yes"]
  public static let filters = ["0", "2.5", "10", "30"]
  /// A claim about agreement holds if it holds in at least this share of the cells.
  public static let requiredShare = 0.8
  public static let declaredAt = "2026-11-23"

  public let cells: [Cell]

  package init(_ requests: Requests, _ evaluator: any Evaluator) {
    cells = Self.codings.flatMap { coding in
      Self.filters.map { filter in
        Cell(
          coding: coding, filter: filter,
          finding: evaluator.finding(
            for: requests.agreement(
              requests.question.a, requests.question.b, over: .window, coding: coding, filter: filter)))
      }
    }
  }

  /// Lowest and highest value over the cells that are covered; `nil` when none is.
  public var range: ClosedRange<Double>? {
    let values = cells.compactMap(\.finding.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// Share of the covered cells in which the statement holds; `nil` when none is covered.
  public func share(where holds: (Double) -> Bool) -> Double? {
    let values = cells.compactMap(\.finding.value)
    return values.isEmpty ? nil : Double(values.count(where: holds)) / Double(values.count)
  }
}
