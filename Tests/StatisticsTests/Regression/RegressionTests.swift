import Testing

@testable import Statistics

/// The simulated dyad-years of Benchmarks/peers/regression.R (stats, sandwich 3.0-2, MASS 7.3-58.2, R 4.2.2) and what R makes of them.
struct RegressionRows {
  let columns: [String: [Double]]
  let reference: Reference

  init() throws {
    columns = try Reference.columns("regression-rows.csv")
    reference = try Reference("regression.txt")
  }

  func design(_ names: [String], intercept: Bool = true) throws -> DesignMatrix {
    let n = columns["y"]?.count ?? 0
    let ones = [Double](repeating: 1, count: n)
    return try #require(
      DesignMatrix(
        names: (intercept ? ["(Intercept)"] : []) + names,
        columns: (intercept ? [ones] : []) + names.map { columns[$0] ?? [] }))
  }

  func column(_ name: String) -> [Double] { columns[name] ?? [] }
  func grouping(_ name: String) -> ErrorKind.Grouping { ErrorKind.Grouping(name, column(name).map { Int($0) }) }
}

@Suite struct RegressionTests {
  private static let models: [(name: String, family: RegressionFamily, outcome: String)] = [
    ("logit", .logit, "y"), ("probit", .probit, "y"), ("poisson", .poisson, "count"), ("ols", .gaussian, "value"),
  ]

  @Test(arguments: models.indices)
  func agreesWithR(_ index: Int) throws {
    let model = Self.models[index]
    let rows = try RegressionRows()
    let r = rows.reference
    let fit = try Regression.fit(
      model.family, outcome: rows.column(model.outcome), design: try rows.design(["x1", "x2", "x3", "year"]))
    #expect(fit.warnings.isEmpty)
    #expect(r.difference(fit.coefficients, model.name + ".beta") < 1e-9, "\(model.name)")
    #expect(r.difference([fit.logLikelihood], model.name + ".loglik") < 1e-11)
    #expect(r.difference([fit.akaike], model.name + ".aic") < 1e-11)
    func check(_ kind: ErrorKind, _ key: String) throws {
      let found = try fit.covariance(kind).matrix.cells
      #expect(r.difference(found, "\(model.name).\(key)") < 1e-8, "\(model.name) \(key)")
    }
    try check(.classic, "classic")
    for correction in ErrorKind.RobustCorrection.allCases { try check(.robust(correction), correction.rawValue) }
    for correction in ErrorKind.ClusterCorrection.allCases {
      try check(.clustered([rows.grouping("dyad")], correction), correction.rawValue)
    }
    try check(.clustered([rows.grouping("a"), rows.grouping("year")], .cr1), "two")
    let members = rows.members
    try check(.dyadic(members.0, members.1, .cr0), "dyadic")
  }

  @Test func negativeBinomialAgreesWithMASS() throws {
    let rows = try RegressionRows()
    let r = rows.reference
    let model = try NegativeBinomialFit(outcome: rows.column("count"), design: try rows.design(["x1", "x2", "x3"]))
    #expect(r.difference([model.theta, model.thetaError], "negbin.theta") < 1e-7)
    #expect(r.difference(model.fit.coefficients, "negbin.beta") < 1e-8)
    #expect(r.difference(try model.fit.covariance(.classic).matrix.cells, "negbin.classic") < 1e-8)
    #expect(r.difference([model.fit.logLikelihood], "negbin.loglik") < 1e-10)
  }

  @Test func offsetsOriginAndPolynomialsAgree() throws {
    let rows = try RegressionRows()
    let r = rows.reference
    let exposed = try Regression.fit(
      .poisson, outcome: rows.column("count"), design: try rows.design(["x1", "x2"]),
      offset: rows.column("exposure").map(logarithm))
    #expect(r.difference(exposed.coefficients, "offset.beta") < 1e-9)
    #expect(r.difference([exposed.logLikelihood], "offset.loglik") < 1e-11)
    #expect(r.difference([exposed.nullLogLikelihood], "offset.null") < 1e-9)
    let origin = try Regression.fit(
      .logit, outcome: rows.column("y"), design: try rows.design(["x1", "x3"], intercept: false))
    #expect(r.difference(origin.coefficients, "origin.beta") < 1e-9)
    #expect(r.difference(origin.classicCovariance.cells, "origin.classic") < 1e-9)
    // Years and their squares: a condition number of 1e9 before centring.
    let year = rows.column("year")
    let base = try rows.design(["x1", "x2", "year"])
    let square = try #require(
      DesignMatrix(
        rows: base.rows, names: base.names + ["I(year^2)"], values: base.values + year.map { $0 * $0 }))
    let polynomial = try Regression.fit(.gaussian, outcome: rows.column("value"), design: square)
    #expect(r.difference(polynomial.coefficients, "square.beta") < 1e-6)
    #expect(r.difference(try polynomial.covariance(.classic).errors, "square.error") < 1e-6)
  }

  @Test func sameBytesOnOneAndTwoThreads() throws {
    // More rows than one block.
    var generator = Xoshiro256(seed: 7)
    let n = 50_000
    let x = (0..<n).map { _ in Normal.quantile(generator.uniform()) }
    let y = x.map { generator.uniform() < RegressionFamily.logit.mean(-1 + 0.5 * $0) ? 1.0 : 0 }
    let design = try #require(
      DesignMatrix(names: ["(Intercept)", "x"], columns: [[Double](repeating: 1, count: n), x]))
    let one = try Regression.fit(.logit, outcome: y, design: design, workers: 1)
    let two = try Regression.fit(.logit, outcome: y, design: design, workers: 2)
    #expect(one.coefficients == two.coefficients)
    #expect(one.logLikelihood == two.logLikelihood)
    #expect(one.scores == two.scores)
    #expect(
      try one.covariance(.robust(.hc3)).matrix == two.covariance(.robust(.hc3)).matrix)
  }

  @Test func dropsLaterCollinearColumns() throws {
    let rows = try RegressionRows()
    let base = try rows.design(["x1", "x2"])
    let sum = zip(rows.column("x1"), rows.column("x2")).map { 3 + $0 - 2 * $1 }
    let both = try #require(
      DesignMatrix(
        rows: base.rows, names: base.names + ["sum", "two"],
        values: base.values + sum + [Double](repeating: 2, count: base.rows)))
    let fit = try Regression.fit(.logit, outcome: rows.column("y"), design: both)
    let plain = try Regression.fit(.logit, outcome: rows.column("y"), design: base)
    #expect(fit.warnings == [.collinear(dropped: ["sum", "two"])])
    #expect(fit.kept == [0, 1, 2])
    #expect(fit.coefficients == plain.coefficients)
  }

  @Test(arguments: [RegressionFamily.logit, .probit])
  func namesSeparation(_ family: RegressionFamily) throws {
    let rows = try RegressionRows()
    let base = try rows.design(["x1"])
    // Quasi-complete: the outcome is always 1 where the mark is 1.
    let y = rows.column("y")
    let mark = y.enumerated().map { $0.element == 1 && $0.offset % 3 == 0 ? 1.0 : 0 }
    let marked = try #require(
      DesignMatrix(rows: base.rows, names: base.names + ["mark"], values: base.values + mark))
    let fit = try Regression.fit(family, outcome: y, design: marked)
    guard case .separation(let columns, let count)? = fit.warnings.first else {
      Issue.record("expected separation, found \(fit.warnings)")
      return
    }
    #expect(columns == ["mark"])
    #expect(count == Int(mark.reduce(0, +)))
    // Complete: the outcome itself.
    let complete = try #require(DesignMatrix(rows: base.rows, names: base.names + ["y"], values: base.values + y))
    let perfect = try Regression.fit(family, outcome: y, design: complete)
    #expect(perfect.warnings.contains { $0.code == "separation" })
  }

  @Test func refusesWhatCannotBeFitted() throws {
    let rows = try RegressionRows()
    let design = try rows.design(["x1"])
    #expect(throws: RegressionError.self) { try Regression.fit(.logit, outcome: rows.column("value"), design: design) }
    let constant = [Double](repeating: 1, count: design.rows)
    #expect(throws: RegressionError.constantOutcome(value: 1)) {
      try Regression.fit(.logit, outcome: constant, design: design)
    }
    var values = design.values
    values[design.rows + 4] = -.infinity
    let infinite = try #require(DesignMatrix(rows: design.rows, names: design.names, values: values))
    #expect(throws: RegressionError.notFinite(column: "x1", row: 4)) {
      try Regression.fit(.logit, outcome: rows.column("y"), design: infinite)
    }
  }

  @Test func warnsOfFewClustersAndPoissonData() throws {
    let rows = try RegressionRows()
    let fit = try Regression.fit(.logit, outcome: rows.column("y"), design: try rows.design(["x1"]))
    let tens = ErrorKind.Grouping("decade", rows.column("year").map { Int($0) / 10 })
    #expect(try fit.covariance(.clustered([tens], .cr1)).warnings == [.fewClusters(count: 6)])
    let even = (0..<600).map { Double($0 % 3) }
    let flat = try NegativeBinomialFit(outcome: even, design: try rows.design(["x1"]))
    #expect(flat.fit.warnings.contains(.noOverdispersion))
  }
}

extension RegressionRows {
  /// The members of the dyads, numbered together.
  var members: (ErrorKind.Grouping, ErrorKind.Grouping) {
    let codes = ErrorKind.Grouping.members(("a", column("a").map { Int($0) }), ("b", column("b").map { Int($0) }))
    return (codes.0, codes.1)
  }

  @Test(arguments: [[0, 0, 1, 2, 1, 0], [3, 3, 1, 3, 0, 1], [-1, 4, 4, -1], []] as [[Int32]])
  func labelsAreNumberedAsTheyOccur(labels: [Int32]) {
    let found = ErrorKind.Grouping("g", labels: labels)
    let expected = ErrorKind.Grouping("g", labels.map { Int($0) })
    #expect(found.codes == expected.codes && found.count == expected.count)
  }
}
