import Archive
import ArgumentParser
import Foundation
import Measures
import Record

/// `entente similarity`: the similarity of every dyad.
struct SimilarityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similarity",
    abstract: "Similarity of all dyads: agreement, S, kappa and pi of votes or of alliance portfolios, as one table.",
    discussion: """
      Votes: one row for each dyad and year (or session) with a common roll call of the General Assembly; n is their number. \
      Alliances: one row for each dyad of system members and year; n is the number of states that both could be allied with.
      A kappa or pi without variation is an empty field: undefined, not 0. Years without data have no row.

      Examples:
        entente similarity --years 1946:2020 --out similarity.csv
        entente similarity --by session --years 50:56
        entente similarity --of alliances --years 1950:2018 --out portfolios.csv
      """)

  @Option(help: "votes or alliances.")
  var of = "votes"

  @Option(help: "First and last year, or session with --by session: 1946:2020. Default: all.")
  var years: String?

  @Option(help: "year or session (votes only).")
  var by = "year"

  @Option(name: [.customLong("out"), .customShort("o")], help: "Write to this file instead of standard output.")
  var output: String?

  @Option(help: "Threads: 1 or 2. The result is the same.")
  var threads = 2

  @Flag(help: "Print the time of computing to standard error.")
  var timing = false

  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Option(name: .customLong("votes"), help: "Source of the roll calls: un-votes or undl-votes.")
  var rollCalls: String?

  func run() throws {
    try CommandFailure.mapping {
      let range = try range()
      switch of {
      case "votes": try votes(range)
      case "alliances": try alliances(range)
      case "tau-b", "tau": throw CommandFailure.usage(PortfolioIndex.whyNotTau)
      default: throw CommandFailure.usage("--of \(of): expected votes or alliances")
      }
    }
  }

  private func votes(_ range: ClosedRange<Int>?) throws {
    guard let unit = DyadSimilarities.Unit(rawValue: by) else {
      throw CommandFailure.usage("--by \(by): expected year or session")
    }
    guard let table = try record(.rollCalls).rollCalls?.table else {
      throw CommandFailure.data("no roll calls installed; run `entente data add un-votes`")
    }
    var watch = Stopwatch()
    let rows = DyadSimilarities(table, by: unit, in: range, workers: threads)
    if timing { watch.lap("\(rows.count) dyad-\(unit.rawValue)s") }
    guard rows.count > 0 else {
      throw CommandFailure.data("no roll calls in \(years ?? "the record"); `entente data list` shows what is covered")
    }
    try write(rows.csv(by: unit, workers: threads))
  }

  /// One table of the archive.
  private func record(_ part: RecordPart) throws -> Record {
    let path = ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
    guard archive != nil || FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure.data(
        "there is no archive at \(path); run `entente data add un-votes atop`, or name one with --archive")
    }
    return try Archive(at: path).record([part], choosing: rollCalls.map { [.rollCalls: $0] } ?? [:])
  }

  private func alliances(_ range: ClosedRange<Int>?) throws {
    guard let table = try record(.obligationYears).obligationYears?.table else {
      throw CommandFailure.data("no alliances installed; run `entente data add atop`")
    }
    var watch = Stopwatch()
    let rows = PortfolioSimilarities(table, in: range, workers: threads)
    if timing { watch.lap("\(rows.count) dyad-years") }
    guard rows.count > 0 else {
      throw CommandFailure.data(
        "alliances are not covered in \(years ?? "the record"); `entente data list` shows what is")
    }
    try write(rows.csv(workers: threads))
  }

  private func range() throws -> ClosedRange<Int>? {
    guard let years else { return nil }
    let ends = years.split(separator: ":").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
      throw CommandFailure.usage("--years \(years): expected first:last, such as 1946:2020")
    }
    return first...last
  }

  private func write(_ pieces: [[UInt8]]) throws {
    guard let output else {
      for piece in pieces { FileHandle.standardOutput.write(Data(piece)) }
      return
    }
    // A file beside the target, renamed when it is whole: the old content or the new, never half of it.
    let partial = output + ".part"
    do {
      let url = URL(fileURLWithPath: output)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      guard FileManager.default.createFile(atPath: partial, contents: nil),
        let handle = FileHandle(forWritingAtPath: partial)
      else { throw CocoaError(.fileWriteNoPermission) }
      for piece in pieces { try handle.write(contentsOf: piece) }
      try handle.close()
      guard rename(partial, output) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw CommandFailure.usage(
        "\(output): cannot be written (\(error.localizedDescription)); name another file with --out")
    }
  }
}
