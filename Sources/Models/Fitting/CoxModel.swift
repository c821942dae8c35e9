import Statistics

/// What a survival model says beside its coefficients.
public struct CoxDiagnostics: Sendable {
  public let concordance: Concordance
  /// By term and in all, against the Kaplan-Meier transform of time.
  public let proportionality: ProportionalityTest
}

/// A proportional hazards model from a formula `Surv(stop, event) ~ …` or `Surv(start, stop, event) ~ …`.
struct CoxModel {
  let frame: ModelFrame
  let fit: CoxFit
  let covariance: CoefficientCovariance
  let diagnostics: CoxDiagnostics

  init(_ request: ModelRequest, _ data: DataTable) throws {
    let formula = request.formula
    guard case .call("Surv", let arguments) = formula.response, arguments.count == 2 || arguments.count == 3 else {
      throw ModelError.unsupported(
        formula: formula.source, what: "the outcome \(formula.response) of a survival model",
        instead: "write Surv(stop, event) or Surv(start, stop, event)")
    }
    let strataColumns = formula.strata.flatMap(\.variables)
    frame = try ModelFrame(formula, data, others: request.errors.columns + strataColumns)
    var evaluator = ExpressionEvaluator(formula.source, frame.table)
    let parts = try arguments.map { try evaluator.numbers($0.value) }
    let events = parts[parts.count - 1]
    if let row = events.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      throw ModelError.outcome(
        expression: arguments[arguments.count - 1].value.description, line: frame.table.line(of: row),
        value: events[row], expected: "0 (censored) or 1 (event); for one of several causes write cause == 2")
    }
    let strata = strataColumns.isEmpty ? nil : frame.table.grouping(strataColumns).codes
    let times = try Self.times(parts, strata, frame)
    // Factors are coded beside an intercept that the baseline hazard stands for.
    let coded = try frame.design(of: frame.table, hasIntercept: true)
    let design = coded.dropping([0])
    fit = try Self.fit(times, design, frame, request.ties)
    let clusters: ErrorKind.Grouping?
    switch request.errors {
    case .classic:
      clusters = nil
      covariance = fit.classicCovariance
    case .robust:
      clusters = nil
      covariance = try fit.robustCovariance()
    case .clustered(let groups, let correction):
      guard groups.count == 1, let columns = groups.first else {
        throw ModelError.request("cox takes one grouping for clustered errors; found \(groups.count)")
      }
      let grouping = frame.table.grouping(columns)
      clusters = grouping
      covariance = try fit.robustCovariance(clusters: grouping, correction: correction ?? .cr0)
    case .dyadic:
      throw ModelError.request("dyadic-robust errors are for regressions; cluster cox on the dyad")
    }
    diagnostics = CoxDiagnostics(
      concordance: Concordance(fit, clusters: clusters),
      proportionality: try ProportionalityTest(fit, groups: Self.groups(frame, fit)))
  }

  /// The spells; one that is none is named by its line.
  private static func times(
    _ parts: [[Double]], _ strata: [Int32]?, _ frame: ModelFrame
  ) throws(ModelError) -> EventTimes {
    do {
      return try EventTimes(
        starts: parts.count == 3 ? parts[0] : nil, stops: parts[parts.count - 2],
        causes: parts[parts.count - 1].map { UInt8($0) }, strata: strata)
    } catch {
      guard case .emptySpell(let row, let start, let stop) = error else { throw .survival(error) }
      throw .outcome(
        expression: frame.formula.response.description, line: frame.table.line(of: row), value: stop,
        expected: "a stop after the start, which is \(start)")
    }
  }

  /// The fit; a value that is not finite is named by its line.
  private static func fit(
    _ times: EventTimes, _ design: DesignMatrix, _ frame: ModelFrame, _ ties: TieHandling
  ) throws(ModelError) -> CoxFit {
    do {
      return try CoxFit(times, design: design, offset: frame.offset, ties: ties)
    } catch {
      guard case .notFinite(let what, let row) = error else { throw .survival(error) }
      throw .notFinite(expression: what, line: frame.table.line(of: row))
    }
  }

  /// Positions of the coefficients of each term.
  private static func groups(_ frame: ModelFrame, _ fit: CoxFit) -> [(name: String, columns: [Int])] {
    frame.termColumns.compactMap { term in
      // Names, since the design of the fit has no intercept and lacks dropped columns.
      let names = Set(term.columns.map { frame.design.names[$0] })
      let columns = fit.names.indices.filter { names.contains(fit.names[$0]) }
      return columns.isEmpty ? nil : (term.term, columns)
    }
  }
}
