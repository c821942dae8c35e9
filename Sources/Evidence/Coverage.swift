/// Why a figure is absent: the kind, for programs, and the sentence, for readers.
///
/// "Not covered", "covered and zero" and "suppressed" are three different answers, and every layer keeps them apart.
public struct Reason: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The dataset that holds the answer is not in the archive and the starter does not carry the figure.
    case notInstalled
    /// The date lies outside the years or sessions the dataset covers.
    case outsideYears
    /// A state was not a member of the system, organisation or session asked about.
    case notMember
    /// The dataset covers the unit and marks the value missing.
    case missing
    /// The measure is undefined for these values, for example a ratio to zero or kappa without variation.
    case undefined
    /// Fewer observations than the measure declares it needs.
    case tooFew
    /// The publisher or Entente withholds the value.
    case withheld
  }

  public let kind: Kind
  public let detail: String

  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  public var description: String { detail }
}

/// Whether there is an answer at all.
public enum Coverage: Hashable, Sendable, Codable {
  case covered
  case notCovered(Reason)
  case suppressed(Reason)
}

/// A value that is covered, not covered, or suppressed; missing is never 0 and never -9.
public enum Covered<Value> {
  case covered(Value)
  case notCovered(Reason)
  case suppressed(Reason)

  /// The value, when there is one.
  public var value: Value? { if case .covered(let value) = self { value } else { nil } }

  /// Why there is none, when there is none.
  public var reason: Reason? {
    switch self {
    case .covered: nil
    case .notCovered(let reason), .suppressed(let reason): reason
    }
  }

  /// The status without the value.
  public var coverage: Coverage {
    switch self {
    case .covered: .covered
    case .notCovered(let reason): .notCovered(reason)
    case .suppressed(let reason): .suppressed(reason)
    }
  }

  /// Transforms the value and keeps the status.
  public func map<T>(_ transform: (Value) -> T) -> Covered<T> {
    switch self {
    case .covered(let value): .covered(transform(value))
    case .notCovered(let reason): .notCovered(reason)
    case .suppressed(let reason): .suppressed(reason)
    }
  }

  /// Transforms the value into another covered value and keeps the status.
  public func flatMap<T>(_ transform: (Value) -> Covered<T>) -> Covered<T> {
    switch self {
    case .covered(let value): transform(value)
    case .notCovered(let reason): .notCovered(reason)
    case .suppressed(let reason): .suppressed(reason)
    }
  }
}

extension Covered: Sendable where Value: Sendable {}
extension Covered: Equatable where Value: Equatable {}
extension Covered: Hashable where Value: Hashable {}

extension Covered: Codable where Value: Codable {
  private enum Key: String, CodingKey { case coverage, reason, detail, value }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    let status = try box.decode(String.self, forKey: .coverage)
    func reason() throws -> Reason {
      Reason(try box.decode(Reason.Kind.self, forKey: .reason), try box.decode(String.self, forKey: .detail))
    }
    switch status {
    case "covered": self = .covered(try box.decode(Value.self, forKey: .value))
    case "notCovered": self = .notCovered(try reason())
    case "suppressed": self = .suppressed(try reason())
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .coverage, in: box,
        debugDescription: "expected covered, notCovered or suppressed, found \"\(status)\"")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .covered(let value):
      try box.encode("covered", forKey: .coverage)
      try box.encode(value, forKey: .value)
    case .notCovered(let reason):
      try box.encode("notCovered", forKey: .coverage)
      try box.encode(reason.kind, forKey: .reason)
      try box.encode(reason.detail, forKey: .detail)
    case .suppressed(let reason):
      try box.encode("suppressed", forKey: .coverage)
      try box.encode(reason.kind, forKey: .reason)
      try box.encode(reason.detail, forKey: .detail)
    }
  }
}
