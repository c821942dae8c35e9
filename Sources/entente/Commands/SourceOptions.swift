import Archive
import ArgumentParser
import Evidence
import Foundation
import Insights
import Measures
import Record
import Starter
import Treaties

/// Where the figures come from: the archive, the starter, or both.
struct SourceOptions: ParsableArguments {
  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Option(help: "Folder of the starter. Default: $ENTENTE_STARTER, else the one installed with the program.")
  var starter: String?

  @Flag(help: "Use the starter only, even where an archive is installed.")
  var starterOnly = false

  @Option(
    name: .customLong("votes"),
    help: "Source of the roll calls: un-votes or undl-votes. The two are never mixed.")
  var votes: String?

  /// What the options open.
  struct Opened {
    let record: Record
    let evaluator: any Evaluator
    let casework: Casework
    /// Folder of the results computed before.
    let results: String

    /// Why there are no levels of relationships, where there are none.
    var withoutLevels: String {
      record.vintages.isEmpty
        ? "the starter holds no levels of relationships; they come from an archive in which `entente fit relationships` made them"
        : PledgeInConduct.missing
    }
  }

  var archivePath: String {
    ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
  }

  /// Opens the starter and, if there is one, the archive. An archive that was named must exist.
  func open() throws -> Opened {
    let environment = ProcessInfo.processInfo.environment
    let exists = FileManager.default.fileExists(atPath: archivePath)
    let usesArchive = !starterOnly && (exists || archive != nil)
    // Smoothed trade is as large as trade, and of panels alone.
    let parts = Set(RecordPart.allCases).subtracting([.smoothedTrade])
    let ((content, stored), archived) = try sideBySide {
      let content = try Starter.load(from: Starter.locate(starter, environment: environment))
      return (content, try StoredResults.load(from: content.results))
    } _: {
      usesArchive
        ? try Archive(at: archivePath).record(parts, choosing: votes.map { [.rollCalls: $0] } ?? [:]) : nil
    }
    let fallback = StoredFindings(stored, origin: .starter)
    let coded = CaseworkEvaluator(content.casework)
    guard let record = archived else {
      return Opened(
        record: Record(), evaluator: CodedFirst(coded, else: fallback), casework: content.casework,
        results: content.results)
    }
    return Opened(
      record: record,
      evaluator: CodedFirst(coded, else: FallbackEvaluator(RecordEvaluator(record), else: fallback)),
      casework: content.casework, results: content.results)
  }
}

/// Asks what people coded for measures of coded things, and the record or the starter for all others.
struct CodedFirst: Evaluator {
  private let coded: CaseworkEvaluator
  private let others: any Evaluator

  init(_ coded: CaseworkEvaluator, else others: any Evaluator) {
    self.coded = coded
    self.others = others
  }

  func finding(for request: MeasureRequest) -> Finding {
    CaseworkEvaluator.answers(request.measure) ? coded.finding(for: request) : others.finding(for: request)
  }
}
