import StateSystem

/// Groups of states that a table of trade partners counts as one partner.
enum TradeBlocs: String, Sendable, CaseIterable {
  case none
  /// The fifteen members of the European Union of 1995-2004 and the ten of ASEAN, in every year, as in Beijing's tables.
  case eu15AndASEAN = "eu15-asean"

  private static let eu15 = Set(Bloc.eu15.memberships.map(\.state))
  private static let asean10 = Set(Bloc.asean10.memberships.map(\.state))

  /// Name of the bloc a state is counted in; `nil` if it stands for itself.
  func bloc(of state: StateID) -> String? {
    guard self == .eu15AndASEAN else { return nil }
    return Self.eu15.contains(state) ? "EU-15" : Self.asean10.contains(state) ? "ASEAN" : nil
  }
}

/// Partners of a state in order of trade.
struct PartnerRanking {
  struct Partner {
    enum Party: Hashable {
      case state(StateID)
      case bloc(String)
    }
    let party: Party
    let trade: Double

    /// Number of the state or name of the bloc.
    var id: String {
      switch party {
      case .state(let state): state.description
      case .bloc(let name): name
      }
    }

    func name(in year: Year) -> String {
      switch party {
      case .state(let state): State.name(of: state, on: year.middle)
      case .bloc(let name): name
      }
    }
  }

  /// In descending order of trade, then of `id`.
  let partners: [Partner]
  private let blocs: TradeBlocs

  init(_ list: [PartnerTrade], blocs: TradeBlocs) {
    var trade: [Partner.Party: Double] = [:]
    for entry in list { trade[blocs.party(entry.partner), default: 0] += entry.trade.recorded }
    partners = trade.map { Partner(party: $0.key, trade: $0.value) }
      .sorted { $0.trade == $1.trade ? $0.id < $1.id : $0.trade > $1.trade }
    self.blocs = blocs
  }

  /// The partner that a state is counted in.
  func partner(_ state: StateID) -> Partner? {
    let party = blocs.party(state)
    return partners.first { $0.party == party }
  }

  /// 1 + the partners with more trade.
  func rank(of partner: Partner) -> Int { 1 + partners.count { $0.trade > partner.trade } }
}

extension TradeBlocs {
  fileprivate func party(_ state: StateID) -> PartnerRanking.Partner.Party {
    bloc(of: state).map { .bloc($0) } ?? .state(state)
  }
}
