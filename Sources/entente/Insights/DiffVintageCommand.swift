import Archive
import ArgumentParser
import Evidence
import Foundation
import Insights
import Measures
import Starter
import Treaties

/// `entente diff-vintage`: what other data make of the same claims.
struct DiffVintageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-vintage",
    abstract: "List the claims whose verdict or value changes between two archives.",
    discussion: """
      Both archives are asked the same claims. What an archive lacks is answered as missing, not from the starter, unless --starter-for-missing is given.

      Examples:
        entente diff-vintage old.sqlite new.sqlite
        entente diff-vintage old.sqlite new.sqlite insights/china-russia-2002.md --json

      Exit codes: 0 no verdict changes; 1 a verdict changes; 2 an archive cannot be read; 64 wrong usage.
      """)

  @Argument(help: "The archive with the old vintages.")
  var old: String

  @Argument(help: "The archive with the new vintages.")
  var new: String

  @Argument(help: "Insights, or folders of insights.")
  var files: [String] = ["insights"]

  @Option(help: "Folder of the starter. Default: as for `entente brief`.")
  var starter: String?

  @Flag(help: "Answer from the starter what an archive lacks.")
  var starterForMissing = false

  @Flag(help: "Print as JSON.")
  var json = false

  private struct Entry: Encodable {
    let file: String
    let difference: VersionDifference
  }

  func run() throws {
    try CommandFailure.mapping {
      let content = try Starter.load(from: Starter.locate(starter, environment: ProcessInfo.processInfo.environment))
      let vocabulary = MeasureVocabulary.entente(content.casework)
      let before = try checker(old, content, vocabulary)
      let after = try checker(new, content, vocabulary)
      var entries: [Entry] = []
      for path in try InsightFiles.paths(files) {
        let insight = try InsightFiles.read(path, vocabulary)
        entries.append(
          Entry(file: path, difference: VersionDifference(from: before.check(insight), to: after.check(insight))))
      }
      let changes = entries.flatMap(\.difference.changes)
      let verdicts = changes.count(where: \.changesVerdict)
      if json {
        Terminal.print(try OutputForm.json(entries))
      } else {
        for change in changes {
          guard let outcome = change.after ?? change.before else { continue }
          let kind = change.changesVerdict ? "verdict" : "value"
          Terminal.print("\(outcome.place): \(kind): \(VersionDifference.words(change))\n")
        }
      }
      Terminal.message("\(verdicts) verdicts and \(changes.count - verdicts) values change")
      if verdicts > 0 { throw ExitCode(1) }
    }
  }

  private func checker(_ path: String, _ content: StarterContent, _ vocabulary: MeasureVocabulary) throws
    -> ClaimChecker
  {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure.data("\(path): there is no such archive; `entente data add … --archive \(path)` makes one")
    }
    let record = try Archive(at: path).record()
    let own: any Evaluator = RecordEvaluator(record)
    let others: any Evaluator =
      starterForMissing
      ? FallbackEvaluator(own, else: StoredFindings(try StoredResults.load(from: content.results), origin: .starter))
      : own
    return ClaimChecker(
      evaluator: CodedFirst(CaseworkEvaluator(content.casework), else: others), vocabulary: vocabulary,
      casework: content.casework, vintages: record.vintages)
  }
}
