import Record
import StateSystem

/// The held-out predictions of a fit with what coordination measures share.
final class PredictionIndex: Sendable {
  let sourced: Sourced<VotePredictions>
  let positions: Positions?
  private let rowOfID: [Int32: Int32]
  let contests: FamilyContests
  let classes = Memo<CoordinationClassKey, CoordinationClass>()

  var table: VotePredictions { sourced.table }

  init(_ sourced: Sourced<VotePredictions>, positions: Positions?) {
    self.sourced = sourced
    self.positions = positions
    rowOfID = Dictionary(
      sourced.table.ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    contests = FamilyContests(sourced.table)
  }

  /// Whether the other states contest the resolution family of a roll call among themselves.
  func isContested(_ row: Int32, without a: UInt16, _ b: UInt16) -> Bool {
    contests.isContested(table.families[Int(row)], without: a, b)
  }

  /// Share of the fit's positions that converged (R-hat at most 1.01, bulk ESS at least 400); `nil` if it is not known.
  var convergedShare: Double? {
    guard let positions, positions.count > 0 else { return nil }
    let converged = positions.rhat.indices.count { positions.rhat[$0] <= 1.01 && positions.bulkESS[$0] >= 400 }
    return Double(converged) / Double(positions.count)
  }

  /// That fewer than 99 % of the positions converged, where it is so.
  var unconvergedNote: String? {
    guard let share = convergedShare, share < 0.99 else { return nil }
    return
      "the fit has not converged: only \((share * 1000).rounded() / 10) % of its positions reach R-hat 1.01 and 400 effective draws"
  }

  /// Rows of the predictions for roll-call ids, ascending; a roll call that is not part of the fit is left out.
  func rows(_ ids: some Sequence<Int32>) -> [Int32] { ids.compactMap { rowOfID[$0] }.sorted() }

  /// Where the votes of a roll call stand.
  func votes(on row: Int32) -> Range<Int> { Int(table.starts[Int(row)])..<Int(table.starts[Int(row) + 1]) }

  /// Where the vote of a state on a roll call stands; `nil` if it cast none.
  func vote(of state: UInt16, on row: Int32) -> Int? {
    let range = votes(on: row)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if table.states[middle] < state { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && table.states[low] == state ? low : nil
  }

  /// Posterior correlation of a state's positions in two sessions, along the chain of the sessions between.
  ///
  /// Positions follow a random walk, so that the correlation of distant sessions is close to the product of those of neighbours.
  func correlation(of state: UInt16, _ first: Int16, _ second: Int16, dimension: Int = 1) -> Double {
    let (early, late) = first < second ? (first, second) : (second, first)
    guard early < late, let positions,
      let start = positions.row(of: state, session: early, dimension: UInt8(dimension)),
      let end = positions.row(of: state, session: late, dimension: UInt8(dimension))
    else { return early == late ? 1 : 0 }
    var product = 1.0
    for row in (start + 1)...end {
      let link = positions.links[row]
      product *= link.isFinite ? link : 0
    }
    return product
  }
}

/// The prediction of one vote, decoded.
struct PredictedVote {
  /// Probability and item loadings of yes, no and abstain; the weights' own loadings with a leading one.
  var yes: [Double]
  var no: [Double]
  var abstain: [Double]
  var weight: [Double]
  /// Loadings of yes and no on the own position.
  var ownYes: [Double]
  var ownNo: [Double]
  let vote: UInt8
  let isReliable: Bool

  init(_ table: VotePredictions, at place: Int) {
    let items = table.itemLoadings
    let own = table.ownLoadings
    let half = 1 + items + own
    let start = place * table.width
    func scores(_ first: Int, _ count: Int) -> [Double] {
      (0..<count).map { Double(table.scores[start + first + $0]) / VotePredictions.scale }
    }
    yes = scores(0, 1 + items)
    ownYes = scores(1 + items, own)
    no = scores(half, 1 + items)
    ownNo = scores(half + 1 + items, own)
    weight = [1] + (0..<items).map { Double(table.weights[place * items + $0]) / VotePredictions.scale }
    abstain = zip(weight, zip(yes, no)).map { $0 - $1.0 - $1.1 }
    vote = table.votes[place]
    isReliable = table.unreliable[place] == 0
  }

  /// Predicted probability that two votes are equal, both states' own votes on the family held out.
  func agreement(with other: PredictedVote) -> Double {
    var joint = 0.0
    var normaliser = 0.0
    for k in weight.indices {
      joint += yes[k] * other.yes[k] + no[k] * other.no[k] + abstain[k] * other.abstain[k]
      normaliser += weight[k] * other.weight[k]
    }
    return min(max(joint / max(normaliser, Self.leastNormaliser), 0), 1)
  }

  /// Derivative of the agreement with respect to this state's standardised position, one a dimension.
  func pull(towards other: PredictedVote) -> [Double] {
    ownYes.indices.map {
      ownYes[$0] * (other.yes[0] - other.abstain[0]) + ownNo[$0] * (other.no[0] - other.abstain[0])
    }
  }

  /// Derivative of the agreement with respect to each whitened parameter of the item.
  func drift(with other: PredictedVote) -> [Double] {
    weight.indices.dropFirst().map { k in
      var sum: Double = yes[k] * other.yes[0] + yes[0] * other.yes[k]
      sum += no[k] * other.no[0] + no[0] * other.no[k]
      return sum + abstain[k] * other.abstain[0] + abstain[0] * other.abstain[k]
    }
  }

  /// Least value of the joint weights' mean: below it the two states' votes decide the item by themselves.
  static let leastNormaliser = 0.2
}
