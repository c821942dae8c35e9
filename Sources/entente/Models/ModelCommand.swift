import ArgumentParser
import Delimited
import Foundation
import Models
import Stata
import Statistics

/// `entente model`: regressions and survival models on a table.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Fit a model to a table: logit, probit, ols, poisson, negbin or cox, with errors that fit dyads.",
    discussion: """
      Formulas are as in R: y ~ x + log(z) + x:z + factor(region) + I(x^2) - 1, offset(log(n)); for cox
      Surv(start, stop, event) ~ x + strata(region). Rows with missing values are dropped and counted.

      Examples:
        entente model logit --formula 'mid_onset ~ contiguity + log1p(distance) + peace_years' --cluster dyad --data panel.csv
        entente model ols --formula 's ~ polity * factor(decade)' --cluster ccode1,ccode2 --data panel.csv   (two-way)
        entente model logit --formula 'mid ~ alliance' --dyadic ccode1,ccode2 --data panel.csv
        entente model logit --formula 'mid ~ alliance + cinc' --effects --at 'alliance=0,1' --folds 10 --data panel.csv
        entente model cox --formula 'Surv(start, stop, ended) ~ capability_change' --cluster treaty --data spells.csv
        entente model logit --formula 'mid ~ x' --formula 'mid ~ x + z' --format tex --data panel.csv -o table.tex

      Exit codes: 0 fitted (warnings go to the table and to standard error), 2 the data do not admit the model, 64 wrong usage.
      """)

  @Argument(help: "logit, probit, ols, poisson, negbin or cox.")
  var kind: String

  @Option(help: "Outcome ~ terms; give it several times for models side by side.")
  var formula: [String]

  @Option(help: "A CSV or TSV file, plain, gzip or zip, or a Stata file (.dta); - is standard input.")
  var data: String

  @OptionGroup var errors: ErrorOptions

  @Option(help: "How cox treats events at the same time: efron or breslow.")
  var ties = "efron"

  @Option(help: "Level of intervals.")
  var level = 0.95

  @Flag(help: "Average marginal effects, with delta-method errors.")
  var effects = false

  @Option(help: "Average predictions with variables set: 'x=0,1;z=2'.")
  var at: String?

  @Option(help: "Folds of cross-validation, by whole clusters where there are any.")
  var folds: Int?

  @Option(help: "Seed of the folds.")
  var seed: UInt64 = 1

  @Option(help: "text, md, tex, csv or json.")
  var format = "text"

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  @Option(help: "Write line, outcome and fitted value of every complete row to this CSV file (first formula).")
  var fitted: String?

  @Option(help: "comma, tab, semicolon or pipe. Default: tab for .tsv and .tab files, else comma.")
  var separator: String?

  @Option(help: "Threads: 1 or 2. The result is the same.")
  var threads = 2

  @Flag(help: "Print the time of reading and fitting to standard error.")
  var timing = false

  func run() throws {
    try CommandFailure.mapping {
      let requests = try requests()
      var watch = Stopwatch()
      let table = try read(requests)
      if timing { watch.lap("read \(table.rows) rows") }
      var entries: [ModelReport.Entry] = []
      for request in requests {
        if timing { watch = Stopwatch() }
        let model = try FittedModel(request, data: table)
        if timing { watch.lap("fitted \(request.formula)") }
        for warning in model.warnings { Terminal.message("entente: warning: \(warning)") }
        entries.append(try entry(model))
      }
      try write(ModelReport(entries, dataName: data == "-" ? "standard input" : data))
      if let fitted, let first = entries.first { try Terminal.write(FittedRows.csv(first.model), to: fitted) }
    }
  }

  private func requests() throws -> [ModelRequest] {
    guard let kind = ModelKind(rawValue: kind) else {
      throw CommandFailure.usage("\(kind): expected one of \(Self.words(ModelKind.allCases))")
    }
    guard let ties = TieHandling(rawValue: ties) else {
      throw CommandFailure.usage("--ties \(ties): expected one of \(Self.words(TieHandling.allCases))")
    }
    guard level > 0, level < 1 else {
      throw CommandFailure.usage("--level \(level): expected a number between 0 and 1")
    }
    guard !formula.isEmpty else { throw CommandFailure.usage("give a model with --formula 'y ~ x'") }
    let wanted = try errors.request()
    return try formula.map {
      ModelRequest(kind, try Formula($0), errors: wanted, ties: ties, level: level, workers: threads)
    }
  }

  private func read(_ requests: [ModelRequest]) throws -> DataTable {
    var names: [String] = []
    for request in requests { for name in request.columns where !names.contains(name) { names.append(name) } }
    if data.lowercased().hasSuffix(".dta") {
      do { return try DataTable(stata: data, columns: names) } catch let error as StataError {
        throw CommandFailure.data(error.description)
      }
    }
    var identifiers = Set(requests.flatMap(\.identifiers))
    for request in requests {
      identifiers.formIntersection(request.identifiers.union(Set(names).subtracting(request.columns)))
    }
    let source: Delimited.Source =
      data == "-"
      ? .bytes([UInt8](FileHandle.standardInput.readDataToEndOfFile()), name: "standard input") : .file(data)
    return try DataTable(
      reading: source, format: try fileFormat(), columns: names, asText: identifiers, workers: threads)
  }

  private func fileFormat() throws -> Delimited.Format {
    let path = data.lowercased()
    let isTab = [".tsv", ".tab", ".tsv.gz", ".tab.gz"].contains { path.hasSuffix($0) }
    let separators: [String: Delimited.Separator] = [
      "comma": .comma, "tab": .tab, "semicolon": .semicolon, "pipe": .pipe,
    ]
    let word = separator ?? (isTab ? "tab" : "comma")
    guard let chosen = separators[word] else {
      throw CommandFailure.usage(
        "--separator \(word): expected one of \(separators.keys.sorted().joined(separator: ", "))")
    }
    return Delimited.Format(separator: chosen, encoding: .utf8ElseWindows1252)
  }

  private func entry(_ model: FittedModel) throws -> ModelReport.Entry {
    var entry = ModelReport.Entry(model)
    if effects { entry.effects = try MarginalEffects(model) }
    if let at { entry.predictions = try Predictions(model, at: try Predictions.Setting.parse(at)) }
    if let folds { entry.validation = try CrossValidation(model, folds: folds, seed: seed) }
    return entry
  }

  private func write(_ report: ModelReport) throws {
    guard let format = ModelReport.Format(rawValue: format) else {
      throw CommandFailure.usage("--format \(format): expected one of \(Self.words(ModelReport.Format.allCases))")
    }
    let text: String
    switch format {
    case .text, .md, .tex: text = report.document(format)
    case .csv: text = report.csv
    case .json:
      text = try OutputForm.json(report.json)
    }
    if let output { try Terminal.write(text, to: output) } else { Terminal.print(text) }
  }

  private static func words<T: RawRepresentable>(_ cases: [T]) -> String where T.RawValue == String {
    cases.map(\.rawValue).joined(separator: ", ")
  }
}

/// Which errors are wanted.
struct ErrorOptions: ParsableArguments {
  @Option(help: "Cluster errors on a column; a,b is two-way clustering, a:b the combinations of both columns.")
  var cluster: String?

  @Option(help: "Dyadic-robust errors (Aronow, Samii and Assenova 2015): the columns of the two members, a,b.")
  var dyadic: String?

  @Flag(help: "Heteroscedasticity-robust errors.")
  var robust = false

  @Option(help: "Small-sample correction: HC0, HC1, HC2, HC3 (robust); CR0, CR1, CR1S (cluster, dyadic).")
  var correction: String?

  func request() throws -> ErrorRequest {
    guard [cluster != nil, dyadic != nil, robust].count(where: { $0 }) <= 1 else {
      throw CommandFailure.usage("choose one of --cluster, --dyadic and --robust")
    }
    if let cluster {
      let groups = cluster.split(separator: ",").map { $0.split(separator: ":").map(String.init) }
      guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty }) else {
        throw CommandFailure.usage("--cluster \(cluster): expected a column, such as dyad, or two, such as a,b")
      }
      return .clustered(groups, try clusterCorrection())
    }
    if let dyadic {
      let members = dyadic.split(separator: ",").map(String.init)
      guard members.count == 2 else {
        throw CommandFailure.usage("--dyadic \(dyadic): expected the columns of the two members, such as ccode1,ccode2")
      }
      return .dyadic(members[0], members[1], try clusterCorrection())
    }
    if robust {
      guard let correction else { return .robust(nil) }
      guard let chosen = ErrorKind.RobustCorrection(rawValue: correction.uppercased()) else {
        throw CommandFailure.usage("--correction \(correction): expected HC0, HC1, HC2 or HC3 with --robust")
      }
      return .robust(chosen)
    }
    guard correction == nil else {
      throw CommandFailure.usage("--correction goes with --robust, --cluster or --dyadic")
    }
    return .classic
  }

  private func clusterCorrection() throws -> ErrorKind.ClusterCorrection? {
    guard let correction else { return nil }
    guard let chosen = ErrorKind.ClusterCorrection(rawValue: correction.uppercased()) else {
      throw CommandFailure.usage("--correction \(correction): expected CR0, CR1 or CR1S with --cluster or --dyadic")
    }
    return chosen
  }
}

/// Fitted values by row.
enum FittedRows {
  static func csv(_ model: FittedModel) -> String {
    let frame = model.frame
    let means = model.regression?.fitted ?? model.cox?.linearPredictors ?? []
    var out = model.cox == nil ? "line,outcome,fitted\n" : "line,event,linear_predictor\n"
    for row in means.indices { out += "\(frame.table.line(of: row)),\(frame.outcome[row]),\(means[row])\n" }
    return out
  }
}
