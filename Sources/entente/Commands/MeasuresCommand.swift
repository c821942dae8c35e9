import ArgumentParser
import Evidence
import Foundation
import Measures
import Treaties

/// `entente measures`: what can be asked.
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "List the measures with their arguments, units and examples.",
    discussion: """
      Every measure can be asked for with `entente measure` and claimed in an insight. `treaty.*`, `case.*` and `cited.*` answer from coded \
      treaties, case files and cited figures; all others from the datasets installed, or from the starter.

      Examples:
        entente measures
        entente measures trade
        entente measures --json
      """)

  @Argument(help: "Only measures whose name contains this text.")
  var filter: String?

  @Flag(help: "Print as JSON.")
  var json = false

  /// Measures of the record, then of coded things.
  static let signatures: [MeasureSignature] = MeasureCatalogue.all.map(\.signature) + CaseworkEvaluator.signatures

  func run() throws {
    try CommandFailure.mapping {
      let chosen = Self.signatures.filter { measure in filter.map { measure.name.contains($0) } ?? true }
      guard !chosen.isEmpty else {
        throw CommandFailure.usage("no measure contains \"\(filter ?? "")\"; `entente measures` lists all")
      }
      if json {
        Terminal.print(try OutputForm.json(chosen))
        return
      }
      for measure in chosen { Terminal.print(Self.text(measure)) }
    }
  }

  private static func text(_ measure: MeasureSignature) -> String {
    var text = "\(measure.name)  [\(measure.panel.rawValue), \(measure.unit.rawValue)]\n  \(measure.summary)\n"
    for argument in measure.arguments {
      text +=
        "    \(argument.name): \(argument.meaning)"
        + (argument.defaultValue.map { " (default \($0.isEmpty ? "none" : $0))" } ?? "") + "\n"
    }
    return text + "  example: \(measure.example)\n\n"
  }
}
