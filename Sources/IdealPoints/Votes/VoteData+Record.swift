import Record
import StateSystem

extension VoteData {
  /// The votes of a record: every yes, abstention and no, with the matched resolutions where the record has them.
  ///
  /// Missing data: absent, not a member and "no row" give no observation. A vote on a paragraph or an amendment is one where either
  /// flag is 1; a flag that is not coded counts as no. Complexity: O(roll calls × states).
  public init(_ rollCalls: RollCalls, matches: ResolutionMatches?) {
    let calls = rollCalls.ids.indices.map { i in
      let coded = rollCalls.issues[i]
      return RollCall(
        id: rollCalls.ids[i], session: Self.session(rollCalls.ids[i], rollCalls.sessions[i]),
        year: Int16(Day(number: rollCalls.days[i]).year.value),
        important: rollCalls.important[i] == 255 ? nil : rollCalls.important[i] == 1,
        isPartial: rollCalls.amendment[i] == 1 || rollCalls.paragraph[i] == 1,
        issues: coded == RollCalls.issuesNotCoded ? [] : IssueSet(rawValue: coded))
    }
    var observations: [Observation] = []
    observations.reserveCapacity(rollCalls.votes.count { (1...3).contains($0) })
    let width = rollCalls.states.count
    for i in calls.indices {
      for k in 0..<width {
        let vote = rollCalls.votes[i * width + k]
        guard (1...3).contains(vote) else { continue }
        observations.append(Observation(state: rollCalls.states[k], rollCall: Int32(i), vote: vote))
      }
    }
    self.init(
      rollCalls: calls, observations: observations,
      matches: matches.map { Array(zip($0.first, $0.second)).map { (first: $0.0, second: $0.1) } } ?? [])
  }

  /// The session a roll call is counted in.
  ///
  /// The file of votes has roll call 4592, resolution 60/260 of 8 May 2006, in session 59; the published estimates count it in 60.
  private static func session(_ id: Int32, _ session: Int16) -> Int16 { id == 4592 && session == 59 ? 60 : session }
}
