import ArgumentParser
import Insights
import Measures
import Partnership
import Treaties
import Validation

/// `entente validate report`: the document of the validation with its figures.
struct ValidateReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Write validation.md and its figures: known cases, conduct, cross-pressure and the rung. The same data give the same bytes.",
    discussion: """
      Examples:
        entente validate report --into docs

      Exit codes: 0 done; 2 the datasets are not installed; 64 wrong usage.
      """)

  @Option(help: "Folder to write validation.md and validation/*.svg into.")
  var into: String

  @Option(help: "Years from the end of the profile to the conduct, 1 to 5.")
  var lags = "1,2,3,4,5"

  @Option(help: "Resamples of states for the intervals.")
  var resamples = ConductStudy.resamples

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let lags = try ValidateConduct.lags(lags)
      let opened = try sources.open()
      guard let known = opened.casework.knownCases else {
        throw CommandFailure.data("the starter has no known-cases.yaml; name another with --starter")
      }
      Terminal.message("known cases")
      var byOne = Ladder.Thresholds()
      byOne.fewestCases = 1
      let evaluator = opened.evaluator
      let filtered = try sources.filtered()
      let report = ValidationReport(
        cases: CaseTable(known, evaluator: evaluator),
        casesByOne: CaseTable(known, evaluator: evaluator, thresholds: byOne),
        study: try ValidateConduct.study(opened, lags: lags, resamples: resamples, filtered: filtered),
        curve: PressureCurve(RecordEvaluator(opened.record)),
        rungs: try ValidateRungs.study(
          opened.record, perThird: RungStudy.perThird, resamples: resamples, filtered: filtered),
        vintages: opened.record.vintages)
      for file in report.files {
        try Terminal.write(file.text, to: "\(into)/\(file.name)")
        Terminal.message("wrote \(into)/\(file.name)")
      }
    }
  }
}
