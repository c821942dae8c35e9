/// Two different states without order; `first` has the smaller number.
public struct Dyad: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let first: StateID
  public let second: StateID

  /// The dyad of two states; `nil` if they are the same state.
  public init?(_ a: StateID, _ b: StateID) {
    guard a != b else { return nil }
    first = min(a, b)
    second = max(a, b)
  }

  /// The other member of the dyad; `nil` if `state` is not a member.
  public func partner(of state: StateID) -> StateID? {
    state == first ? second : state == second ? first : nil
  }

  public func contains(_ state: StateID) -> Bool { state == first || state == second }
  public var description: String { "\(first)-\(second)" }
  public static func < (a: Dyad, b: Dyad) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

/// An ordered pair of different states: from `source` to `target`.
public struct DirectedDyad: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let source: StateID
  public let target: StateID

  /// The directed dyad; `nil` if the states are the same.
  public init?(from source: StateID, to target: StateID) {
    guard source != target else { return nil }
    self.source = source
    self.target = target
  }

  public var reversed: DirectedDyad { DirectedDyad(unchecked: target, source) }
  public var dyad: Dyad? { Dyad(source, target) }
  public var description: String { "\(source)>\(target)" }
  public static func < (a: DirectedDyad, b: DirectedDyad) -> Bool { (a.source, a.target) < (b.source, b.target) }

  private init(unchecked source: StateID, _ target: StateID) {
    self.source = source
    self.target = target
  }
}

/// Two partners and the third power against whom the partnership is read.
public struct Triad: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let partners: Dyad
  public let third: StateID

  /// The triad; `nil` unless all three states differ.
  public init?(_ a: StateID, _ b: StateID, third: StateID) {
    guard let partners = Dyad(a, b), !partners.contains(third) else { return nil }
    self.partners = partners
    self.third = third
  }

  public var description: String { "\(partners)|\(third)" }
  public static func < (a: Triad, b: Triad) -> Bool { (a.partners, a.third) < (b.partners, b.third) }
}
