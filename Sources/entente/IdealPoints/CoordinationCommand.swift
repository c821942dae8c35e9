import Archive
import ArgumentParser
import Charts
import Evidence
import Foundation
import Insights
import Measures
import Record
import StateSystem

/// `entente coordination`: the coordination test on a pair.
struct CoordinationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coordination",
    abstract: "Do two states vote together beyond what their ideal points predict?",
    discussion: """
      Observed less held-out predicted agreement, in percentage points, with its 95 % interval, its place among all dyads on the same roll \
      calls, and, with a third power, its rank among placebo third powers. One and two dimensions stand side by side where both fits are in \
      the archive (`entente fit ideal-points`, `entente fit ideal-points --dimensions 2`).

      Examples:
        entente coordination CHN RUS --third USA --from 1992 --to 2015
        entente coordination CHN RUS --third USA --from 1992 --to 2015 --by period
        entente coordination GBR FRA --from 1995 --to 2002 --by issue --format json
        entente coordination CHN RUS --third USA --from 1992 --to 2015 --by stakes -o coordination.svg
        entente coordination CHN RUS --from 1995 --to 2002 --by coding

      Each set is also placed among the pair's other spans of the same length (random dates, all of them). `--by coding` reads abstentions as a \
      category, as missing, as no and as yes, each with the fit made under that reading (`entente fit ideal-points --abstention missing`).

      Exit codes: 0 done; 2 nothing is covered; 64 wrong usage.
      """)

  enum Division: String, ExpressibleByArgument, CaseIterable {
    case stakes, period, issue, coding
  }

  @Argument(help: "The first state.")
  var a: String

  @Argument(help: "The second state.")
  var b: String

  @Option(help: "The third power, for the stakes and the placebos.")
  var third: String?

  @Option(help: "First calendar year.")
  var from: Int

  @Option(help: "Last calendar year.")
  var to: Int

  @Option(
    help:
      "stakes, period (five years each), issue or coding (of abstentions). Default: stakes with a third power, else all roll calls."
  )
  var by: Division?

  @Option(help: "text, csv, json, svg or html. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var archive: FitArchiveOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(
        named: format, file: output, allowed: [.text, .csv, .json, .svg, .html], default: .text)
      guard from <= to, from > 1900, to < 2200 else {
        throw CommandFailure.usage("--from \(from) --to \(to): expected two years, the earlier first")
      }
      let day = Day(to, 12, 31)
      let first = try State.find(a, on: day)
      let second = try State.find(b, on: day)
      let third = try third.map { try State.find($0, on: day) }
      guard first.id != second.id, third.map({ $0.id != first.id && $0.id != second.id }) ?? true else {
        throw CommandFailure.usage("the two states and the third power must be different")
      }
      let question = CoordinationTable.Question(first, second, third: third, years: from...to, by: by)
      let table =
        by == .coding
        ? try CoordinationTable(codingsOf: question, evaluator(of:))
        : try CoordinationTable(question, RecordEvaluator(record(choosing: [:])))
      try OutputForm.write(try table.text(as: form), to: output)
      guard table.isCovered else {
        throw CommandFailure.data(table.rows.first?.plain.result.reason?.detail ?? "nothing is covered")
      }
    }
  }

  private func record(choosing fits: [RecordPart: String]) throws -> Record {
    try Archive(at: archive.path).record(
      [.rollCalls, .positions, .predictions, .predictionsInPlane], choosing: archive.choosing.merging(fits) { $1 })
  }

  /// The record with the fit kept under `name`; `nil` where the archive has none of that name.
  private func evaluator(of name: String) throws -> RecordEvaluator? {
    guard try Archive(at: archive.path).datasets().contains(where: { $0.vintage.dataset == name }) else { return nil }
    return RecordEvaluator(try record(choosing: [.positions: name, .predictions: name]))
  }
}
