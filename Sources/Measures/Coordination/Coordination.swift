import Evidence
import Record
import StateSystem

/// Whether two states vote together beyond what their positions predict: the coordination test.
///
/// Formula: the mean over roll calls on which both voted of 1(v_a = v_b) − Σ_k p_a(k) p_b(k), where p is predicted from positions without
/// the resolution family at hand and from the item's parameters without the pair (`docs/methods/coordination.md`).
/// Range: −1...1. Positive: they act together beyond like-mindedness; zero: like-mindedness is all there is. The 95 % interval joins the
/// variation over resolution families (jackknife), which holds the items' own uncertainty, and the posterior of the positions (delta method).
/// Missing: roll calls on which either did not vote, or which nobody but the two contests, are left out; a state without a seat is not covered.
/// Errors: `ArgumentError`. Complexity: O(roll calls) for the pair, O(roll calls × states²) once for each comparison class.
/// Source: design of this project; positions: doi:10.1177/0022002715595700; weights: doi:10.1007/s11222-016-9696-4.
/// Not for: sets of roll calls chosen after seeing the votes; fewer than about 20 roll calls.
package enum Coordination {
  package static let observedLabel = "observed agreement"
  package static let predictedLabel = "agreement predicted from ideal points"

  static let definition = MeasureDefinition(
    indexed: "votes.coordination", panel: .convergence, unit: .points,
    summary: "How much more often two states vote alike than their ideal points predict, held out.",
    arguments: VoteQuestion.pairAndSpan + VoteQuestion.kind + [
      .init("dimensions", "1|2: dimensions of the ideal points", default: "1"),
      .init(
        "class",
        "dyads|present|none: whether the place among all dyads is wanted; present leaves out the pair's history",
        default: "dyads"),
    ],
    example: "votes.coordination a=GBR b=FRA period=1995-01-01/2002-12-31"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try VoteQuestion(arguments)
    let isPlane = try arguments.choice("dimensions", ["1", "2"]) == "2"
    let placing = try arguments.choice("class", ["dyads", "present", "none"])
    return arguments.finding(.convergence, .points) { () throws(NotCovered) in
      let (votes, predictions) = try prepared.coordination(inPlane: isPlane)
      return try answer(votes, predictions, question, placing: placing)
    }
  }

  private static func answer(
    _ votes: VoteIndex, _ index: PredictionIndex, _ question: VoteQuestion, placing: String
  ) throws(NotCovered) -> Answer {
    let selected = try votes.selected(question)
    let rows = index.rows(selected.map { votes.table.ids[Int($0)] })
    let pair = PairPrediction(index, question.a.id.cow, question.b.id.cow, rows: rows)
    guard pair.families >= fewestFamilies else {
      if pair.n == 0 { throw NotCovered(votes.reasonWithoutCommonVotes(question)) }
      throw NotCovered(
        .tooFew,
        "\(pair.n) common contested roll calls in \(pair.families) resolution families; \(fewestFamilies) families needed"
      )
    }
    let estimate = pair.estimate(
      method: "observed less held-out predicted agreement; \(question.rollCallWords); interval over "
        + "\(pair.families) resolution families and the posterior",
      sources: [
        votes.sourced.source(question.rowSelector, count: 2 * pair.n),
        index.sourced.source("predictions of these votes", count: 2 * pair.n),
      ])
    var answer = Answer(estimate: estimate)
    if placing != "none" {
      place(
        &answer, pair, votes, index, question, selected: selected, rows: rows, withHistory: placing == "dyads")
    }
    answer.benchmarks = [
      .init(label: observedLabel, value: pair.observed, n: pair.n, unit: .share),
      .init(label: predictedLabel, value: pair.expected, n: pair.n, unit: .share),
    ]
    answer.notes = notes(pair, index, votes, question, selected)
    return answer
  }

  /// The place among all dyads on the same roll calls and in the pair's own history.
  private static func place(
    _ answer: inout Answer, _ pair: PairPrediction, _ votes: VoteIndex, _ index: PredictionIndex,
    _ question: VoteQuestion, selected: [Int32], rows: [Int32], withHistory: Bool
  ) {
    let fewest = DyadClass.fewestCommon(of: rows.count)
    let members = DyadMembers(question)
    let key = CoordinationClassKey(criteria: question.criteria, span: question.span, members: members)
    let dyads = index.classes.value(for: key) {
      CoordinationClass(index, rows: rows, fewest: fewest, among: members)
    }
    let values = dyads.members.map(\.difference)
    answer.distribution = Distribution(of: values, from: -0.5, to: 0.5, bins: DyadClass.bins)
    if pair.n >= fewest {
      answer.classes = [
        ComparisonClass(
          "\(members.words(on: question.span.middle)) with at least \(fewest) common votes on the same roll calls",
          values)
      ]
      guard withHistory else { return }
      answer.classes[0] = answer.classes[0]?.among(
        ClassDyads(firsts: dyads.members.map(\.first), seconds: dyads.members.map(\.second)),
        placing: question.a.id.cow, question.b.id.cow)
      answer.classes.append(
        .history(
          "the pair's own earlier sessions on the same kind of roll calls",
          earlier: history(votes, index, question, before: votes.firstSession(of: selected)), present: pair.difference))
    }
  }

  /// Fewest resolution families an interval can be made from.
  static let fewestFamilies = 5

  /// Coordination of the pair in each session before `session` with enough common roll calls of the kind.
  private static func history(
    _ votes: VoteIndex, _ index: PredictionIndex, _ question: VoteQuestion, before session: Int
  ) -> [Double] {
    var bySession: [Int16: [Int32]] = [:]
    for row in votes.rows(meeting: question.criteria) where Int(votes.table.sessions[Int(row)]) < session {
      bySession[votes.table.sessions[Int(row)], default: []].append(votes.table.ids[Int(row)])
    }
    return bySession.keys.sorted().compactMap { session in
      let rows = index.rows(bySession[session] ?? [])
      let pair = PairPrediction(index, question.a.id.cow, question.b.id.cow, rows: rows)
      return pair.n >= DyadClass.fewestCommon(of: rows.count) ? pair.difference : nil
    }
  }

  private static func notes(
    _ pair: PairPrediction, _ index: PredictionIndex, _ votes: VoteIndex, _ question: VoteQuestion, _ selected: [Int32]
  ) -> [String] {
    var notes = votes.notes(question, rows: selected)
    notes.append(
      "p-value of no coordination \(rounded(pair.pValue)); standard error in points: \(rounded(pair.familyError * 100, decimals: 1)) over resolution families, \(rounded(pair.positionError * 100, decimals: 1)) over the posterior of the two positions"
    )
    if let note = index.unconvergedNote { notes.append(note) }
    if pair.onlyTheirs > 0 {
      notes.append(
        "\(pair.onlyTheirs) roll calls on which all others voted alike are left out: without the two nothing predicts them"
      )
    }
    if pair.unreliable * 10 > pair.n {
      notes.append(
        "on \(pair.unreliable) of \(pair.n) roll calls the weights that hold the pair out are unreliable (k-hat above 0.7)"
      )
    }
    return notes
  }
}

extension PreparedRecord {
  /// Votes and the predictions made from them, or why there are none.
  func coordination(inPlane: Bool) throws(NotCovered) -> (VoteIndex, PredictionIndex) {
    guard let votes else { throw NotCovered(.notInstalled("un-votes")) }
    let name = inPlane ? "ideal-points-2d" : "ideal-points"
    let command = inPlane ? "entente fit ideal-points --dimensions 2" : "entente fit ideal-points"
    guard let index = inPlane ? predictionsInPlane : predictions else {
      throw NotCovered(.notInstalled, "\(name) is not in the archive; `\(command)` makes it")
    }
    let origin = index.table.origin
    guard origin.count == 2, origin[1] == votes.sourced.vintage.sha256 else {
      throw NotCovered(
        .notInstalled,
        "\(name) was made from other votes (\(origin.count > 0 ? origin[0] : "unknown")) than those installed; `\(command)` makes it anew"
      )
    }
    return (votes, index)
  }
}
