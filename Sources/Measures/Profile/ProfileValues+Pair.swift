import Record
import StateSystem

extension ProfileValues {
  /// The profile of a state (`i`) and its partner (`j`) towards a third power (`h`), by positions in the pairs of the year.
  ///
  /// - Parameters:
  ///   - staked: agreement on roll calls by what the third power voted; `nil` where it is not covered.
  ///   - isDirected: whether the state's own obligations and stakes are meant, or those of both.
  init(
    _ pairs: PairYear, _ i: Int, _ j: Int, _ h: Int, staked: (opposed: Float, unopposed: Float)?, isDirected: Bool
  ) {
    let n = pairs.count
    setPledges(pairs, i, j, h, isDirected: isDirected)
    if pairs.positions.isEmpty {
      self[.distanceUnknown] = 1
    } else {
      set(.distance, (pairs.positions[i] - pairs.positions[j]).magnitude, unknown: .distanceUnknown)
    }
    set(
      .coordination, pairs.coordination.isEmpty ? .nan : pairs.coordination[i * n + j] - 0.5,
      unknown: .coordinationUnknown)
    set(
      .distanceThen, pairs.positionsThen.isEmpty ? .nan : (pairs.positionsThen[i] - pairs.positionsThen[j]).magnitude,
      unknown: .distanceThenUnknown)
    set(
      .coordinationThen, pairs.coordinationThen.isEmpty ? .nan : pairs.coordinationThen[i * n + j] - 0.5,
      unknown: .coordinationThenUnknown)
    set(.agreement, pairs.agreement.isEmpty ? .nan : pairs.agreement[i * n + j], unknown: .votesUnknown)
    if let staked, staked.opposed.isFinite, staked.unopposed.isFinite {
      self[.opposed] = staked.opposed
      self[.unopposed] = staked.unopposed
    } else {
      self[.stakedUnknown] = 1
    }
    setDisputes(pairs, i, j, h)
    setStakes(pairs, i, j, h, isDirected: isDirected)
    if pairs.rivals.isEmpty {
      self[.rivalsUnknown] = 1
    } else {
      self[.rivals] = pairs.rivals[i * n + j] ? 1 : 0
      self[.rivalOfThird] = pairs.rivals[i * n + h] || (!isDirected && pairs.rivals[j * n + h]) ? 1 : 0
    }
    if pairs.neighbours.isEmpty {
      self[.neighboursUnknown] = 1
    } else {
      self[.neighbours] = pairs.neighbours[i * n + j] ? 1 : 0
      self[.neighboursOfThird] =
        pairs.neighbours[i * n + h] || (!isDirected && pairs.neighbours[j * n + h]) ? 1 : 0
    }
  }

  private mutating func setPledges(_ pairs: PairYear, _ i: Int, _ j: Int, _ h: Int, isDirected: Bool) {
    let n = pairs.count
    guard !pairs.owed.isEmpty else {
      self[.pledgesUnknown] = 1
      return
    }
    func kinds(_ from: Int, _ to: Int) -> ObligationKinds { ObligationKinds(rawValue: pairs.owed[from * n + to]) }
    let own = isDirected ? kinds(i, j) : kinds(i, j).union(kinds(j, i))
    switch PactTie(own) {
    case .defense: self[.defense] = 1
    case .consultation: self[.consultation] = 1
    case .other: self[.otherPledge] = 1
    case .none: break
    }
    let towards = isDirected ? kinds(i, h) : kinds(i, h).union(kinds(j, h))
    self[.pledgeToThird] = towards.isEmpty ? 0 : 1
    self[.similarity] = pairs.similarity.isEmpty ? 0 : pairs.similarity[i * n + j]
  }

  private mutating func setDisputes(_ pairs: PairYear, _ i: Int, _ j: Int, _ h: Int) {
    let n = pairs.count
    guard !pairs.beside.isEmpty else {
      self[.disputesUnknown] = 1
      return
    }
    func log1(_ count: UInt16) -> Float { Float(logarithmOf(1 + Double(count))) }
    self[.beside] = log1(pairs.beside[i * n + j])
    self[.against] = log1(pairs.against[i * n + j])
    self[.besideThird] = log1(pairs.beside[i * n + h])
    self[.againstThird] = log1(pairs.against[i * n + h])
  }

  private mutating func setStakes(_ pairs: PairYear, _ i: Int, _ j: Int, _ h: Int, isDirected: Bool) {
    let own = pairs.pressure(on: i, from: h, partner: j)
    let other = pairs.pressure(on: j, from: h, partner: i)
    if isDirected {
      set(.pressure, own, unknown: .pressureUnknown)
      set(.partnerPressure, other, unknown: .partnerPressureUnknown)
    } else {
      // Of two partners, the mean and how far they are apart.
      set(.pressure, (own + other) / 2, unknown: .pressureUnknown)
      set(.partnerPressure, (own - other).magnitude, unknown: .partnerPressureUnknown)
    }
    let powers =
      pairs.capability.isEmpty
      ? [Float.nan] : isDirected ? [pairs.capability[i]] : [pairs.capability[i], pairs.capability[j]]
    let least = powers.contains { !($0 > 0) } ? Float.nan : powers.min() ?? .nan
    set(.power, least.isNaN ? .nan : Float(logarithmOf(Double(least))), unknown: .powerUnknown)
  }
}
