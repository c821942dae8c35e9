import Evidence
import Record
import StateSystem

/// A state's position in a session of the General Assembly, as Entente fitted it.
///
/// Formula: posterior mean of the dynamic ordinal-probit model, standardised over all positions of the fit; the interval is the 90 %
/// posterior interval. Range: about −3...5; higher is closer to the United States.
/// Missing: a state without a vote in the session has no position. Errors: `ArgumentError`. Complexity: O(log n).
/// Source: Bailey, Strezhnev and Voeten (2017), doi:10.1177/0022002715595700.
/// Not for: comparing levels over decades; what an agenda looks like moves the whole chamber.
enum IdealPoint {
  static let definition = MeasureDefinition(
    "votes.idealPoint", panel: .convergence, unit: .coefficient,
    summary: "Ideal point of a state in a session of the General Assembly.",
    arguments: [.init("of", "a state"), .init("session", "a session, such as 56")],
    example: "votes.idealPoint of=CHN session=56"
  ) { record, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let session = try arguments.range("session").lowerBound
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      let sourced = try record.fittedPositions()
      let row = try sourced.row(of: state, session: session)
      let table = sourced.table
      let others = ComparisonClass(
        "all states in session \(session)",
        table.sessions.indices.filter { Int(table.sessions[$0]) == session && table.dimensions[$0] == 1 }
          .map { table.means[$0] })
      return Answer(
        estimate: Estimate(
          table.means[row], interval: Interval(table.q5[row], table.q95[row], level: 0.9), n: Int(table.votes[row]),
          method: "posterior mean and 90 % interval, dynamic ordinal probit; n counts votes",
          sources: [sourced.source("ccode=\(state.id) session=\(session)", count: 1)]),
        classes: [others])
    }
  }
}

/// Distance of two states' ideal points in a session.
///
/// Formula: |θ_a − θ_b| of the posterior means; the 90 % interval takes the two posteriors as independent. Range: 0 or more; higher is
/// farther apart. Missing: not covered unless both voted in the session. Errors: `ArgumentError`.
/// Complexity: O(log n), and O(states²) for the comparison class.
/// Source: Bailey, Strezhnev and Voeten (2017), doi:10.1177/0022002715595700. Not for: coordination.
enum IdealPointDistance {
  static let definition = MeasureDefinition(
    "votes.idealPointDistance", panel: .convergence, unit: .coefficient,
    summary: "Distance between the ideal points of two states in a session.",
    arguments: [.init("a", "a state"), .init("b", "another state"), .init("session", "a session, such as 56")],
    example: "votes.idealPointDistance a=CHN b=RUS session=56"
  ) { record, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let session = try arguments.range("session").lowerBound
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      let sourced = try record.fittedPositions()
      let first = try sourced.row(of: a, session: session)
      let second = try sourced.row(of: b, session: session)
      let table = sourced.table
      let gap = table.means[first] - table.means[second]
      let sd: Double =
        (table.deviations[first] * table.deviations[first] + table.deviations[second] * table.deviations[second])
        .squareRoot()
      let reach: Double = 1.6448536269514722 * sd
      let low = max(gap.magnitude - reach, 0)
      let means = table.sessions.indices.filter { Int(table.sessions[$0]) == session && table.dimensions[$0] == 1 }
        .map { table.means[$0] }
      var distances: [Double] = []
      for i in means.indices { for j in 0..<i { distances.append((means[i] - means[j]).magnitude) } }
      return Answer(
        estimate: Estimate(
          gap.magnitude, interval: Interval(low, gap.magnitude + reach, level: 0.9),
          n: Int(min(table.votes[first], table.votes[second])),
          method:
            "distance of posterior means, 90 % interval, dynamic ordinal probit; n counts the votes of the one with fewer",
          sources: [sourced.source("ccode=\(a.id),\(b.id) session=\(session)", count: 2)]),
        classes: [ComparisonClass("all dyads in session \(session)", distances)])
    }
  }
}

extension Record {
  fileprivate func fittedPositions() throws(NotCovered) -> Sourced<Positions> {
    guard let positions else {
      throw NotCovered(.notInstalled, "ideal-points is not in the archive; `entente fit ideal-points` makes it")
    }
    return positions
  }
}

extension Sourced<Positions> {
  fileprivate func row(of state: State, session: Int) throws(NotCovered) -> Int {
    let sessions = table.sessions
    guard let first = sessions.min(), let last = sessions.max(), (Int(first)...Int(last)).contains(session) else {
      throw NotCovered(
        .outsideYears,
        "\(vintage.dataset) covers sessions \(sessions.min() ?? 0)-\(sessions.max() ?? 0), not \(session)")
    }
    guard let row = table.row(of: state.id.cow, session: Int16(session)) else {
      throw NotCovered(.missing, "\(state.name) cast no vote on a contested roll call in session \(session)")
    }
    return row
  }
}
