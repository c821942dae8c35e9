import Evidence
import Record

/// A measure as it can be called: its name, panel, unit, arguments, and how it is evaluated on a record.
public struct MeasureDefinition: Sendable {
  /// An argument of a measure.
  public struct Argument: Sendable, Hashable, Codable {
    public let name: String
    /// What it means and which values it takes.
    public let meaning: String
    /// `nil` when the argument is required, empty when it may be left out and then has no value.
    public let defaultValue: String?

    public init(_ name: String, _ meaning: String, default defaultValue: String? = nil) {
      self.name = name
      self.meaning = meaning
      self.defaultValue = defaultValue
    }
  }

  public let name: String
  public let panel: Panel
  public let unit: Unit
  /// One sentence.
  public let summary: String
  public let arguments: [Argument]
  /// A request that works with the public datasets, as text.
  public let example: String
  /// Answers a request whose argument names have been checked and whose defaults are filled in.
  package let evaluate: @Sendable (PreparedRecord, Arguments) throws(ArgumentError) -> Finding

  /// A measure that reads the tables of the record.
  package init(
    _ name: String, panel: Panel, unit: Unit, summary: String, arguments: [Argument], example: String,
    evaluate: @escaping @Sendable (Record, Arguments) throws(ArgumentError) -> Finding
  ) {
    self.name = name
    self.panel = panel
    self.unit = unit
    self.summary = summary
    self.arguments = arguments
    self.example = example
    self.evaluate = { prepared, arguments throws(ArgumentError) in try evaluate(prepared.record, arguments) }
  }

  /// A measure that reads the indices of a prepared record.
  package init(
    indexed name: String, panel: Panel, unit: Unit, summary: String, arguments: [Argument], example: String,
    evaluate: @escaping @Sendable (PreparedRecord, Arguments) throws(ArgumentError) -> Finding
  ) {
    self.name = name
    self.panel = panel
    self.unit = unit
    self.summary = summary
    self.arguments = arguments
    self.example = example
    self.evaluate = evaluate
  }
}

extension MeasureDefinition {
  /// How the measure is called.
  public var signature: MeasureSignature {
    MeasureSignature(
      name, panel: panel, unit: unit, summary: summary,
      arguments: arguments.map { .init($0.name, $0.meaning, default: $0.defaultValue) }, example: example)
  }
}
