import Testing

@testable import Statistics

@Suite struct ProportionalityTestTests {
  @Test(arguments: TieHandling.allCases, TimeTransform.allCases)
  func agreesWithCoxZph(_ ties: TieHandling, _ transform: TimeTransform) throws {
    let rows = try SurvivalRows()
    let fit = try CoxFit(rows.times, design: rows.design, ties: ties)
    let test = try ProportionalityTest(fit, transform: transform)
    let lines = (test.lines + [test.global]).flatMap { [$0.chiSquare, Double($0.freedom), $0.significance] }
    #expect(rows.reference.difference(lines, "\(ties.rawValue).zph.\(transform.rawValue)") < 1e-8)
  }

  @Test(arguments: TieHandling.allCases)
  func residualsAgree(_ ties: TieHandling) throws {
    let rows = try SurvivalRows()
    let test = try ProportionalityTest(try CoxFit(rows.times, design: rows.design, ties: ties))
    let r = rows.reference
    let name = ties.rawValue
    #expect(r.difference(Array(test.eventTimes.prefix(10)), name + ".zph.time") == 0)
    #expect(r.difference(Array(test.transformed.prefix(10)), name + ".zph.x") < 1e-10)
    #expect(r.difference(test.residuals.prefix(10).flatMap { $0 }, name + ".schoenfeld") < 1e-9)
    #expect(r.difference(test.scaledResiduals.sorted { $0[0] < $1[0] }.flatMap { $0 }, name + ".zph.y") < 1e-8)
  }

  @Test func strataAgree() throws {
    let rows = try SurvivalRows(strata: true)
    let test = try ProportionalityTest(try CoxFit(rows.times, design: rows.design), transform: .identity)
    let lines = (test.lines + [test.global]).flatMap { [$0.chiSquare, Double($0.freedom), $0.significance] }
    #expect(rows.reference.difference(lines, "strata.zph") < 1e-8)
  }
}
