import Evidence
import Record
import StateSystem

/// The rank of a third power among placebo third powers by the agreement of a pair on the roll calls that each opposes.
///
/// Formula: for every state k other than the pair, agreement of the pair over the roll calls that stand to k as the set says
/// (opposed: k voted no); rank of h = 1 + number of placebos with higher agreement.
/// Range: 1...n + 1, where n is the number of placebos; 1 means that the pair votes together most when h opposes.
/// Missing: a placebo counts with at least `fewest` common roll calls of the pair in its set; h with fewer is not covered.
/// Errors: `ArgumentError` when h is one of the pair, or for a set that does not depend on a third power.
/// Complexity: O(states × roll calls).
/// Source: placebo tests in this form: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746.
/// Not for: significance. Third powers that vote alike oppose the same roll calls, so the placebos are not independent.
enum ThirdRank {
  /// Fewest common roll calls of the pair in the set of a placebo.
  static func fewest(_ set: RollCallSet) -> Int { set == .alone ? 5 : 20 }

  static let definition = MeasureDefinition(
    indexed: "votes.thirdRank", panel: .conduct, unit: .rank,
    summary: "Rank of a third power among placebos by the agreement of a pair on the roll calls each opposes.",
    arguments: VoteQuestion.pairAndSpan + [
      .init("third", "the third power"),
      .init("set", "opposed|unopposed|alone: what the third power did", default: "opposed"),
      .init("coding", VoteCoding.allCases.map(\.rawValue).joined(separator: "|"), default: "exact"),
    ],
    example: "votes.thirdRank a=CHN b=RUS third=USA period=1997-09-02/2002-09-01"
  ) { prepared, arguments throws(ArgumentError) in
    let set = try arguments.choice("set", ["opposed", "unopposed", "alone"])
    let question = try VoteQuestion(arguments)
    let third = try arguments.state("third")
    guard third.id != question.a.id, third.id != question.b.id else {
      throw .invalid("third", value: try arguments.text("third"), expected: "a state other than the pair")
    }
    return arguments.finding(.conduct, .rank) { () throws(NotCovered) in
      guard let index = prepared.votes else { throw NotCovered(.notInstalled("un-votes")) }
      return try answer(index, question, third, RollCallSet(rawValue: set) ?? .opposed)
    }
  }

  private static func answer(_ index: VoteIndex, _ question: VoteQuestion, _ third: State, _ set: RollCallSet)
    throws(NotCovered) -> Answer
  {
    _ = try index.selected(question)
    guard let a = index.votes(of: question.a.id), let b = index.votes(of: question.b.id) else {
      throw NotCovered(index.reasonWithoutCommonVotes(question))
    }
    let everyRow = index.rows(
      meeting: RollCallCriteria(dropsUnanimous: question.coding.dropsUnanimous), in: question.span)
    let places = index.table.states.compactMap { StateID(Int($0)) }
      .filter { $0 != question.a.id && $0 != question.b.id }
      .compactMap { state in
        place(state, index, a, b, rows: everyRow, coding: question.coding, set: set)
      }
    guard let own = places.first(where: { $0.state == third.id }) else {
      throw NotCovered(
        .tooFew,
        "fewer than \(fewest(set)) roll calls on which both voted stand to \(State.sentenceName(third.id, on: question.span.middle)) as \"\(set.rawValue)\" in \(question.span)"
      )
    }
    let values = places.map(\.value)
    let agreement = Estimate(
      own.value, interval: .wilson(mean: own.value, n: own.n), n: own.n, method: question.coding.words, sources: [])
    let reach = agreement.interval.flatMap { ends in
      Interval(
        Double(1 + values.count { $0 > ends.high }), Double(1 + values.count { $0 > ends.low }), level: ends.level)
    }
    let estimate = Estimate(
      Double(rank(own.value, values)), interval: reach, n: places.count - 1,
      method:
        "rank of agreement (\(question.coding.words)) on roll calls by third power, set \(set.rawValue), \(question.span); placebos with at least \(fewest(set)) common roll calls; n is the number of placebos; the interval holds the ranks at the ends of the agreement's Wilson interval",
      sources: [index.sourced.source(question.rowSelector, count: 2 * own.n)])
    let placebos = ComparisonClass("agreement of the pair under every placebo third power", values)
    return Answer(
      estimate: estimate, percentiles: [placebos.place(agreement)], items: items(places, own, question),
      distribution: Distribution(of: values, from: 0, to: 1, bins: DyadClass.bins),
      notes: index.notes(question, rows: everyRow) + [
        "agreement when \(State.sentenceName(third.id, on: question.span.middle)) is the third power: \(rounded(own.value))"
      ])
  }

  private static func rank(_ value: Double, _ values: [Double]) -> Int { 1 + values.count { $0 > value } }

  /// The first five, and the third power if it is not among them.
  private static func items(_ places: [Place], _ own: Place, _ question: VoteQuestion) -> [Finding.Item] {
    let values = places.map(\.value)
    let first = places.sorted { ($1.value, $0.state) < ($0.value, $1.state) }.prefix(5)
    let shown = first.contains { $0.state == own.state } ? Array(first) : first + [own]
    return shown.map { place in
      Finding.Item(
        id: place.state.description, label: State.name(of: place.state, on: question.span.middle),
        date: question.span.edtf,
        detail: "rank \(rank(place.value, values)): agreement \(rounded(place.value)) on \(place.n) roll calls",
        tags: place.state == own.state ? ["third"] : [])
    }
  }

  private struct Place {
    let state: StateID
    let value: Double
    let n: Int
  }

  private static func place(
    _ state: StateID, _ index: VoteIndex, _ a: StateVotes, _ b: StateVotes, rows: [Int32], coding: VoteCoding,
    set: RollCallSet
  ) -> Place? {
    guard let third = index.votes(of: state) else { return nil }
    let reading = coding.reading
    var credit = VoteCredit()
    for row in rows where index.tallies.isIn(set, Int(row), vote: third[row]) {
      credit.add(reading[a[row]], reading[b[row]], coding)
    }
    guard credit.n >= fewest(set), let value = credit.mean else { return nil }
    return Place(state: state, value: value, n: credit.n)
  }
}
