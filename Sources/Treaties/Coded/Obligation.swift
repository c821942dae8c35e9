import StateSystem

/// What one party promised another if something happens, in the five kinds of the Alliance Treaty Obligations and
/// Provisions project.
///
/// An obligation is directed: it has an obligor, a beneficiary and, where the text names one, a target. The text of
/// the clause is summarised in our words; `readings` keeps what each coder says of it, because codings of one clause
/// differ.
///
/// Source of the kinds: Leeds et al. (2002), doi:10.1080/03050620213653.
public struct Obligation: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Military help when the beneficiary is attacked.
    case defense
    /// Military help in circumstances that are not an attack on the beneficiary.
    case offense
    /// Not to aid the beneficiary's enemy in a conflict.
    case neutrality
    /// Not to use force against the beneficiary.
    case nonaggression
    /// To consult, or to try to coordinate, in a crisis.
    case consultation
  }

  /// Who owes, or to whom.
  public enum Side: Hashable, Sendable {
    /// Every party; as beneficiary, every party other than the obligor.
    case everyParty
    case states([StateID])
  }

  /// Against whom the obligation is directed.
  public struct Target: Hashable, Sendable, Codable {
    public let states: [StateID]
    /// A class of states, in words, such as "any state allied with Japan".
    public let described: String?
  }

  public let kind: Kind
  public let obligor: Side
  public let beneficiary: Side
  /// `nil` when the text names no adversary.
  public let target: Target?
  /// What must happen before the obligation binds; `nil` when nothing is stated.
  public let conditions: String?
  /// Where in the text, such as "Art. 1".
  public let clause: String?
  /// The clause in our words.
  public let summary: String
  public let readings: [Reading]

  /// Whether `state` owes this obligation, being a party.
  public func binds(_ state: StateID) -> Bool { obligor.includes(state) }

  /// Whether a coder finds the obligation in the treaty; `nil` when that coder says nothing of it.
  public func presence(by coder: String) -> Presence? { readings.first { $0.coder == coder }?.presence }

  /// Whether the coders differ on the obligation.
  public var isDisputed: Bool { Set(readings.map(\.presence)).count > 1 }
}

/// Whether a coder finds something in a text.
public enum Presence: String, Hashable, Sendable, Codable, CaseIterable {
  case present
  case absent
  /// Not said in so many words, but it follows from what is said.
  case implied
}

/// What one coder says of an obligation or provision; the coder `text` is our own reading of the clause.
public struct Reading: Hashable, Sendable, Codable {
  public let coder: String
  public let presence: Presence
}

extension Obligation.Side {
  /// Whether the side includes a party.
  public func includes(_ state: StateID) -> Bool {
    switch self {
    case .everyParty: true
    case .states(let states): states.contains(state)
    }
  }
}

extension Obligation.Side: Codable {
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if let states = try? box.decode([StateID].self) {
      self = .states(states)
    } else if try box.decode(String.self) == "every party" {
      self = .everyParty
    } else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "expected \"every party\" or a list of states")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .everyParty: try box.encode("every party")
    case .states(let states): try box.encode(states)
    }
  }
}
