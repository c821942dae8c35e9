/// A member of the international system, with everything the table says about it.
///
/// The key is the Correlates of War number; whether the state is a member on a day is a question to `spells`, because
/// numbers outlive states and states come back (Austria 1919-1938 and from 1955). A state keeps its number when it
/// changes its name: 365 is the Russian Empire, the Soviet Union and Russia.
///
/// Membership spells follow the Correlates of War Project, "State System Membership List, v2016"
/// (https://correlatesofwar.org). Two states are equal when their numbers are.
public struct State: Identifiable, Sendable {
  public let id: StateID
  /// Correlates of War abbreviation, `UKG`.
  public let abbreviation: String
  /// The short English name in use now, or the last one of a state that is gone.
  public let name: String
  /// Membership spells of the Correlates of War state system; the list begins in 1816, so a spell from 1816-01-01 may
  /// be older.
  public let spells: [Period]
  /// Membership of the United Nations, which some states had before or without the system's (Ukraine from 1945).
  ///
  /// China's seat belongs to 713 up to 24 October 1971 and to 710 from 25 October 1971.
  public let unMembership: [Period]
  /// Names that differ from `name`, each with the days it was in use.
  public let formerNames: [DatedName]
  /// Codes of the other systems, each with the days it was valid.
  public let codes: [Code]
  /// Other ways to write the name, and words that name the state among others.
  let aliases: [Alias]
  /// The one state this state became part of, if it did.
  package let heir: StateID?

  /// A name and the days it was in use.
  public struct DatedName: Hashable, Sendable {
    public let name: String
    public let period: Period
  }

  struct Alias: Sendable {
    enum Kind: Sendable {
      /// Names the state, alone or, with a period, in those years.
      case own
      /// Names the state among others: "Korea".
      case shared
      /// The name of a United Nations seat the state held.
      case seat
    }
    let text: String
    let kind: Kind
    let period: Period?
  }

  /// The name in use on the day.
  public func name(on day: Day) -> String {
    formerNames.first { $0.period.contains(day) }?.name ?? name
  }

  /// Whether the state is a member of the system on the day.
  public func isMember(on day: Day) -> Bool { spells.contains { $0.contains(day) } }

  /// Whether the state is a member of the system on at least one day of the year.
  public func isMember(in year: Year) -> Bool { spells.contains { $0.touches(year) } }

  /// Whether the state is a member of the United Nations on the day.
  public func isUNMember(on day: Day) -> Bool { unMembership.contains { $0.contains(day) } }

  /// The Correlates of War number and abbreviation with the name, `365 RUS Russia`.
  public var description: String { "\(id) \(abbreviation) \(name)" }
}

extension State: Hashable, Comparable, CustomStringConvertible {
  public static func == (a: State, b: State) -> Bool { a.id == b.id }
  public static func < (a: State, b: State) -> Bool { a.id < b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension State {
  /// Every state the system has had since 1816, by number.
  public static var all: [State] { StateTable.shared.states }

  /// The state with this number; `nil` if the system has had none.
  public static subscript(id: StateID) -> State? { StateTable.shared[id] }

  /// The state with this Correlates of War number; `nil` if the system has had none.
  public init?(cow number: Int) {
    guard let id = StateID(number), let state = StateTable.shared[id] else { return nil }
    self = state
  }

  /// The members of the system on the day, by number.
  public static func members(on day: Day) -> [State] { all.filter { $0.isMember(on: day) } }

  /// The states that are members on at least one day of the year, by number.
  public static func members(in year: Year) -> [State] { all.filter { $0.isMember(in: year) } }
}
