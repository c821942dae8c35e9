import ArgumentParser
import Foundation
import Insights
import Partnership
import Treaties

/// `entente validate cases`: the known cases as hits and misses.
struct ValidateCases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "The limit of every known case, computed over its own period, against what history says.",
    discussion: """
      The expectations were declared before any limit was computed (docs/methods/cases.md). Each case is asked over the calendar years \
      its period touches, as of 31 December of the last. No case is left out; a case without evidence is undecided.

      Examples:
        entente validate cases
        entente validate cases --fewest-cases 1
        entente validate cases --format json -o cases.json

      Exit codes: 0 done; 2 no case has evidence; 64 wrong usage.
      """)

  @Option(help: "Fewest sanction cases, disputes or wars for a rung to be decided.")
  var fewestCases = Ladder.Thresholds().fewestCases

  @Option(help: "text, md or json. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(named: format, file: output, allowed: [.text, .md, .json], default: .text)
      guard fewestCases >= 1 else {
        throw CommandFailure.usage("--fewest-cases \(fewestCases): expected 1 or more")
      }
      let opened = try sources.open()
      guard let known = opened.casework.knownCases else {
        throw CommandFailure.data("the starter has no known-cases.yaml; name another with --starter")
      }
      var thresholds = Ladder.Thresholds()
      thresholds.fewestCases = fewestCases
      let table = CaseTable(known, evaluator: opened.evaluator, thresholds: thresholds)
      switch form {
      case .json:
        try OutputForm.write(try OutputForm.json(table), to: output)
      default: try OutputForm.write(CaseTableText(table).text, to: output)
      }
      guard table.rows.contains(where: { $0.verdict != .undecided }) else {
        throw CommandFailure.data(
          "no case has evidence; install the datasets with `entente data add`")
      }
    }
  }
}
