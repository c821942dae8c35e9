import Archive
import ArgumentParser
import Foundation
import IdealPoints
import Measures
import Record

/// The fits that end at an origin: made with the fit of `entente fit ideal-points --sessions`, kept in an archive under its name.
enum FilteredFits {
  /// Last years of the fits, every five years.
  static let years = Array(stride(from: 1949, through: 2009, by: 5))

  static func options(to year: Int) -> IdealPointOptions {
    IdealPointOptions(selection: VoteSelection(sessions: 1...(year - 1945)))
  }

  /// What was known at the end of each year of which the archive keeps the fit of the same votes.
  static func load(from path: String, votes: String?) throws -> [FilteredPositions] {
    let archive = try Archive(at: path)
    let kept = Set(try archive.datasets().map(\.vintage.dataset))
    return try years.compactMap { year in
      let name = options(to: year).datasetName
      guard kept.contains(name) else { return nil }
      var choosing: [RecordPart: String] = [.positions: name, .predictions: name]
      if let votes { choosing[.rollCalls] = votes }
      let record = try archive.record([.rollCalls, .positions, .predictions], choosing: choosing)
      guard let origin = record.predictions?.table.origin, origin.count == 2,
        origin[1] == record.rollCalls?.vintage.sha256
      else {
        throw CommandFailure.data(
          "\(name) in \(path) was made from other votes than those installed; `entente validate filtered` makes it anew"
        )
      }
      return FilteredPositions(record, lastYear: year)
    }
  }
}

extension SourceOptions {
  /// The fits that knew no later votes, of those the archive keeps.
  func filtered() throws -> [FilteredPositions] {
    guard !starterOnly, FileManager.default.fileExists(atPath: archivePath) else { return [] }
    let found = try FilteredFits.load(from: archivePath, votes: votes)
    if found.isEmpty {
      Terminal.message(
        "no fits of ideal points that end at an origin; `entente validate filtered` makes them, so that the evaluation need not look ahead"
      )
    }
    return found
  }
}

/// `entente validate filtered`: the fits of ideal points as they were known, for an evaluation that does not look ahead.
struct ValidateFiltered: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filtered",
    abstract:
      "Fit the ideal points to the sessions up to 1949, 1954, … 2009, for an evaluation that does not look ahead.",
    discussion: """
      Each is the fit of `entente fit ideal-points --sessions 1-K` and is kept in the archive under its name; those that are there are not \
      made again, and one that was interrupted goes on where it stopped. `entente validate conduct`, `rungs` and `report` use the fits they find.

      Examples:
        entente validate filtered
        entente validate filtered --archive copy.sqlite

      Exit codes: 0 done; 2 no votes in the archive; 64 wrong usage.
      """)

  @OptionGroup var archive: FitArchiveOptions

  func run() async throws {
    try await CommandFailure.mappingFit {
      let store = try Archive(at: archive.path, for: .write)
      let record = try store.record([.rollCalls, .matches], choosing: archive.choosing)
      guard let calls = record.rollCalls else {
        throw CommandFailure.data("the archive has no votes; `entente data add un-votes` adds them")
      }
      let kept = Set(try store.datasets().map(\.vintage.dataset))
      for year in FilteredFits.years {
        let options = FilteredFits.options(to: year)
        let name = options.datasetName
        if kept.contains(name) {
          let origin = try store.record([.predictions], choosing: [.predictions: name]).predictions?.table.origin
          if let origin, origin.count == 2, origin[1] == calls.vintage.sha256 {
            Terminal.message("\(name) is there")
            continue
          }
        }
        Terminal.message("\(name): fitting")
        let data = VoteData(calls.table, matches: record.matches?.table)
        let checkpoint = FitCheckpoint(
          besides: archive.path, name: name, key: "\(options.settings); \(calls.vintage.sha256)")
        let progress = FitProgress(chains: options.chains)
        let fit = try await IdealPointModel.fit(data, options: options, checkpoints: checkpoint.checkpoints) {
          progress.note($0)
        }
        progress.end()
        for warning in fit.convergence.warnings { Terminal.message("entente: warning: \(warning)") }
        let origin = (dataset: calls.vintage.dataset, sha256: calls.vintage.sha256)
        try await store.install(fit.installation(data, calls: calls, origin: origin, day: FitDay.today))
        checkpoint.remove(chains: options.chains)
        Terminal.message("kept as \(name)")
      }
    }
  }
}
