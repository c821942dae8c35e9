/// The Correlates of War number of a member of the international system, the key of every state in Entente.
///
/// The number alone does not say whether the state existed on a date: see `State.spells`.
public struct StateID: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// Correlates of War country code, 2...999.
  public let cow: UInt16

  /// The state with this number; `nil` outside 1...999. It need not be a state of the system.
  public init?(_ number: Int) {
    guard (1...999).contains(number) else { return nil }
    cow = UInt16(number)
  }

  /// For literals in code; a number outside 1...999 becomes 0, which is no state.
  public init(integerLiteral value: UInt16) { cow = (1...999).contains(value) ? value : 0 }

  public var description: String { String(cow) }
  public static func < (a: StateID, b: StateID) -> Bool { a.cow < b.cow }
}

extension StateID: Codable {
  public init(from decoder: any Decoder) throws {
    let number = try decoder.singleValueContainer().decode(Int.self)
    guard let id = StateID(number) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "expected a Correlates of War number from 1 to 999, found \(number)"))
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cow)
  }
}
