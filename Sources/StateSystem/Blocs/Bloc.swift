/// A group of states that acts under one name, with dated membership.
///
/// Membership begins on the day accession took effect (the Warsaw Pact and the organisations of American and
/// African states: signature) and follows the state the seat passed to: Germany's is 260 to 2 October 1990 and 255
/// after. A state shut out from taking part for years (Cuba in the Organization of American States, Egypt and Syria in
/// the Arab League) is no member in that time; shorter suspensions are not recorded. Members that are no states of the
/// system are left out.
public struct Bloc: Identifiable, Sendable {
  /// A short name without spaces, `EU`.
  public let id: String
  public let name: String
  public let memberships: [Membership]
  let aliases: [String]

  public struct Membership: Hashable, Sendable {
    public let state: StateID
    public let period: Period
  }

  /// The members on the day, by number.
  public func members(on day: Day) -> [State] { members { $0.contains(day) } }

  /// The states that are members on at least one day of the year, by number.
  public func members(in year: Year) -> [State] { members { $0.touches(year) } }

  /// Whether the state is a member on the day.
  public func contains(_ state: StateID, on day: Day) -> Bool {
    memberships.contains { $0.state == state && $0.period.contains(day) }
  }

  private func members(where isIn: (Period) -> Bool) -> [State] {
    Set(memberships.filter { isIn($0.period) }.map(\.state)).sorted().compactMap { State[$0] }
  }
}

extension Bloc: Hashable, CustomStringConvertible {
  public static func == (a: Bloc, b: Bloc) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  public var description: String { name }
}

extension Bloc {
  /// Every bloc of the table and the United Nations.
  public static var all: [Bloc] { BlocTable.shared.blocs }

  /// The bloc a dataset or a person means by a name or abbreviation in full; `nil` if none.
  public static func find(_ name: String) -> Bloc? { BlocTable.shared.find(name) }

  /// The European Union, before it the European Communities.
  public static let europeanUnion = named("EU")
  /// The fifteen states that were members from 1995 to April 2004, on every day they existed.
  public static let eu15 = named("EU-15")
  /// The Association of Southeast Asian Nations with its dates of accession.
  public static let asean = named("ASEAN")
  /// The ten members of ASEAN from 1999, on every day they existed.
  public static let asean10 = named("ASEAN-10")
  public static let nato = named("NATO")
  public static let warsawPact = named("WarsawPact")
  public static let comecon = named("Comecon")
  public static let commonwealthOfIndependentStates = named("CIS")
  public static let shanghaiCooperationOrganisation = named("SCO")
  public static let arabLeague = named("ArabLeague")
  public static let oas = named("OAS")
  public static let africanUnion = named("AU")
  public static let ecowas = named("ECOWAS")
  public static let g7 = named("G7")
  /// Every member of the United Nations.
  public static let unitedNations = named("UN")

  private static func named(_ id: String) -> Bloc {
    find(id) ?? Bloc(id: id, name: id, memberships: [], aliases: [])
  }
}
