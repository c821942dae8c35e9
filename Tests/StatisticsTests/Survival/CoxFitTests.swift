import Testing

@testable import Statistics

@Suite struct CoxFitTests {
  @Test(arguments: TieHandling.allCases)
  func agreesWithCoxph(_ ties: TieHandling) throws {
    let rows = try SurvivalRows()
    let r = rows.reference
    let fit = try CoxFit(rows.times, design: rows.design, ties: ties)
    let name = ties.rawValue
    #expect(r.difference(fit.coefficients, name + ".beta") < 1e-9)
    #expect(r.difference(fit.covariance.cells, name + ".var") < 1e-9)
    #expect(r.difference([fit.nullLogLikelihood, fit.logLikelihood], name + ".loglik") < 1e-10)
    let tests = fit.tests
    #expect(r.difference([tests.likelihoodRatio, tests.score, tests.wald], name + ".tests") < 1e-8)
    #expect(fit.warnings.isEmpty)
  }

  @Test(arguments: TieHandling.allCases)
  func residualsAndRobustErrorsAgree(_ ties: TieHandling) throws {
    let rows = try SurvivalRows()
    let r = rows.reference
    let fit = try CoxFit(rows.times, design: rows.design, ties: ties)
    let residuals = fit.residuals
    let name = ties.rawValue
    #expect(r.difference(Array(residuals.martingale.prefix(20)), name + ".martingale") < 1e-9)
    #expect(r.difference(residuals.score.prefix(20).flatMap { $0 }, name + ".score") < 1e-9)
    #expect(r.difference(residuals.dfbeta.prefix(20).flatMap { $0 }, name + ".dfbeta") < 1e-9)
    let robust = try fit.robustCovariance(clusters: rows.dyads)
    #expect(r.difference(robust.matrix.cells, name + ".robust") < 1e-9)
    #expect(abs(residuals.martingale.reduce(0, +)) < 1e-9, "martingale residuals add up to 0")
    for j in 0..<3 { #expect(abs(residuals.score.reduce(0.0) { $0 + $1[j] }) < 1e-8, "the score is 0 at the maximum") }
  }

  @Test func strataAgree() throws {
    let rows = try SurvivalRows(strata: true)
    let r = rows.reference
    let fit = try CoxFit(rows.times, design: rows.design)
    #expect(r.difference(fit.coefficients, "strata.beta") < 1e-9)
    #expect(r.difference(fit.covariance.cells, "strata.var") < 1e-9)
    #expect(r.difference([fit.nullLogLikelihood, fit.logLikelihood], "strata.loglik") < 1e-10)
    #expect(r.difference(try fit.robustCovariance(clusters: rows.dyads).matrix.cells, "strata.robust") < 1e-9)
  }

  @Test(arguments: TieHandling.allCases)
  func predictedSurvivalAgrees(_ ties: TieHandling) throws {
    let rows = try SurvivalRows()
    let fit = try CoxFit(rows.times, design: rows.design, ties: ties)
    let curve = try fit.survival([0.5, 1, -0.25])
    let name = ties.rawValue + ".curve"
    #expect(rows.reference.difference(curve.times, name + ".time") == 0)
    #expect(rows.reference.difference(curve.cumulativeHazard, name + ".hazard") < 1e-9)
    #expect(rows.reference.difference(curve.hazardErrors, name + ".error") < 1e-9)
  }

  @Test func predictedIncidenceAgrees() throws {
    let rows = try SurvivalRows()
    let r = rows.reference
    let models = try [1, 2].map {
      (try CoxFit(rows.times, cause: $0, design: rows.design, ties: .breslow), [0.5, 1, -0.25])
    }
    let predicted = try PredictedIncidence(models)
    let times = r["predicted.time"]
    for (k, time) in predicted.times.enumerated() {
      let at = try #require(times.firstIndex(of: time))
      let expected = Array(r["predicted.p"][(3 * at)..<(3 * at + 3)])
      let found = [predicted.eventFree[k], predicted.incidence[0][k], predicted.incidence[1][k]]
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-9, "time \(time)") }
      #expect(abs(found.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func aUnitsChangeIsHarmless() throws {
    let rows = try SurvivalRows()
    let fit = try CoxFit(rows.times, design: rows.design)
    let shifted = try #require(
      DesignMatrix(
        names: ["x1", "x2", "x3"],
        columns: [
          rows.design.column(0).map { 1000 * $0 + 5000 }, Array(rows.design.column(1)), Array(rows.design.column(2)),
        ]))
    let other = try CoxFit(rows.times, design: shifted)
    #expect(abs(other.coefficients[0] * 1000 - fit.coefficients[0]) < 1e-10)
    #expect(abs(other.coefficients[2] - fit.coefficients[2]) < 1e-10)
    #expect(abs(other.logLikelihood - fit.logLikelihood) < 1e-10)
  }

  @Test func dropsCollinearAndNamesSeparated() throws {
    let rows = try SurvivalRows()
    let x1 = Array(rows.design.column(0))
    let event = rows.times.causes.map { $0 == 1 ? 1.0 : 0.0 }
    let collinear = try #require(DesignMatrix(names: ["x1", "twice"], columns: [x1, x1.map { 2 * $0 + 1 }]))
    #expect(try CoxFit(rows.times, design: collinear).warnings == [.collinear(dropped: ["twice"])])
    let separated = try #require(DesignMatrix(names: ["x1", "event"], columns: [x1, event]))
    let fit = try CoxFit(rows.times, design: separated)
    guard case .separation(let columns, _)? = fit.warnings.first else {
      Issue.record("expected separation, found \(fit.warnings)")
      return
    }
    #expect(columns == ["event"])
  }

  @Test func refusesWhatIsNoSpell() throws {
    #expect(throws: SurvivalError.emptySpell(row: 1, start: 3, stop: 3)) {
      try EventTimes(starts: [0, 3], stops: [2, 3], causes: [1, 0])
    }
    let rows = try SurvivalRows()
    #expect(throws: SurvivalError.noEvents(cause: 9)) { try CoxFit(rows.times, cause: 9, design: rows.design) }
  }
}
