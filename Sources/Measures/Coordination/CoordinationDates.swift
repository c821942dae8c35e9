import Evidence
import Record
import StateSystem

/// The rank of a span of time among the pair's other spans of the same length by its coordination: the placebo of random dates.
///
/// Formula: the span is moved by every whole number of years (or sessions) that leaves it without overlap with itself; for each the pair's
/// observed less predicted agreement on roll calls of the same kind; rank = 1 + number of spans with a higher value. All of them are taken,
/// not a sample, so nothing is random.
/// Range: 1...n + 1 for n other spans; 1 means that the pair never coordinated more.
/// Missing: a span needs 20 common contested roll calls (5 for `alone`); one before a state's seat or outside the fit has none.
/// Errors: `ArgumentError`. Complexity: O(spans × roll calls).
/// Source: placebo tests in this form: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746.
/// Not for: significance. Neighbouring spans overlap each other and are not independent.
enum CoordinationDates {
  static let definition = MeasureDefinition(
    indexed: "votes.coordinationDates", panel: .convergence, unit: .rank,
    summary: "Rank of a span of time among all others of its length by the coordination of a pair.",
    arguments: VoteQuestion.pairAndSpan + VoteQuestion.kind + [
      .init("dimensions", "1|2: dimensions of the ideal points", default: "1")
    ],
    example: "votes.coordinationDates a=CHN b=RUS period=1995-01-01/2002-12-31"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try VoteQuestion(arguments)
    let isPlane = try arguments.choice("dimensions", ["1", "2"]) == "2"
    return arguments.finding(.convergence, .rank) { () throws(NotCovered) in
      let (votes, predictions) = try prepared.coordination(inPlane: isPlane)
      return try answer(votes, predictions, question)
    }
  }

  private static func answer(
    _ votes: VoteIndex, _ index: PredictionIndex, _ question: VoteQuestion
  ) throws(NotCovered) -> Answer {
    let fewest = ThirdRank.fewest(question.criteria.set)
    func coordination(_ span: RollCallSpan) -> PairPrediction {
      let rows = votes.rows(meeting: question.criteria, in: span)
      return PairPrediction(
        index, question.a.id.cow, question.b.id.cow, rows: index.rows(rows.map { votes.table.ids[Int($0)] }))
    }
    let selected = try votes.selected(question)
    let own = coordination(question.span)
    guard own.n >= fewest else {
      throw NotCovered(.tooFew, "\(own.n) common contested roll calls in \(question.span), \(fewest) needed")
    }
    let others = question.span.moved(within: votes).compactMap { span -> (RollCallSpan, PairPrediction)? in
      let pair = coordination(span)
      return pair.n >= fewest ? (span, pair) : nil
    }
    guard !others.isEmpty else {
      throw NotCovered(.tooFew, "no other span of this length with \(fewest) common contested roll calls")
    }
    let values = others.map(\.1.difference)
    let estimate = Estimate(
      Double(1 + values.count { $0 > own.difference }), n: others.count,
      method:
        "rank of coordination among all spans of the same length that do not overlap it; \(question.rollCallWords); "
        + "n is the number of other spans",
      sources: [votes.sourced.source(question.rowSelector), index.sourced.source("predictions of these votes")])
    let placebos = ComparisonClass("coordination of the pair in other spans of the same length", values)
    let highest = others.sorted { $0.1.difference > $1.1.difference }.prefix(5)
    return Answer(
      estimate: estimate,
      percentiles: [placebos.place(Estimate(own.difference, method: "coordination", sources: []))],
      items: highest.map { span, pair in
        Finding.Item(
          id: span.edtf, label: "\(rounded(pair.difference * 100)) points", date: span.edtf,
          detail: "\(pair.n) roll calls")
      },
      distribution: Distribution(of: values, from: -0.5, to: 0.5, bins: DyadClass.bins),
      notes: votes.notes(question, rows: selected) + [
        "coordination in the span itself: \(rounded(own.difference * 100)) points; in the others \(rounded((values.min() ?? 0) * 100)) to \(rounded((values.max() ?? 0) * 100))"
      ] + (index.unconvergedNote.map { [$0] } ?? []))
  }
}

extension RollCallSpan {
  /// The span moved by every whole number of years, or sessions, that leaves it without overlap with itself and touching the record.
  fileprivate func moved(within votes: VoteIndex) -> [RollCallSpan] {
    switch self {
    case .sessions(let range):
      return (-99...99).filter { abs($0) >= range.count }.map { step in
        .sessions((range.lowerBound + step)...(range.upperBound + step))
      }.filter { $0.touches(votes.sessions) }
    case .days(let range):
      let first = Day(number: range.lowerBound)
      let last = Day(number: range.upperBound)
      let length = Int(range.upperBound - range.lowerBound)
      return (-99...99).compactMap { step -> RollCallSpan? in
        guard step != 0, let start = first.moved(years: step), let end = last.moved(years: step),
          abs(Int(start.number - first.number)) > length
        else { return nil }
        return .days(start.number...max(start.number, end.number))
      }
    }
  }

  private func touches(_ sessions: ClosedRange<Int>) -> Bool {
    if case .sessions(let range) = self { return range.overlaps(sessions) }
    return true
  }
}

extension Day {
  /// The same day some years later; 28 February for 29 February where the year has none.
  fileprivate func moved(years: Int) -> Day? {
    let (from, month, day) = fields
    return Day(from + years, month, day) ?? Day(from + years, month, 28)
  }
}
