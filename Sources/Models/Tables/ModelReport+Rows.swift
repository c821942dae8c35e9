import Statistics

extension ModelReport {
  /// One figure of a report, for CSV and JSON.
  public struct Row: Sendable, Encodable {
    /// 1-based.
    public let model: Int
    public let kind: ModelKind
    public let formula: String
    /// coefficient, effect, prediction, proportionality, statistic.
    public let part: String
    public let term: String
    public let value: Double?
    public let error: Double?
    public let statistic: Double?
    public let p: Double?
    public let low: Double?
    public let high: Double?
  }

  /// Everything as one long table.
  public var rows: [Row] {
    var out: [Row] = []
    for (i, entry) in entries.enumerated() {
      let model = entry.model
      func row(
        _ part: String, _ term: String, _ value: Double, error: Double = .nan, statistic: Double = .nan,
        p: Double = .nan, low: Double = .nan, high: Double = .nan
      ) {
        func finite(_ x: Double) -> Double? { x.isFinite ? x : nil }
        out.append(
          Row(
            model: i + 1, kind: model.kind, formula: model.request.formula.source, part: part, term: term,
            value: finite(value), error: finite(error), statistic: finite(statistic), p: finite(p), low: finite(low),
            high: finite(high)))
      }
      func line(_ part: String, _ line: FittedModel.Line) {
        row(
          part, line.name, line.estimate, error: line.error, statistic: line.statistic, p: line.significance,
          low: line.low, high: line.high)
      }
      for own in model.lines { line("coefficient", own) }
      for effect in entry.effects?.effects ?? [] { line("effect", effect.line) }
      for prediction in entry.predictions?.predictions ?? [] { line("prediction", prediction.line) }
      if let test = model.coxDiagnostics?.proportionality {
        for own in test.lines + [test.global] {
          row("proportionality", own.name, own.chiSquare, p: own.significance)
        }
      }
      for item in entry.statistics { row("statistic", item.name, item.value) }
    }
    return out
  }

  /// The long table as CSV, numbers in full.
  public var csv: String {
    var out = "model,kind,formula,part,term,value,error,statistic,p,low,high\n"
    for row in rows {
      let numbers = [row.value, row.error, row.statistic, row.p, row.low, row.high].map { $0.map { "\($0)" } ?? "" }
      let texts = [String(row.model), row.kind.rawValue, row.formula, row.part, row.term].map(Self.quoted)
      out += (texts + numbers).joined(separator: ",") + "\n"
    }
    return out
  }

  static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A report as JSON has it.
  public struct Document: Sendable, Encodable {
    public struct Model: Sendable, Encodable {
      public let kind: ModelKind
      public let formula: String
      public let errors: String
      public let distribution: String
      public let level: Double
      public let rows: Int
      public let droppedRows: Int
      public let missing: [ModelFrame.Missing]
      public let warnings: [Warning]
      public let covariance: [[Double?]]
    }
    public struct Warning: Sendable, Encodable {
      public let code: String
      public let message: String
    }
    public let data: String
    public let models: [Model]
    public let figures: [Row]
  }

  public var json: Document {
    Document(
      data: dataName,
      models: entries.map { entry in
        let model = entry.model
        let n = model.names.count
        return Document.Model(
          kind: model.kind, formula: model.request.formula.source, errors: model.covariance.method,
          distribution: model.covariance.freedom.map { "t with \(NumberText.fixed($0, 0)) degrees of freedom" }
            ?? "normal",
          level: model.request.level, rows: model.frame.keptRows.count, droppedRows: model.frame.droppedRows,
          missing: model.frame.missing,
          warnings: model.warnings.map { Document.Warning(code: $0.code, message: $0.description) },
          covariance: (0..<n).map { j in
            (0..<n).map { k in model.covariance.matrix[j, k].isFinite ? model.covariance.matrix[j, k] : nil }
          })
      }, figures: rows)
  }
}
