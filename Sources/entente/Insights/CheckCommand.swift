import ArgumentParser
import Foundation
import Insights

/// `entente check`: every claim of an insight against the record.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every claim of an insight against the record.",
    discussion: """
      A claim is supported, contradicted, dependent on the reporter or on the coding, or has no data or no public coding. A claim passes when \
      its verdict is the one it declares, which is `supported` unless it says verdict=…. Messages name file, line and column, and quote the \
      measured value. See docs/insights.md for the language.

      Examples:
        entente check insights/china-russia-2002.md
        entente check insights --format github
        entente check draft.md --watch
        entente check insights --archive archive.sqlite --require-fresh --json

      Exit codes: 0 every claim is as declared; 1 a claim is not, or the document has an error; 2 data missing or stale; 64 wrong usage.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  @Argument(help: "Insights, or folders of insights.")
  var files: [String]

  @Option(help: "text, json, sarif or github (annotations of GitHub Actions).")
  var format: Form = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "List the claims that pass as well.")
  var all = false

  @Flag(help: "Warnings fail the check too.")
  var strict = false

  @Flag(help: "Figures of the starter, and vintages other than those the insight names, fail with exit code 2.")
  var requireFresh = false

  @Flag(help: "Check again whenever a file changes, until interrupted.")
  var watch = false

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let opened = try sources.open()
      let vocabulary = MeasureVocabulary.entente(opened.casework)
      let checker = ClaimChecker(
        evaluator: opened.evaluator, vocabulary: vocabulary, casework: opened.casework,
        vintages: opened.record.vintages)
      guard watch else {
        let code = try checkOnce(checker, vocabulary)
        if code != 0 { throw ExitCode(code) }
        return
      }
      try keepWatching(checker, vocabulary)
    }
  }

  /// Checks all files, prints, and returns the exit code.
  private func checkOnce(_ checker: ClaimChecker, _ vocabulary: MeasureVocabulary) throws -> Int32 {
    let insights = try InsightFiles.paths(files).map { try InsightFiles.read($0, vocabulary) }
    let reports = insights.map { checker.check($0, requireFresh: requireFresh) }
    switch json ? .json : format {
    case .text:
      for (report, insight) in zip(reports, insights) {
        Terminal.print(CheckText(report, of: insight).lines(all: all))
      }
    case .json: Terminal.print(try CheckFormats.json(reports))
    case .sarif: Terminal.print(try CheckFormats.sarif(reports, version: Entente.version))
    case .github: Terminal.print(CheckFormats.github(reports))
    }
    for (report, insight) in zip(reports, insights) { Terminal.message(CheckText(report, of: insight).summary) }
    let codes = reports.map(\.exitCode)
    if codes.contains(1) || (strict && reports.contains { !$0.warnings.isEmpty }) { return 1 }
    return codes.max() ?? 0
  }

  private func keepWatching(_ checker: ClaimChecker, _ vocabulary: MeasureVocabulary) throws {
    var last: [String: Date] = [:]
    while true {
      let paths = try InsightFiles.paths(files)
      let now = Dictionary(
        paths.map { path in
          let found = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
          return (path, found as? Date ?? .distantPast)
        }, uniquingKeysWith: { first, _ in first })
      if now != last {
        last = now
        _ = try checkOnce(checker, vocabulary)
        Terminal.message("watching \(paths.count) file\(paths.count == 1 ? "" : "s"); interrupt to stop")
      }
      Thread.sleep(forTimeInterval: 0.3)
    }
  }
}
