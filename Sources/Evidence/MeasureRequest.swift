/// A measure with its arguments: the question whose answer is a `Finding`.
///
/// The text form is the key under which results are stored and quoted: `trade.share of=RUS for=CHN year=2001`.
/// Arguments are kept in alphabetical order of their names, so equal questions have equal text.
public struct MeasureRequest: Hashable, Comparable, Sendable {
  /// Name of the measure: panel-free, lower case, dots between parts, such as `votes.agreement`.
  public let measure: String
  public let arguments: [String: String]

  public init(_ measure: String, _ arguments: [String: String] = [:]) {
    self.measure = measure
    self.arguments = arguments
  }

  public subscript(_ name: String) -> String? { arguments[name] }

  public static func < (a: MeasureRequest, b: MeasureRequest) -> Bool { a.description < b.description }
}

extension MeasureRequest: LosslessStringConvertible {
  public var description: String {
    ([measure] + arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }

  /// Reads `name key=value key=value`; `nil` if there is no name, a part has no `=`, or a key appears twice.
  public init?(_ description: String) {
    let parts = description.split(separator: " ")
    guard let name = parts.first, !name.contains("=") else { return nil }
    var arguments: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "="), equals != part.startIndex else { return nil }
      let key = String(part[..<equals])
      guard arguments.updateValue(String(part[part.index(after: equals)...]), forKey: key) == nil else { return nil }
    }
    self.init(String(name), arguments)
  }
}

extension MeasureRequest: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let request = MeasureRequest(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected `measure key=value …`, found \"\(text)\""))
    }
    self = request
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
