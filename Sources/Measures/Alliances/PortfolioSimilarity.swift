import Evidence
import Record
import StateSystem

/// How alike two states' alliance portfolios are.
///
/// Formula: over all members of the system, the two states among them, with commitments valued 0 to 3 (`AlliancePortfolios`): S is
/// 1 - 2 × mean distance; kappa and pi are 1 - observed / expected distance, the expected from each state's own values or from the pooled
/// ones. `distance` is nominal, absolute (|x - y| / 3) or squared ((x - y)² / 9).
/// Range: -1...1 for S; at most 1 for kappa and pi; higher is more alike.
/// Missing: outside the covered years and for a state that is not a member that year, not covered; kappa and pi without variation
/// likewise. A covered dyad without obligation has commitment 0.
/// Complexity: O(members² × members / 64) for the class of all dyads.
/// Source: Signorino and Ritter (1999), doi:10.1111/0020-8833.00113; Häge (2011), doi:10.1093/pan/mpr023.
/// Not for: commitment to each other. Most states owe most others nothing, so S is near 1 for almost every pair; take pi, and its percentile.
enum PortfolioSimilarity {
  static let definition = MeasureDefinition(
    "alliances.similarity", panel: .commitments, unit: .coefficient,
    summary: "Similarity of two states' alliance portfolios (ATOP, commitments valued 0 to 3): S, kappa or pi.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("year", "calendar year"),
      .init("index", SimilarityIndex.allCases.map(\.rawValue).joined(separator: "|"), default: "pi"),
      .init("distance", VoteDistance.allCases.map(\.rawValue).joined(separator: "|"), default: "absolute"),
    ],
    example: "alliances.similarity a=CHN b=RUS year=2001"
  ) { record, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year()
    let name = try arguments.text("index")
    guard !["tau-b", "tau"].contains(name) else {
      throw .invalid("index", value: name, expected: "s, kappa or pi: \(PortfolioIndex.whyNotTau)")
    }
    let index = SimilarityIndex(rawValue: try arguments.choice("index", SimilarityIndex.allCases.map(\.rawValue)))
    let distance = VoteDistance(rawValue: try arguments.choice("distance", VoteDistance.allCases.map(\.rawValue)))
    return arguments.finding(.commitments, .coefficient) { () throws(NotCovered) in
      guard let sourced = record.obligationYears else { throw NotCovered(.notInstalled("atop")) }
      return try answer(sourced, a, b, year, index ?? .pi, distance ?? .absolute)
    }
  }

  private static func answer(
    _ sourced: Sourced<ObligationYears>, _ a: State, _ b: State, _ year: Year, _ index: SimilarityIndex,
    _ distance: VoteDistance
  ) throws(NotCovered) -> Answer {
    if let reason = sourced.reasonNotCovered(year.value) { throw NotCovered(reason) }
    if let reason = Reason.notMember([a, b], in: year) { throw NotCovered(reason) }
    guard let portfolios = AlliancePortfolios.year(year.value, of: sourced.table),
      let i = portfolios.states.firstIndex(of: a.id.cow), let j = portfolios.states.firstIndex(of: b.id.cow)
    else { throw NotCovered(.outsideYears, "no obligations are coded in \(year)") }
    let table = portfolios.crossTable(i, j)
    let value = table.similarity(index, distance)
    guard value.isFinite else {
      throw NotCovered(.undefined, "\(index.rawValue) is undefined: neither portfolio varies in \(year)")
    }
    let estimate = Estimate(
      value, n: table.n,
      method:
        "\(index.rawValue), \(distance.rawValue) distance, over \(table.n) system members; commitments 3 defence or offence,"
        + " 2 neutrality or nonaggression, 1 consultation, 0 none; own place 3; a coding, without interval",
      sources: [sourced.source("stateA, stateB in {\(a.id), \(b.id)} × members, year=\(year)", count: 2 * table.n)])
    var values: [Double] = []
    let n = portfolios.states.count
    for p in 0..<n {
      for q in (p + 1)..<max(n, p + 1) {
        let other = portfolios.crossTable(p, q).similarity(index, distance)
        if other.isFinite { values.append(other) }
      }
    }
    return Answer(
      estimate: estimate, classes: [ComparisonClass("all dyads of system members in \(year)", values)],
      items: items(table, a, b, year))
  }

  /// How many states stand at each pair of commitments.
  private static func items(_ table: PortfolioCrossTable, _ a: State, _ b: State, _ year: Year) -> [Finding.Item] {
    let words = ["none", "consultation", "neutrality or nonaggression", "defence or offence"]
    var items: [Finding.Item] = []
    for x in (0..<4).reversed() {
      for y in (0..<4).reversed() where table[x, y] > 0 {
        items.append(
          Finding.Item(
            id: "\(x)\(y)", label: "\(a.abbreviation) \(words[x]), \(b.abbreviation) \(words[y])",
            date: year.description,
            detail: "\(table[x, y]) states"))
      }
    }
    return items
  }
}
