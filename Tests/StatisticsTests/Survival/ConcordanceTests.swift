import Testing

@testable import Statistics

@Suite struct ConcordanceTests {
  @Test(arguments: TieHandling.allCases)
  func agreesWithR(_ ties: TieHandling) throws {
    let rows = try SurvivalRows()
    let fit = try CoxFit(rows.times, design: rows.design, ties: ties)
    let c = Concordance(fit)
    #expect(rows.reference.difference([c.value, c.error], ties.rawValue + ".concordance") < 1e-10)
    let counts = [c.concordant, c.discordant, c.tied].map(Double.init)
    #expect(rows.reference.difference(counts, ties.rawValue + ".counts") == 0)
  }

  @Test func strataAndClustersAgree() throws {
    let stratified = try SurvivalRows(strata: true)
    let c = Concordance(try CoxFit(stratified.times, design: stratified.design))
    #expect(stratified.reference.difference([c.value, c.error], "strata.concordance") < 1e-10)
    let rows = try SurvivalRows()
    let d = Concordance(try CoxFit(rows.times, design: rows.design), clusters: rows.dyads)
    #expect(rows.reference.difference([d.value, d.error], "cluster.concordance") < 1e-10)
  }

  @Test func countsLikeTheDefinition() throws {
    let rows = try SurvivalRows()
    // Rounded risks, so that there are ties.
    let risk = rows.design.column(0).map { ($0 * 2).rounded() }
    let c = try Concordance(rows.times, risk: Array(risk))
    var (concordant, discordant, tied) = (0, 0, 0)
    let t = rows.times
    for i in 0..<t.rows where t.causes[i] == 1 {
      for j in 0..<t.rows where (t.starts?[j] ?? 0) < t.stops[i] {
        guard t.stops[j] > t.stops[i] || (t.stops[j] == t.stops[i] && t.causes[j] != 1) else { continue }
        if risk[i] > risk[j] { concordant += 1 } else if risk[i] < risk[j] { discordant += 1 } else { tied += 1 }
      }
    }
    #expect([c.concordant, c.discordant, c.tied] == [concordant, discordant, tied])
    #expect(tied > 0)
  }
}
