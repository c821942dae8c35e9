import Archive
import ArgumentParser
import Evidence
import Foundation
import Insights
import Measures
import Partnership
import Record
import Starter
import StateSystem
import Treaties

/// `entente starter`: the results that ship with the program.
struct StarterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "starter",
    abstract: "Compute the starter's results from a full archive.",
    subcommands: [Build.self])

  /// `entente starter build`.
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "build",
      abstract: "Compute every figure that the briefs on a set of states need, and write them to the starter's folder.",
      discussion: """
        Only figures computed by Entente are written, no rows of a dataset. Equal archives give equal bytes.

        Example:
          entente starter build --states USA,CHN,RUS,IND --as-of 2002-09-02 --into Sources/Starter/Data/results
        """)

    @Option(help: "States, separated by commas: every pair of them against every third is assessed.")
    var states = "USA,CHN,RUS,IND"

    @Option(name: .customLong("as-of"), help: "The day of the briefs, YYYY-MM-DD.")
    var asOf = "2002-09-02"

    @Option(help: "Insights whose claims and figures the starter must answer.")
    var insights = "insights"

    @Flag(help: "Compute only what the insights need beyond what the starter holds.")
    var insightsOnly = false

    @Option(help: "Folder to write into.")
    var into = "Sources/Starter/Data/results"

    @Option(help: "Archive file. Default: as for `entente brief`.")
    var archive: String?

    @Option(help: "Folder of the starter, for the claims to be checked. Default: as for `entente brief`.")
    var starter: String?

    func run() throws {
      try CommandFailure.mapping {
        guard let day = Day(asOf) else { throw CommandFailure.usage("--as-of \(asOf): expected a day as YYYY-MM-DD") }
        let ids = try states.split(separator: ",").map { try State.find(String($0), on: day).id }.sorted()
        guard Set(ids).count == ids.count, ids.count >= 3 else {
          throw CommandFailure.usage("--states \(states): expected at least three different states")
        }
        let path = ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
        let record = try Archive(at: path).record()
        let evaluator = RecordingEvaluator(RecordEvaluator(record))
        let environment = ProcessInfo.processInfo.environment
        let content = try Starter.load(from: Starter.locate(starter, environment: environment))
        let casework = content.casework
        if insightsOnly {
          return try buildInsights(record, casework, known: StoredResults.load(content.results, StoredResults.fileName))
        }
        for a in ids {
          for b in ids where a < b {
            for third in ids where third != a && third != b {
              // Both orders: the order of the partners decides how some requests name them.
              for (x, y) in [(a, b), (b, a)] {
                let question = try Question(x, y, third: third, asOf: day)
                _ = Assessment(question, evaluator: evaluator, coded: casework)
              }
            }
          }
        }
        let claimed = Set(casework.figures.flatMap(\.measures))
        let last = try Question(ids[0], ids[1], third: ids[2], asOf: day)
        let kept = evaluator.findings.filter { $0.result.reason?.kind != .notInstalled }
          .compactMap { finding in
            claimed.contains(finding.request)
              ? finding.from(.starter) : finding.forStarter(lastYear: last.lastYear, lastSession: last.lastSession)
          }
        try Terminal.write(StoredResults.text(kept), to: "\(into)/\(StoredResults.fileName)")
        Terminal.message("wrote \(kept.count) findings to \(into)/\(StoredResults.fileName)")
        try buildInsights(record, casework, known: kept)
      }
    }

    /// Writes the findings that the insights ask for and the briefs do not.
    private func buildInsights(_ record: Record, _ casework: Casework, known: [Finding]) throws {
      guard FileManager.default.fileExists(atPath: insights) else { return }
      let evaluator = RecordingEvaluator(RecordEvaluator(record))
      let vocabulary = MeasureVocabulary.entente(casework)
      let checker = ClaimChecker(
        evaluator: CodedFirst(CaseworkEvaluator(casework), else: evaluator), vocabulary: vocabulary, casework: casework,
        vintages: record.vintages)
      for path in try InsightFiles.paths([insights]) {
        let insight = try InsightFiles.read(path, vocabulary)
        _ = checker.check(insight)
        for request in insight.embedRequests { _ = evaluator.finding(for: request) }
      }
      let stored = Set(known.map(\.request) + known.compactMap { $0.normalised?.request })
      let kept = evaluator.findings.filter { finding in
        !stored.contains(finding.request) && finding.result.reason?.kind != .notInstalled
          && MeasureCatalogue.byName[finding.request.measure] != nil
      }.map(\.forInsights)
      try Terminal.write(StoredResults.text(kept), to: "\(into)/\(StoredResults.insightsFileName)")
      Terminal.message("wrote \(kept.count) findings to \(into)/\(StoredResults.insightsFileName)")
    }
  }
}

extension Finding {
  /// The finding as the starter keeps it, or `nil` if it does not.
  ///
  /// Figures that a publisher prints and Entente only passes on are kept for the last year alone, as cited figures; so are yearly figures that no
  /// drawing of a brief shows. Of the other years of a series the value is kept without what only a single figure's table would need.
  func forStarter(lastYear: Year, lastSession: Session) -> Finding? {
    let isLast =
      request["year"].map { $0 == lastYear.description } ?? (request["sessions"] ?? request["session"]).map {
        $0 == lastSession.description
      }
      ?? request["years"].map { $0.contains("-") } ?? true
    let lastOnly = [
      "capability.cinc", "capability.milex", "capability.gdp", "regime.polyarchy", "regime.polity2", "trade.ratio",
      "trade.exportShare", "arms.share", "igo.joint", "obligations.inForce",
    ]
    guard isLast || !lastOnly.contains(request.measure) else { return nil }
    return Finding(
      request, panel: panel, unit: unit, result: result, percentiles: isLast ? percentiles : [],
      items: isLast ? items : [], distribution: isLast ? distribution : nil, benchmarks: benchmarks, notes: notes,
      origin: .starter)
  }
}

extension Finding {
  /// The finding as the starter keeps it for insights: without the comparison class in bins, which no claim reads.
  var forInsights: Finding {
    Finding(
      request, panel: panel, unit: unit, result: result, percentiles: percentiles, items: items, benchmarks: benchmarks,
      notes: notes, origin: .starter)
  }
}
