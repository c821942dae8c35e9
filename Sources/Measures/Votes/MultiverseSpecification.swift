import Evidence

/// The declared codings of votes and filters of roll calls under which a claim about agreement is examined.
///
/// Formula: the share of covered cells in which a statement holds; the claim holds if the share is at least `requiredShare`.
/// Missing: a cell that is not covered counts neither for nor against; without any covered cell there is no share.
/// Complexity: one request of `votes.agreement` a cell.
/// Source: Steegen, Tuerlinckx, Gelman and Vanpaemel (2016), doi:10.1177/1745691616658637.
/// Not for: a probability. The cells are choices, not draws.
public struct MultiverseSpecification: Hashable, Sendable, Codable {
  /// One coding with one filter.
  public struct Cell: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Value of the argument `coding`.
    public let coding: String
    /// Value of the argument `filter`: least minority share, per cent.
    public let filter: String

    public init(coding: String, filter: String) {
      self.coding = coding
      self.filter = filter
    }

    public var description: String { "coding=\(coding) filter=\(filter)" }
  }

  public let cells: [Cell]
  /// Least share of the covered cells in which a claim must hold.
  public let requiredShare: Double
  /// The day on which the cells and the share were fixed.
  public let declaredAt: String

  /// The five codings crossed with the filters 0, 2.5, 10 and 30 %; a claim holds in at least 80 % of the cells.
  public static let declared = MultiverseSpecification(
    cells: VoteCoding.allCases.flatMap { coding in
      MinorityFilter.allCases.map { Cell(coding: coding.rawValue, filter: $0.rawValue) }
    }, requiredShare: 0.8, declaredAt: "2026-11-23")

  public init(cells: [Cell], requiredShare: Double, declaredAt: String) {
    self.cells = cells
    self.requiredShare = requiredShare
    self.declaredAt = declaredAt
  }

  /// The request of a cell: `base` with its coding and filter; the values a request has by default are left out, so that equal
  /// questions have equal text.
  public func request(_ cell: Cell, of base: MeasureRequest) -> MeasureRequest {
    var arguments = base.arguments
    arguments["coding"] = cell.coding == VoteCoding.exact.rawValue ? nil : cell.coding
    arguments["filter"] = cell.filter == MinorityFilter.none.rawValue ? nil : cell.filter
    return MeasureRequest(base.measure, arguments)
  }

  /// The findings of all cells, in order.
  public func findings(of base: MeasureRequest, by evaluator: some Evaluator) -> [Finding] {
    cells.map { evaluator.finding(for: request($0, of: base)) }
  }

  /// Share of the covered findings in which the statement holds; `nil` when none is covered.
  public static func share(of findings: [Finding], where holds: (Double) -> Bool) -> Double? {
    let values = findings.compactMap(\.value)
    return values.isEmpty ? nil : Double(values.count(where: holds)) / Double(values.count)
  }

  /// Whether a statement holds in the required share of the covered cells; `nil` when none is covered.
  public func holds(in findings: [Finding], where statement: (Double) -> Bool) -> Bool? {
    Self.share(of: findings, where: statement).map { $0 >= requiredShare }
  }
}
