import ArgumentParser
import Evidence
import Foundation
import Measures

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
      let evaluator = RecordEvaluator(opened.record)
      let own = try evaluator.evaluate(request)
      let finding = own.result.reason?.kind == .notInstalled ? opened.evaluator.finding(for: request) : own
      if json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.print(String(decoding: try encoder.encode(finding), as: UTF8.self) + "\n")
      } else {
        Terminal.print(FindingText.lines(finding))
      }
      if finding.estimate == nil { throw CommandFailure.data(finding.result.reason?.detail ?? "not covered") }
    }
  }
}

/// `entente measures`: what can be asked.
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "List the measures with their arguments, units and examples.",
    discussion: """
      Examples:
        entente measures
        entente measures trade
        entente measures --json
      """)

  @Argument(help: "Only measures whose name contains this text.")
  var filter: String?

  @Flag(help: "Print as JSON.")
  var json = false

  private struct Entry: Encodable {
    let name: String
    let panel: Panel
    let unit: Evidence.Unit
    let summary: String
    let arguments: [MeasureDefinition.Argument]
    let example: String
  }

  func run() throws {
    let chosen = MeasureCatalogue.all.filter { measure in filter.map { measure.name.contains($0) } ?? true }
    guard !chosen.isEmpty else {
      throw CommandFailure.usage("no measure contains \"\(filter ?? "")\"; `entente measures` lists all")
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let entries = chosen.map {
        Entry(
          name: $0.name, panel: $0.panel, unit: $0.unit, summary: $0.summary, arguments: $0.arguments,
          example: $0.example)
      }
      Terminal.print(String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n")
      return
    }
    for measure in chosen {
      var text = "\(measure.name)  [\(measure.panel.rawValue), \(measure.unit.rawValue)]\n  \(measure.summary)\n"
      for argument in measure.arguments {
        text +=
          "    \(argument.name): \(argument.meaning)"
          + (argument.defaultValue.map { " (default \($0.isEmpty ? "none" : $0))" } ?? "") + "\n"
      }
      Terminal.print(text + "  example: \(measure.example)\n\n")
    }
  }
}
