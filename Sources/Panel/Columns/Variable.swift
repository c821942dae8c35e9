/// What a column of a panel means: everything a codebook says about it.
public struct Variable: Sendable, Hashable, Codable {
  /// How the values are typed in a codebook.
  public enum Kind: String, Sendable, Codable {
    case flag, count, code, year, day, number, text
  }

  /// Name of the column.
  public var name: String
  /// At most 80 characters, for Stata and headings.
  public let label: String
  public let kind: Kind
  /// Unit of measurement; empty for flags, codes and texts.
  public let unit: String
  /// One or two sentences: definition, direction, and what it is not for.
  public let meaning: String
  /// Catalogue name of the dataset; empty for what is made from other columns.
  public let dataset: String
  /// When a cell has no value.
  public let missingRule: String
  /// Whether the value changes when the two states are exchanged.
  public let isDirected: Bool
  /// Words for the codes, where the values are codes.
  public let codes: [Int: String]

  public init(
    _ name: String, _ kind: Kind, label: String, unit: String = "", meaning: String, dataset: String,
    missing: String, directed: Bool = false, codes: [Int: String] = [:]
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.dataset = dataset
    missingRule = missing
    isDirected = directed
    self.codes = codes
  }

  /// The same variable of the first or second state of a unit.
  func named(_ name: String, of position: String? = nil) -> Variable {
    Variable(
      name, kind, label: position.map { "\(label), \($0)" } ?? label, unit: unit, meaning: meaning, dataset: dataset,
      missing: missingRule, directed: isDirected, codes: codes)
  }
}
