import Record
import StateSystem

/// Occasions to join a dispute with the cross-pressure on the state that could: what a curve of joining over pressure is fitted to.
///
/// Occasions are those of `JoiningOccasions`, with the year before the dispute as the year of the profile; those whose trade is not recorded are left
/// out and counted, and so are those of states that trade with neither of the two, on whom nothing presses. Reads trade, obligations and capabilities alone, so that it takes a second and not a minute.
/// Complexity: O(disputes × members).
package struct PressureOccasions: Sendable {
  /// Logarithm of the state's trade share with the third power over that with the partner, and the partner's own.
  package private(set) var pressures: [Double] = []
  package private(set) var partnerPressures: [Double] = []
  /// 1 where the state owed the partner defense.
  package private(set) var defense: [Double] = []
  /// Logarithm of the state's share of world capabilities.
  package private(set) var power: [Double] = []
  /// Logarithm of the partner's and the third power's weight in the state's trade taken together.
  package private(set) var exposure: [Double] = []
  /// 1 joined the partner's side.
  package private(set) var joined: [Double] = []
  package private(set) var years: [Int] = []
  package private(set) var firsts: [UInt16] = []
  package private(set) var seconds: [UInt16] = []
  package private(set) var disputes: [Int] = []
  package private(set) var leftOut = 0

  package var count: Int { joined.count }

  package init(_ years: PairYears, from first: Int = JoiningOccasions.firstYear) {
    let covered = years.prepared.record.disputes?.years.upperBound ?? 0
    let begun = years.sides.filter { $0.first >= first && $0.first <= covered && $0.beginners != nil }
    let byYear = Dictionary(grouping: begun, by: \.first)
    for year in byYear.keys.sorted() {
      let pairs = years.stakes(year - 1)
      guard !pairs.trade.isEmpty else {
        leftOut += (byYear[year] ?? []).count * 2 * max(0, pairs.count - 2)
        continue
      }
      let members = Set(State.members(in: Year(year)).map(\.id))
      for dispute in byYear[year] ?? [] {
        guard let (a, b) = dispute.beginners else { continue }
        add(dispute, partner: a, third: b, pairs, members)
        add(dispute, partner: b, third: a, pairs, members)
      }
    }
  }

  private mutating func add(
    _ dispute: DisputeSides, partner: UInt16, third: UInt16, _ pairs: PairYear, _ members: Set<StateID>
  ) {
    guard let i = pairs.slot(cow: partner), let h = pairs.slot(cow: third), let side = dispute.side(of: partner) else {
      return
    }
    for (slot, state) in pairs.states.enumerated() where slot != i && slot != h && members.contains(state) {
      let own = pairs.pressure(on: slot, from: h, partner: i)
      let other = pairs.pressure(on: i, from: h, partner: slot)
      let capability = pairs.capability.isEmpty ? Float.nan : pairs.capability[slot]
      guard own.isFinite, other.isFinite, capability > 0,
        pairs.tradeShare(of: slot, with: h) + pairs.tradeShare(of: slot, with: i) > 0
      else {
        leftOut += 1
        continue
      }
      pressures.append(Double(own))
      partnerPressures.append(Double(other))
      let kinds = pairs.owed.isEmpty ? [] : ObligationKinds(rawValue: pairs.owed[slot * pairs.count + i])
      defense.append(kinds.contains(.defense) ? 1 : 0)
      power.append(logarithmOf(Double(capability)))
      let both = pairs.tradeShare(of: slot, with: h) + pairs.tradeShare(of: slot, with: i) + PairYear.leastShare
      exposure.append(logarithmOf(Double(both)))
      joined.append(dispute.side(of: state.cow) == side ? 1 : 0)
      years.append(dispute.first)
      firsts.append(state.cow)
      seconds.append(partner)
      disputes.append(Int(dispute.number))
    }
  }
}

extension PairYear {
  /// The cross-pressure of every ordered pair of states from a third power, in no order.
  package func pressures(from third: StateID) -> [Double] {
    guard let h = slot(of: third), !trade.isEmpty else { return [] }
    var found: [Double] = []
    for i in 0..<count where i != h {
      for j in 0..<count where j != h && j != i {
        let value = pressure(on: i, from: h, partner: j)
        if value.isFinite { found.append(Double(value)) }
      }
    }
    return found
  }
}
