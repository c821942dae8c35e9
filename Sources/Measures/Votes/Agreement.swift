import Evidence
import Record
import StateSystem

/// How often two states vote alike in the United Nations General Assembly.
///
/// Formula: the mean over roll calls on which both voted yes (1), abstained (2) or voted no (3) of 1(v₁ = v₂), or, graded, of
/// 1 - |v₁ - v₂| / 2 without unanimous roll calls. `set`, `third`, `filter` and `issue` choose the roll calls.
/// Range: 0...1; higher is more alike. The interval is Wilson's, for which the graded coding gives an upper bound of the variance.
/// Missing: absent, not a member and unknown are missing, not disagreement; a state without a seat is not covered.
/// Errors: `ArgumentError` for a state, session, coding or set that is not known.
/// Complexity: O(roll calls) for the pair and O(states² × roll calls / 64) once for each comparison class.
/// Source: Voeten (2013), "Data and Analyses of Voting in the UN General Assembly", Routledge Handbook of International
/// Organization; graded: Bailey, Strezhnev and Voeten (2017), doi:10.1177/0022002715595700.
/// Not for: coordination. Like-minded states agree without acting together; most roll calls divide few.
enum Agreement {
  static let definition = MeasureDefinition(
    indexed: "votes.agreement", panel: .convergence, unit: .share,
    summary: "Share of General Assembly roll calls on which two states vote alike, under a coding, a filter and a set.",
    arguments: VoteQuestion.pairAndSpan + VoteQuestion.selection,
    example: "votes.agreement a=CHN b=RUS sessions=56"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try VoteQuestion(arguments)
    return arguments.finding(.convergence, .share) { () throws(NotCovered) in
      guard let index = prepared.votes else { throw NotCovered(.notInstalled("un-votes")) }
      return try answer(index, question)
    }
  }

  private static func answer(_ index: VoteIndex, _ question: VoteQuestion) throws(NotCovered) -> Answer {
    let rows = try index.selected(question)
    guard let a = index.votes(of: question.a.id), let b = index.votes(of: question.b.id) else {
      throw NotCovered(index.reasonWithoutCommonVotes(question))
    }
    let credit = VoteCredit(a, b, rows: rows, coding: question.coding)
    guard let value = credit.mean else { throw NotCovered(index.reasonWithoutCommonVotes(question)) }
    let estimate = Estimate(
      value, interval: .wilson(mean: value, n: credit.n), n: credit.n,
      method: "\(question.coding.words); \(question.rollCallWords); Wilson interval",
      sources: [index.sourced.source(question.rowSelector, count: 2 * credit.n)])
    let dyads = index.dyadClass(question, rows: rows, .agreement(question.coding))
    var answer = Answer(
      estimate: estimate, distribution: dyads.distribution, notes: index.notes(question, rows: rows))
    let fewest = DyadClass.fewestCommon(of: rows.count)
    if credit.n >= fewest {
      let earlier = index.history(a, b, question.criteria, question.coding, before: index.firstSession(of: rows))
      // A yearly series of agreements on all roll calls is placed hundreds of times; the figures on roll calls at stake a few.
      let isStaked = question.criteria.set != .all
      answer.classes = [
        isStaked
          ? dyads.dyads.map { dyads.comparison.among($0, placing: question.a.id.cow, question.b.id.cow) }
          : dyads.comparison,
        .history("the pair's own earlier sessions on the same kind of roll calls", earlier: earlier, present: value),
      ]
    } else {
      answer.notes.append("\(credit.n) common roll calls; a place among all dyads needs \(fewest)")
    }
    return answer
  }
}

/// Sum of credits of two states over roll calls.
struct VoteCredit {
  /// Roll calls on which both votes count.
  private(set) var n = 0
  private var halfPoints = 0

  init() {}

  init(_ a: StateVotes, _ b: StateVotes, rows: [Int32], coding: VoteCoding) {
    let reading = coding.reading
    for row in rows { add(reading[a[row]], reading[b[row]], coding) }
  }

  /// Adds a pair of votes as read.
  @inline(__always) mutating func add(_ x: UInt8, _ y: UInt8, _ coding: VoteCoding) {
    guard x != 0, y != 0 else { return }
    n += 1
    halfPoints += coding.halfPoints(x, y)
  }

  /// `nil` without a roll call.
  var mean: Double? { n > 0 ? Double(halfPoints) / Double(2 * n) : nil }
}

extension VoteIndex {
  func firstSession(of rows: [Int32]) -> Int { Int(rows.map { table.sessions[Int($0)] }.min() ?? 0) }

  /// Agreement of a pair in each session before `session` with enough common roll calls of the kind.
  func history(
    _ a: StateVotes, _ b: StateVotes, _ criteria: RollCallCriteria, _ coding: VoteCoding, before session: Int
  )
    -> [Double]
  {
    guard session > sessions.lowerBound else { return [] }
    let reading = coding.reading
    var credits = [VoteCredit](repeating: VoteCredit(), count: session - sessions.lowerBound)
    var rollCalls = [Int](repeating: 0, count: credits.count)
    for row in rows(meeting: criteria) {
      let slot = Int(table.sessions[Int(row)]) - sessions.lowerBound
      guard slot < credits.count else { continue }
      rollCalls[slot] += 1
      credits[slot].add(reading[a[row]], reading[b[row]], coding)
    }
    return credits.indices.compactMap { slot in
      credits[slot].n >= DyadClass.fewestCommon(of: rollCalls[slot]) ? credits[slot].mean : nil
    }
  }
}
