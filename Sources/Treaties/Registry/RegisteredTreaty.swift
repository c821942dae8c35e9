import StateSystem

/// A treaty with everything every coder says of it.
public struct RegisteredTreaty: Hashable, Sendable, Identifiable {
  /// `ATOP:3200` where ATOP has it, else `entente:…`.
  public let id: String
  public let title: String
  public let dates: TreatyDates
  public let codings: [TreatyCoding]
  /// The treaty of the starter, with clause summaries.
  public let coded: CodedTreaty?
  /// Numbers in the registries.
  public let links: [CodedTreaty.Link]

  /// What a coder says of it.
  public func coding(by coder: TreatyCoding.Coder) -> TreatyCoding? { codings.first { $0.coder == coder } }

  /// The coding used where one is enough: ATOP's, which covers most treaties by one set of rules, else the text's.
  public var principal: TreatyCoding? { coding(by: .atop) ?? codings.first }

  /// The states that were ever a party, by any coder.
  public var states: [StateID] { Set(codings.flatMap { $0.parties.map(\.state) }).sorted() }

  /// Parties by any coder that are no state of the system.
  public var otherParties: [String] { codings.flatMap(\.otherParties) }

  /// Kinds of obligation by coder.
  public func kinds(by coder: TreatyCoding.Coder) -> Set<Obligation.Kind>? { coding(by: coder)?.kinds }

  /// Kinds of obligation by any coder.
  public var kinds: Set<Obligation.Kind> { codings.reduce(into: []) { $0.formUnion($1.kinds) } }

  /// The first possible day of signature.
  public var begin: Day? { dates.signed.earliest }

  /// The standing on a day by every coder, or by one.
  public func status(on day: Day, coder: String? = nil) -> TreatyStatus {
    dates.status(of: id, on: day, coder: coder)
  }

  /// Whether both were parties on the day by some coder, as far as entry and exit tell.
  public func joins(_ dyad: Dyad, on day: Day) -> Bool {
    codings.contains { coding in
      [dyad.first, dyad.second].allSatisfy { state in
        coding.parties.contains { party in
          party.state == state && (party.entered?.earliest.map { $0 <= day } ?? true)
            && (party.left?.latest.map { day < $0 } ?? true)
        }
      }
    }
  }
}
