import Archive
import ArgumentParser
import Foundation
import IdealPoints
import Record
import StateSystem

/// `entente fit ideal-points`.
struct FitIdealPointsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ideal-points",
    abstract: "Estimate every state's position in every session of the General Assembly, with its uncertainty.",
    discussion: """
      The dynamic ordinal-probit model of Bailey, Strezhnev and Voeten (2017), doi:10.1177/0022002715595700. Positions and the held-out \
      predictions that the coordination test needs are kept in the archive under a name that says what differs from the default \
      (`entente data list`). A fit that was interrupted goes on where it stopped when the same command is given again.

      Examples:
        entente fit ideal-points
        entente fit ideal-points --issue hr --seed 7 --out human-rights.csv
        entente fit ideal-points --important --prior published
        entente fit ideal-points --dimensions 2

      Exit codes: 0 done; 1 done, but fewer than 99 % of the positions converged; 2 no votes in the archive; 64 wrong usage.
      """)

  @OptionGroup var fitting: FitOptions
  @OptionGroup var archive: FitArchiveOptions

  @Option(name: [.customShort("o"), .long], help: "Write the positions to a file; `-` is standard output.")
  var out: String?

  @Option(help: "csv, json or ndjson. Default: by the ending of --out, else csv.")
  var format: String?

  @Flag(help: "Do not keep the result in the archive.")
  var dry = false

  func run() async throws {
    try await CommandFailure.mappingFit {
      let options = try fitting.options
      let form = try PositionRows.Form(named: format, file: out)
      let store = try Archive(at: archive.path, for: dry ? .read : .write)
      let record = try store.record([.rollCalls, .matches], choosing: archive.choosing)
      guard let calls = record.rollCalls else {
        throw CommandFailure.data("the archive has no votes; `entente data add un-votes` adds them")
      }
      let data = VoteData(calls.table, matches: record.matches?.table)
      let checkpoint = FitCheckpoint(
        besides: archive.path, name: options.datasetName, key: "\(options.settings); \(calls.vintage.sha256)")
      let progress = FitProgress(chains: options.chains)
      let fit = try await IdealPointModel.fit(data, options: options, checkpoints: checkpoint.checkpoints) {
        progress.note($0)
      }
      progress.end()
      for warning in fit.convergence.warnings { Terminal.message("entente: warning: \(warning)") }
      if !dry {
        let origin = (dataset: calls.vintage.dataset, sha256: calls.vintage.sha256)
        try await store.install(fit.installation(data, calls: calls, origin: origin, day: FitDay.today))
        Terminal.message("kept as \(options.datasetName)")
      }
      checkpoint.remove(chains: options.chains)
      Terminal.message(FitText.summary(fit))
      if let out {
        let text = try PositionRows(fit.positions).text(as: form)
        if out == "-" { Terminal.print(text) } else { try Terminal.write(text, to: out) }
      }
      if !fit.convergence.warnings.isEmpty { throw ExitCode(1) }
    }
  }
}

extension IdealPointFit {
  /// The fit as the archive keeps it.
  func installation(
    _ data: VoteData, calls: Sourced<RollCalls>, origin: (dataset: String, sha256: String), day: String
  ) async throws -> Installation {
    let years = calls.years
    var tables = [Installation.Table(try positionsTable(), years: years)]
    if let predictions = await predictions(data, origin: origin) {
      tables.append(Installation.Table(predictions, years: years))
    }
    return Installation(
      computed: options.datasetName, settings: options.settings, from: [calls.vintage], tables: tables, day: day,
      notes: FitText.notes(self))
  }
}
