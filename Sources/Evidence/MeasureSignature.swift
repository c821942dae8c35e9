/// How a measure is called: its name, panel, unit and arguments, apart from how it is evaluated.
public struct MeasureSignature: Hashable, Sendable, Codable {
  /// An argument of a measure.
  public struct Argument: Hashable, Sendable, Codable {
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
  /// A request that can be answered, as text.
  public let example: String

  public init(
    _ name: String, panel: Panel, unit: Unit, summary: String, arguments: [Argument], example: String
  ) {
    self.name = name
    self.panel = panel
    self.unit = unit
    self.summary = summary
    self.arguments = arguments
    self.example = example
  }

  /// The argument of this name.
  public func argument(_ name: String) -> Argument? { arguments.first { $0.name == name } }

  /// The request without the arguments that say what is so by default, so that equal questions have equal text.
  public func normalised(_ request: MeasureRequest) -> MeasureRequest {
    MeasureRequest(
      request.measure,
      request.arguments.filter { name, value in argument(name)?.defaultValue.map { $0 != value } ?? true })
  }
}
