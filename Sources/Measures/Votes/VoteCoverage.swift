import Evidence
import Record
import StateSystem

extension VoteIndex {
  /// The roll calls of a question, or why there are none.
  func selected(_ question: VoteQuestion) throws(NotCovered) -> [Int32] {
    let dataset = "\(sourced.vintage.dataset) \(sourced.vintage.version)"
    switch question.span {
    case .sessions(let range):
      guard range.overlaps(sessions) else {
        throw NotCovered(
          .outsideYears,
          "\(dataset) covers sessions \(sessions.lowerBound)-\(sessions.upperBound), not \(question.span)")
      }
    case .days:
      guard question.span.years.overlaps(sourced.years) else {
        throw NotCovered(
          .outsideYears,
          "\(dataset) covers \(sourced.years.lowerBound)-\(sourced.years.upperBound), not \(question.span)")
      }
    }
    let rows = rows(meeting: question.criteria, in: question.span)
    guard rows.isEmpty else { return rows }
    if question.criteria.set == .flagged, !isFlaggingCoded(in: question.span) {
      throw NotCovered(
        .missing, "\(dataset) flags no roll call as important in \(question.span), or codes no flags there")
    }
    if let issue = question.criteria.issue, !isIssueCoded(in: question.span) {
      throw NotCovered(
        .missing, "\(dataset) codes no subjects of roll calls in \(question.span), so \(issue.code) has none")
    }
    if let third = question.criteria.third, let reason = absence(of: third, in: question.span) {
      throw NotCovered(reason)
    }
    throw NotCovered(.tooFew, "no roll call meets the conditions: \(question.rollCallWords)")
  }

  private func isFlaggingCoded(in span: RollCallSpan) -> Bool {
    table.important.indices.contains {
      table.important[$0] == 1 && span.contains(session: table.sessions[$0], day: table.days[$0])
    }
  }

  private func isIssueCoded(in span: RollCallSpan) -> Bool {
    table.issues.indices.contains {
      table.issues[$0] != RollCalls.issuesNotCoded && span.contains(session: table.sessions[$0], day: table.days[$0])
    }
  }

  /// Why two states have no common vote on the selected roll calls.
  func reasonWithoutCommonVotes(_ question: VoteQuestion) -> Reason {
    absence(of: question.a.id, in: question.span) ?? absence(of: question.b.id, in: question.span)
      ?? Reason(.tooFew, "the two states have no roll call in common on which both voted: \(question.rollCallWords)")
  }

  /// Why a state cast no vote in the span; `nil` if it did.
  private func absence(of id: StateID, in span: RollCallSpan) -> Reason? {
    let rows = table.ids.indices.filter { span.contains(session: table.sessions[$0], day: table.days[$0]) }
    if let votes = votes(of: id), rows.contains(where: { (1...3).contains(votes[$0]) }) { return nil }
    guard let state = State[id], let first = rows.map({ table.days[$0] }).min(),
      let last = rows.map({ table.days[$0] }).max()
    else { return Reason(.missing, "no vote of state \(id) is recorded in \(span)") }
    let name = state.name(on: Day(number: last))
    let seat = state.unMembership.contains { period in
      period.start.number <= last && (period.end.map { $0.number > first } ?? true)
    }
    if seat { return Reason(.missing, "no vote of \(name) is recorded in \(span)") }
    return Reason(.notMember, Self.seatHistory(of: state, name: name, last: last) + "; no vote in \(span)")
  }

  private static func seatHistory(of state: State, name: String, last: Int32) -> String {
    // General Assembly resolution 2758 (XXVI) of 25 October 1971.
    if state.id == 710 { return "China's seat was held by Taipei until 1971-10-25" }
    if state.id == 713, last >= (state.unMembership.last?.end?.number ?? .max) {
      return "China's seat passed from Taipei to Beijing on 1971-10-25"
    }
    if let next = state.unMembership.first(where: { $0.start.number > last }) {
      return "\(name) became a member of the United Nations on \(next.start)"
    }
    if let left = state.unMembership.last?.end { return "\(name) left the United Nations on \(left)" }
    return "\(name) was not a member of the United Nations"
  }

  /// Caveats of the roll calls that a figure rests on.
  func notes(_ question: VoteQuestion, rows: [Int32]) -> [String] {
    let dataset = "\(sourced.vintage.dataset) \(sourced.vintage.version)"
    var notes: [String] = []
    switch question.span {
    case .sessions(let asked) where asked.clamped(to: sessions) != asked:
      notes.append("\(dataset) covers sessions \(sessions.lowerBound)-\(sessions.upperBound) of those asked about")
    case .days where question.span.years.clamped(to: sourced.years) != question.span.years:
      notes.append(
        "\(dataset) covers \(sourced.years.lowerBound)-\(sourced.years.upperBound) of the years asked about")
    default: break
    }
    notes += caveats(question, rows: rows)
    if question.criteria.set == .alone {
      notes.append(
        "nearly alone: at most \(RollCallSet.aloneAtMost) no votes, or at most \(RollCallSet.aloneAtMostPerCent) % of the votes cast; declared \(RollCallSet.declaredAt)"
      )
    }
    return notes
  }

  /// The source's caveats, without those that do not touch agreement: days matter only where the roll calls are chosen by day, and a
  /// vote that is unknown is as missing as one that was not cast.
  private func caveats(_ question: VoteQuestion, rows: [Int32]) -> [String] {
    var isByUnreliableDay = false
    if case .days = question.span { isByUnreliableDay = rows.contains { table.dayReliable[Int($0)] == 0 } }
    return Caveat.applying(
      to: sourced.vintage.dataset, states: [question.a.id, question.b.id], years: question.span.years
    )
    .filter { $0.id != "absence-not-coded" && ($0.id != "weekday-for-day" || isByUnreliableDay) }
    .map(\.text)
  }
}
