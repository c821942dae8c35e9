import Evidence

/// A panel: rows of one unit, keys first, with what was decided on the way.
public struct PanelTable: Sendable {
  public let request: PanelRequest
  public let columns: [PanelColumn]
  public let rowCount: Int
  /// Reductions, rules and filters with their counts, a sentence each.
  public let log: [String]
  /// The datasets the columns come from, by name.
  public let vintages: [Vintage]

  /// The column of this name.
  public func column(_ name: String) -> PanelColumn? { columns.first { $0.variable.name == name } }
}
