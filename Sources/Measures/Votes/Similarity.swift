import Evidence
import Record
import StateSystem

/// Similarity of two states' votes by Signorino and Ritter's S, Cohen's kappa or Scott's pi.
///
/// Formula: with distance d (nominal 1(v₁ ≠ v₂), absolute |v₁ - v₂| / 2, squared (v₁ - v₂)² / 4), mean observed distance Do and the
/// mean distance De expected by chance: S = 1 - 2 Do; kappa and pi = 1 - Do / De, where De takes each state's own frequencies
/// (kappa) or those of both pooled (pi).
/// Range: -1...1; 1 is identical. For S 0 is the middle of the scale; for kappa and pi 0 is chance. On the same roll calls, with
/// absolute distance, S = 2 × graded agreement - 1.
/// Missing: as in `votes.agreement`. Kappa and pi are undefined where neither state varies (De = 0): not covered, never 1 and never 0.
/// Interval: for S from Wilson's interval of the mean distance; for kappa and pi from the delete-one jackknife.
/// Errors: `ArgumentError` for an unknown state, index, distance or span.
/// Complexity: as `votes.agreement`.
/// Source: Signorino and Ritter (1999), doi:10.1111/0020-8833.00113; Häge (2011), doi:10.1093/pan/mpr023; Cohen (1968),
/// doi:10.1037/h0026256; Scott (1955), doi:10.1086/266577.
/// Not for: use alone. Kappa near 0 can stand beside agreement of .955 where almost every vote is yes.
enum Similarity {
  static let definition = MeasureDefinition(
    indexed: "votes.similarity", panel: .convergence, unit: .coefficient,
    summary: "Similarity of two states' votes: S, or agreement beyond chance by kappa or pi.",
    arguments: VoteQuestion.pairAndSpan + [
      .init("index", "s|kappa|pi", default: "s"),
      .init("distance", "nominal|absolute|squared", default: "absolute"),
    ],
    example: "votes.similarity a=CHN b=RUS sessions=56 index=kappa distance=squared"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try VoteQuestion(arguments)
    let name = try arguments.text("index")
    guard !["tau-b", "tau"].contains(name) else {
      throw .invalid("index", value: name, expected: "s, kappa or pi: \(PortfolioIndex.whyNotTau)")
    }
    let index = SimilarityIndex(rawValue: try arguments.choice("index", SimilarityIndex.allCases.map(\.rawValue))) ?? .s
    let distance =
      VoteDistance(rawValue: try arguments.choice("distance", VoteDistance.allCases.map(\.rawValue))) ?? .absolute
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      guard let votes = prepared.votes else { throw NotCovered(.notInstalled("un-votes")) }
      return try answer(votes, question, index, distance)
    }
  }

  private static func answer(
    _ votes: VoteIndex, _ question: VoteQuestion, _ index: SimilarityIndex, _ distance: VoteDistance
  ) throws(NotCovered) -> Answer {
    let rows = try votes.selected(question)
    guard let a = votes.votes(of: question.a.id), let b = votes.votes(of: question.b.id) else {
      throw NotCovered(votes.reasonWithoutCommonVotes(question))
    }
    let cross = VoteCrossTable(rows.lazy.map { (a[$0], b[$0]) })
    guard cross.n > 0 else { throw NotCovered(votes.reasonWithoutCommonVotes(question)) }
    let value = cross.similarity(index, distance)
    guard value.isFinite else {
      throw NotCovered(
        .undefined,
        "\(index.rawValue) is undefined: on all \(cross.n) common roll calls both cast the same single kind of vote")
    }
    let estimate = Estimate(
      value, interval: cross.interval(index, distance), n: cross.n,
      method: "\(index.words) with \(distance.rawValue) distance; \(question.rollCallWords)",
      sources: [votes.sourced.source(question.rowSelector, count: 2 * cross.n)])
    let dyads = votes.dyadClass(question, rows: rows, .similarity(index, distance))
    var answer = Answer(
      estimate: estimate, distribution: dyads.distribution, notes: votes.notes(question, rows: rows))
    if cross.n >= DyadClass.fewestCommon(of: rows.count) {
      let earlier = votes.history(a, b, index, distance, before: votes.firstSession(of: rows))
      answer.classes = [
        dyads.comparison, .history("the pair's own earlier sessions", earlier: earlier, present: value),
      ]
    }
    return answer
  }
}

extension SimilarityIndex {
  var words: String {
    switch self {
    case .s: "S = 1 - 2 × mean distance, interval from Wilson's"
    case .kappa: "kappa = 1 - observed over expected distance, own frequencies, jackknife interval"
    case .pi: "pi = 1 - observed over expected distance, pooled frequencies, jackknife interval"
    }
  }
}

extension VoteCrossTable {
  /// 95 % interval of an index; `nil` where leaving out one roll call makes it undefined.
  func interval(_ index: SimilarityIndex, _ distance: VoteDistance) -> Interval? {
    let value = similarity(index, distance)
    if index == .s {
      return Interval.wilson(mean: (1 + value) / 2, n: n).flatMap {
        Interval(2 * $0.low - 1, 2 * $0.high - 1, level: $0.level)
      }
    }
    guard let error = jackknifeError(index, distance) else { return nil }
    // Standard normal quantile of a two-sided 95 % interval.
    let reach: Double = 1.959963984540054 * error
    return Interval(max(-1, value - reach), min(1, value + reach), level: 0.95)
  }

  /// Standard error from leaving out one roll call at a time; the nine cells stand for all roll calls.
  ///
  /// Source: Efron and Stein (1981), doi:10.1214/aos/1176345462.
  func jackknifeError(_ index: SimilarityIndex, _ distance: VoteDistance) -> Double? {
    guard n > 1 else { return nil }
    let cells: [WritableKeyPath<VoteCrossTable, Int>] = [
      \.yesYes, \.yesAbstain, \.yesNo, \.abstainYes, \.abstainAbstain, \.abstainNo, \.noYes, \.noAbstain, \.noNo,
    ]
    var left: [(value: Double, weight: Double)] = []
    for cell in cells where self[keyPath: cell] > 0 {
      var without = self
      without[keyPath: cell] -= 1
      let value = without.similarity(index, distance)
      guard value.isFinite else { return nil }
      left.append((value, Double(self[keyPath: cell])))
    }
    let count = Double(n)
    let mean: Double = left.reduce(0) { $0 + $1.value * $1.weight } / count
    let spread: Double = left.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.weight }
    return (spread * (count - 1) / count).squareRoot()
  }
}

extension VoteIndex {
  /// The index of a pair in each session before `session` with enough common roll calls.
  fileprivate func history(
    _ a: StateVotes, _ b: StateVotes, _ index: SimilarityIndex, _ distance: VoteDistance, before session: Int
  ) -> [Double] {
    guard session > sessions.lowerBound else { return [] }
    var pairs = [[(UInt8, UInt8)]](repeating: [], count: session - sessions.lowerBound)
    for row in table.ids.indices {
      let slot = Int(table.sessions[row]) - sessions.lowerBound
      if slot < pairs.count { pairs[slot].append((a[row], b[row])) }
    }
    return pairs.compactMap { session in
      let cross = VoteCrossTable(session)
      let value = cross.similarity(index, distance)
      return cross.n >= DyadClass.fewestCommon(of: session.count) && value.isFinite ? value : nil
    }
  }
}
