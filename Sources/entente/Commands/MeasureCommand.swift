import ArgumentParser
import Evidence
import Foundation
import Measures
import Treaties

/// `entente measure`: one figure.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Evaluate one measure and print the figure with its interval, place, sources and caveats.",
    discussion: """
      Examples:
        entente measure trade.share of=RUS for=CHN year=2001
        entente measure "votes.agreement a=CHN b=RUS sessions=56 set=opposed third=USA" --json

      `entente measures` lists all measures with their arguments.
      """)

  @Argument(help: "The measure and its arguments, name key=value …, as one word or several.")
  var request: [String]

  @Flag(help: "Print the finding as JSON.")
  var json = false

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let text = request.joined(separator: " ")
      guard let request = MeasureRequest(text) else {
        throw CommandFailure.usage(
          "\"\(text)\": expected a measure and arguments, such as trade.share of=RUS for=CHN year=2001")
      }
      let opened = try sources.open()
      let finding = try Self.finding(for: request, opened)
      if json {
        Terminal.print(try OutputForm.json(finding))
      } else {
        Terminal.print(FindingText.lines(finding))
      }
      if finding.estimate == nil { throw CommandFailure.data(finding.result.reason?.detail ?? "not covered") }
    }
  }

  /// The answer of the coded things, the record or the starter; a request that is not understood is an error.
  private static func finding(for request: MeasureRequest, _ opened: SourceOptions.Opened) throws -> Finding {
    if CaseworkEvaluator.answers(request.measure) {
      return try CaseworkEvaluator(opened.casework).evaluate(request)
    }
    let own = try RecordEvaluator(opened.record).evaluate(request)
    return own.result.reason?.kind == .notInstalled ? opened.evaluator.finding(for: request) : own
  }
}
