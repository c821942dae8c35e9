import Statistics

/// Fitted models with what was asked about them, ready to be printed.
public struct ModelReport: Sendable {
  public struct Entry: Sendable {
    public let model: FittedModel
    public var effects: MarginalEffects?
    public var predictions: Predictions?
    public var validation: CrossValidation?

    public init(
      _ model: FittedModel, effects: MarginalEffects? = nil, predictions: Predictions? = nil,
      validation: CrossValidation? = nil
    ) {
      self.model = model
      self.effects = effects
      self.predictions = predictions
      self.validation = validation
    }
  }

  public let entries: [Entry]
  /// Name of the data, for the caption.
  public let dataName: String

  public init(_ entries: [Entry], dataName: String) {
    self.entries = entries
    self.dataName = dataName
  }

  /// How a report is written.
  public enum Format: String, Sendable, CaseIterable {
    case text, md, tex, csv, json
  }
}

extension ModelReport.Entry {
  /// Statistics of the fit by name, in order.
  var statistics: [(name: String, value: Double, isCount: Bool)] {
    let frame = model.frame
    var out: [(String, Double, Bool)] = [
      ("rows", Double(frame.keptRows.count), true), ("rows dropped", Double(frame.droppedRows), true),
    ]
    if let fit = model.regression {
      out += [
        ("log-likelihood", fit.logLikelihood, false), ("null log-likelihood", fit.nullLogLikelihood, false),
        ("AIC", fit.akaike, false), ("BIC", fit.bayes, false),
      ]
      if fit.family == .gaussian {
        out += [("R squared", rSquared(fit), false), ("residual standard error", fit.dispersion.squareRoot(), false)]
      } else {
        out.append(("pseudo R squared (McFadden)", fit.pseudoRSquared, false))
      }
      if let theta = model.theta, theta.value.isFinite { out += [("theta", theta.value, false), ("error of theta", theta.error, false)] }
      if fit.family.isBinary {
        let own = Discrimination(outcome: frame.outcome, predicted: fit.fitted)
        if let auc = own.auc, let brier = own.brier { out += [("AUC", auc, false), ("Brier score", brier, false)] }
      }
    }
    if let cox = model.cox {
      let tests = cox.tests
      out += [
        ("events", Double(cox.events), true), ("log partial likelihood", cox.logLikelihood, false),
        ("null log partial likelihood", cox.nullLogLikelihood, false),
        ("likelihood ratio", tests.likelihoodRatio, false), ("score test", tests.score, false),
        ("Wald test", tests.wald, false), ("degrees of freedom", Double(tests.freedom), true),
      ]
      if let c = model.coxDiagnostics?.concordance {
        out += [("concordance", c.value, false), ("error of concordance", c.error, false)]
      }
    }
    if let validation {
      let v = validation.outOfSample
      out.append(("folds", Double(validation.folds), true))
      if let auc = v.auc, let brier = v.brier, let loss = v.logLoss {
        out += [
          ("cross-validated AUC", auc, false), ("cross-validated Brier score", brier, false),
          ("cross-validated log loss", loss, false),
        ]
      }
      out.append(("cross-validated RMSE", v.rootMeanSquare, false))
    }
    return out
  }

  /// Squared correlation of fitted and observed values.
  private func rSquared(_ fit: RegressionFit) -> Double {
    let y = model.frame.outcome
    let n = Double(y.count)
    let mean: Double = y.reduce(0, +) / n
    let total: Double = y.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    return 1 - fit.dispersion * Double(fit.freedom) / (fit.hasIntercept ? total : y.reduce(0.0) { $0 + $1 * $1 })
  }

  /// Sentences that go under the table.
  var notes: [String] {
    let frame = model.frame
    var notes = ["Errors: \(model.covariance.method)."]
    if frame.droppedRows > 0 {
      let parts = frame.missing.map { "\($0.variable) in \(NumberText.count($0.rows))" }.joined(separator: ", ")
      notes.append(
        "\(NumberText.count(frame.droppedRows)) of \(NumberText.count(frame.totalRows)) rows dropped; missing: \(parts)."
      )
    }
    if model.kind == .cox {
      notes.append("Ties: \(model.request.ties.rawValue). Positive coefficients shorten the time.")
    }
    if let validation {
      notes.append(
        "Cross-validation: \(validation.folds) folds of \(validation.byCluster ? "whole clusters" : "rows"), seed \(validation.seed)."
      )
    }
    if let predictions, predictions.predictions.contains(where: { !$0.extrapolated.isEmpty }) {
      notes.append("Predictions marked * set a variable outside its observed range.")
    }
    return notes
  }
}

extension FittedModel {
  var kind: ModelKind { request.kind }
  /// What the table is of.
  var caption: String { "\(kind.name.prefix(1).uppercased())\(kind.name.dropFirst()): \(request.formula)" }
  var intervalName: String { "\(NumberText.fixed(100 * request.level, 0)) % interval" }
}
