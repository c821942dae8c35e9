import StateSystem

/// The coded treaties, in order of signature, with the questions one asks of them.
public struct TreatyRegistry: Hashable, Sendable, Codable {
  public let treaties: [CodedTreaty]

  /// Orders the treaties by signature, then by id.
  public init(_ treaties: [CodedTreaty]) {
    self.treaties = treaties.sorted { a, b in
      let first = a.signed.earliest ?? a.signed.latest
      let second = b.signed.earliest ?? b.signed.latest
      guard let first, let second, first != second else { return a.id < b.id }
      return first < second
    }
  }

  /// The treaty with this id or with this number in another registry: `entente:1950-sino-soviet`, `ATOP:3200`.
  public subscript(id: String) -> CodedTreaty? {
    treaties.first { $0.id == id } ?? treaties.first { $0.links.contains { $0.description == id } }
  }

  /// A treaty with its standing on the day asked about.
  public struct Entry: Hashable, Sendable, Codable {
    public let treaty: CodedTreaty
    public let status: TreatyStatus

    package init(treaty: CodedTreaty, status: TreatyStatus) {
      self.treaty = treaty
      self.status = status
    }
  }

  /// Treaties to which both states are parties and that at least one coder has in force on the day.
  ///
  /// - Complexity: O(treaties).
  public func treaties(between dyad: Dyad, on day: Day, coder: String? = nil) -> [Entry] {
    inForce(on: day, coder: coder).filter { $0.treaty.joins(dyad, on: day) }
  }

  /// Treaties between two states, whenever they were in force.
  public func treaties(between dyad: Dyad) -> [CodedTreaty] {
    treaties.filter { $0.hasParty(dyad.first) && $0.hasParty(dyad.second) }
  }

  /// Treaties in force on paper on the day by at least one coder, or by the one named, each with its standing in fact.
  ///
  /// - Complexity: O(treaties).
  public func inForce(on day: Day, coder: String? = nil) -> [Entry] {
    treaties.filter { $0.isInForce(on: day, coder: coder) }
      .map { Entry(treaty: $0, status: $0.status(on: day, coder: coder)) }
  }

  /// Treaties with an obligation of the kind, by any coder.
  public func treaties(with kind: Obligation.Kind) -> [CodedTreaty] {
    treaties.filter { $0.obligations.contains { $0.kind == kind } }
  }
}
