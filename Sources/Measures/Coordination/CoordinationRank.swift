import Evidence
import Record
import StateSystem

/// The rank of a third power among placebo third powers by the coordination of a pair on the roll calls that each opposes.
///
/// Formula: for every state k other than the pair, the pair's observed less predicted agreement over the roll calls that stand to k as the
/// set says, roll calls weighted so that the number of no votes is distributed as on those of h (strata 1-3, 4-10, 11-30, 31 and more);
/// rank of h = 1 + number of placebos with a higher value.
/// Range: 1...n + 1 for n placebos; 1 means that the pair coordinates most when h opposes.
/// Missing: a placebo needs 20 common roll calls of the pair (5 for `alone`) and at least 3 in every stratum that weighs; h with fewer is not covered.
/// Errors: `ArgumentError` when h is one of the pair. Complexity: O(states × roll calls).
/// Source: placebo tests in this form: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746.
/// Not for: significance. Third powers that vote alike oppose the same roll calls, so the placebos are not independent.
enum CoordinationRank {
  static let definition = MeasureDefinition(
    indexed: "votes.coordinationRank", panel: .conduct, unit: .rank,
    summary: "Rank of a third power among placebos by the coordination of a pair on the roll calls each opposes.",
    arguments: VoteQuestion.pairAndSpan + [
      .init("third", "the third power"),
      .init("set", "opposed|unopposed|alone: what the third power did", default: "opposed"),
      .init("dimensions", "1|2: dimensions of the ideal points", default: "1"),
    ],
    example: "votes.coordinationRank a=CHN b=RUS third=USA period=1997-09-02/2002-09-01"
  ) { prepared, arguments throws(ArgumentError) in
    let set = RollCallSet(rawValue: try arguments.choice("set", ["opposed", "unopposed", "alone"])) ?? .opposed
    let question = try VoteQuestion(arguments)
    let isPlane = try arguments.choice("dimensions", ["1", "2"]) == "2"
    let third = try arguments.state("third")
    guard third.id != question.a.id, third.id != question.b.id else {
      throw .invalid("third", value: try arguments.text("third"), expected: "a state other than the pair")
    }
    return arguments.finding(.conduct, .rank) { () throws(NotCovered) in
      let (votes, predictions) = try prepared.coordination(inPlane: isPlane)
      return try answer(votes, predictions, question, third, set)
    }
  }

  private static func answer(
    _ votes: VoteIndex, _ index: PredictionIndex, _ question: VoteQuestion, _ third: State, _ set: RollCallSet
  ) throws(NotCovered) -> Answer {
    let selected = try votes.selected(question)
    let every = votes.rows(meeting: RollCallCriteria(), in: question.span)
    let gaps = PairGaps(votes, index, question.a.id.cow, question.b.id.cow, rows: every)
    let states = votes.table.states.compactMap { StateID(Int($0)) }
      .filter { $0 != question.a.id && $0 != question.b.id }
    let fewest = ThirdRank.fewest(set)
    guard let mix = votes.votes(of: third.id).flatMap({ gaps.mix(set, votes, $0, fewest: fewest) }),
      let own = votes.votes(of: third.id).flatMap({ gaps.mean(set, votes, $0, like: mix, fewest: fewest) })
    else {
      throw NotCovered(
        .tooFew,
        "fewer than \(fewest) contested roll calls on which both voted stand to \(third.name) as \"\(set.rawValue)\" in \(question.span)"
      )
    }
    let places = states.compactMap { state in
      votes.votes(of: state).flatMap { gaps.mean(set, votes, $0, like: mix, fewest: fewest) }.map { (state, $0) }
    }
    let values = places.map(\.1)
    let estimate = Estimate(
      Double(1 + values.count { $0 > own }), n: places.count - 1,
      method:
        "rank of coordination on roll calls by third power, set \(set.rawValue), matched on the number of no votes, \(question.span); n is the number of placebos",
      sources: [votes.sourced.source(question.rowSelector), index.sourced.source("predictions of these votes")])
    let placebos = ComparisonClass("coordination of the pair under every placebo third power", values)
    let value = Estimate(own, method: "coordination", sources: [])
    let highest = places.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(5)
    return Answer(
      estimate: estimate, percentiles: [placebos.place(value)],
      items: highest.map { state, gap in
        Finding.Item(
          id: state.description, label: State.name(of: state, on: question.span.middle), date: question.span.edtf,
          detail: "rank \(1 + values.count { $0 > gap }): \(rounded(gap * 100)) points",
          tags: state == third.id ? ["third"] : [])
      },
      distribution: Distribution(of: values, from: -0.5, to: 0.5, bins: DyadClass.bins),
      notes: votes.notes(question, rows: selected) + [
        "coordination when \(third.name) is the third power: \(rounded(own * 100)) points"
      ] + (index.unconvergedNote.map { [$0] } ?? []))
  }
}

/// Observed less predicted agreement of a pair, roll call by roll call, with how lopsided each was.
private struct PairGaps {
  /// Rows of the votes, strata by number of no votes, and differences.
  private var calls: [(row: Int32, stratum: Int, gap: Double)] = []

  init(_ votes: VoteIndex, _ index: PredictionIndex, _ a: UInt16, _ b: UInt16, rows: [Int32]) {
    for row in rows {
      guard let predicted = index.rows([votes.table.ids[Int(row)]]).first,
        let first = index.vote(of: a, on: predicted), let second = index.vote(of: b, on: predicted),
        index.isContested(predicted, without: a, b)
      else { continue }
      let one = PredictedVote(index.table, at: first)
      let two = PredictedVote(index.table, at: second)
      calls.append(
        (row, Self.stratum(votes.tallies.no[Int(row)]), (one.vote == two.vote ? 1 : 0) - one.agreement(with: two)))
    }
  }

  private static let strata = 5
  /// Fewest roll calls of a placebo in a stratum that weighs.
  private static let fewestOfStratum: Double = 3

  private static func stratum(_ no: Int32) -> Int { no == 0 ? 0 : no <= 3 ? 1 : no <= 10 ? 2 : no <= 30 ? 3 : 4 }

  /// Share of each stratum among the roll calls that stand to a state as the set says; `nil` for too few.
  func mix(_ set: RollCallSet, _ votes: VoteIndex, _ third: StateVotes, fewest: Int) -> [Double]? {
    var counts = [Double](repeating: 0, count: Self.strata)
    for call in calls where votes.tallies.isIn(set, Int(call.row), vote: third[call.row]) { counts[call.stratum] += 1 }
    let total = counts.reduce(0, +)
    return total >= Double(fewest) ? counts.map { $0 / total } : nil
  }

  /// Mean difference over those roll calls with strata in the given shares; `nil` for too few or an empty stratum.
  func mean(_ set: RollCallSet, _ votes: VoteIndex, _ third: StateVotes, like mix: [Double], fewest: Int) -> Double? {
    var counts = [Double](repeating: 0, count: Self.strata)
    var sums = counts
    for call in calls where votes.tallies.isIn(set, Int(call.row), vote: third[call.row]) {
      counts[call.stratum] += 1
      sums[call.stratum] += call.gap
    }
    guard counts.reduce(0, +) >= Double(fewest) else { return nil }
    var mean = 0.0
    for k in mix.indices where mix[k] > 0 {
      guard counts[k] >= min(Self.fewestOfStratum, mix[k] * Double(fewest)) else { return nil }
      mean += mix[k] * sums[k] / counts[k]
    }
    return mean
  }
}
