import Record
import StateSystem

/// Every occasion on which a state could have joined a dispute, with the profile before it and what it did.
///
/// An occasion is a militarised dispute that one state began with one other, either of the two as the partner and the other as the third
/// power, and every further member of the system as the state that could join. Outcomes: it joined the partner's side; it joined the
/// third power's side. Disputes that began with more than one state on a side are left out, because there the joining had happened.
/// Missing: occasions whose profile year is not one of membership for all three are left out.
/// Complexity: O(disputes × members × lags), about 2.5 million rows for all lags.
package struct JoiningOccasions: Sendable {
  package let table: ProfileTable
  /// Disputes that are occasions, and those left out because a side began with several states.
  package let disputes: Int
  package let leftOut: Int

  package static let outcomes = ["joined the partner's side", "joined the third power's side"]
  /// The first year with occasions: recorded trade begins in 1870.
  package static let firstYear = 1876

  package init(_ years: PairYears, lags: [Int], from first: Int = Self.firstYear) {
    let covered = years.prepared.record.disputes?.years.upperBound ?? 0
    let begun = years.sides.filter { $0.first >= first && $0.first <= covered }
    var byYear: [Int: [DisputeSides]] = [:]
    for dispute in begun where dispute.beginners != nil { byYear[dispute.first, default: []].append(dispute) }
    var table = ProfileTable(outcomes: Self.outcomes)
    let deepest = lags.max() ?? 1
    if first <= covered {
      for profile in (first - deepest)..<covered {
        let due = lags.sorted().flatMap { lag in (byYear[profile + lag] ?? []).map { (lag, $0) } }
        guard !due.isEmpty else { continue }
        let pairs = years.year(profile)
        let history = JoiningHistory(years.sides, to: profile)
        for (lag, dispute) in due {
          guard let (a, b) = dispute.beginners else { continue }
          Self.add(dispute, partner: a, third: b, lag, years, pairs, history, to: &table)
          Self.add(dispute, partner: b, third: a, lag, years, pairs, history, to: &table)
        }
      }
    }
    self.table = table
    disputes = byYear.values.reduce(0) { $0 + $1.count }
    leftOut = begun.count - disputes
  }

  private static func add(
    _ dispute: DisputeSides, partner: UInt16, third: UInt16, _ lag: Int, _ years: PairYears, _ pairs: PairYear,
    _ history: JoiningHistory, to table: inout ProfileTable
  ) {
    guard let i = StateID(Int(partner)), let h = StateID(Int(third)), let partnerSlot = pairs.slot(of: i),
      let thirdSlot = pairs.slot(of: h), let ownSide = dispute.side(of: partner)
    else { return }
    let staked = years.agreement(of: i, against: h, pairs)
    let members = Set(State.members(in: Year(dispute.first)).map(\.id))
    for (slot, state) in pairs.states.enumerated()
    where slot != partnerSlot && slot != thirdSlot && members.contains(state) {
      var values = ProfileValues(
        pairs, slot, partnerSlot, thirdSlot,
        staked: staked.map { ($0.opposed[slot], $0.unopposed[slot]) }, isDirected: true)
      let (joined, stayed) = history.counts(state.cow, partner, against: third)
      values[.joined] = Float(logarithmOf(1 + Double(joined)))
      values[.stayedOut] = Float(logarithmOf(1 + Double(stayed)))
      let side = dispute.side(of: state.cow)
      table.append(
        values, (state.cow, partner, third),
        ProfileTable.Occasion(
          year: dispute.first, lag: lag, group: dispute.number,
          outcomes: [side == ownSide ? 1 : 0, side.map { $0 != ownSide } == true ? 1 : 0]))
    }
  }
}

/// Who stood against whom in the disputes of the years before.
struct JoiningHistory {
  /// Disputes of a state against each other state.
  private var numbers: [UInt32: Set<Int32>] = [:]

  init(_ disputes: [DisputeSides], to year: Int) {
    let window = (year - PairYear.conductYears + 1)...year
    for dispute in disputes where dispute.first <= window.upperBound && dispute.last >= window.lowerBound {
      let sides = dispute.sides(in: window)
      for a in sides[0] {
        for b in sides[1] {
          numbers[Self.key(a, b), default: []].insert(dispute.number)
          numbers[Self.key(b, a), default: []].insert(dispute.number)
        }
      }
    }
  }

  private static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }

  /// Disputes of either with the third power that the other joined on its side, and those it did not.
  func counts(_ a: UInt16, _ b: UInt16, against third: UInt16) -> (joined: Int, stayed: Int) {
    let first = numbers[Self.key(a, third)] ?? []
    let second = numbers[Self.key(b, third)] ?? []
    let joined = first.isEmpty || second.isEmpty ? 0 : first.intersection(second).count
    return (joined, first.count + second.count - 2 * joined)
  }
}
