import Archive
import ArgumentParser
import Foundation
import Starter
import StateSystem
import Treaties
import struct Record.Record

/// `entente treaty`: what was promised, and did it hold.
struct TreatyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "treaty",
    abstract: "What was promised, by whom to whom, how deep, how long, and whether it held.",
    discussion: """
      Treaties are named by their number in a registry or by the starter's id: ATOP:3200, COW:229, \
      entente:1950-sino-soviet. The alliances of ATOP come from the archive, coded treaties with clause summaries from the \
      starter; where both have a treaty their codings stand side by side.

      Examples:
        entente treaty list RUS CHN
        entente treaty compare ATOP:3200 ATOP:4980 --svg diff.svg
        entente treaty status ATOP:3200 --on 1970-01-01
        entente treaty depth ATOP:3200 ATOP:4980
        entente treaty honoured RUS CHN --on 1955-01-01

      Exit codes: 0 done; 2 data missing; 64 wrong usage.
      """,
    subcommands: [List.self, Show.self, Compare.self, Status.self, Depth.self, Durability.self, Honoured.self])
}

/// Where treaties come from and how results are printed.
struct TreatyOptions: ParsableArguments {
  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Option(help: "Folder of the starter. Default: $ENTENTE_STARTER, else the one installed with the program.")
  var starter: String?

  @Flag(help: "Use the starter only, even where an archive is installed.")
  var starterOnly = false

  @Option(help: "text, md, csv or json.")
  var format: OutputFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, md, csv, json
  }

  var output: OutputFormat { json ? .json : format }

  /// What the options open: the parts of the record that are asked for, and the treaties.
  func open(_ parts: Set<RecordPart> = []) throws -> OpenedTreaties {
    let environment = ProcessInfo.processInfo.environment
    let content = try Starter.load(from: Starter.locate(starter, environment: environment))
    let path = ArchiveLocation.path(explicit: archive, environment: environment)
    let exists = FileManager.default.fileExists(atPath: path)
    var record = Record()
    if !starterOnly, exists || archive != nil {
      record = try Archive(at: path).record(parts.union([.alliances, .alliancePhases]))
    }
    let collection = TreatyCollection(record: record, coded: content.treaties)
    return OpenedTreaties(record: record, collection: collection, content: content)
  }

  /// Says on standard error why treaties are missing.
  func warn(_ opened: OpenedTreaties) {
    if let reason = opened.collection.atop.reason { Terminal.message("note: \(reason.detail)") }
  }
}

struct OpenedTreaties {
  let record: Record
  let collection: TreatyCollection
  let content: StarterContent
}

extension CommandFailure {
  /// Maps the errors of treaty questions on top of the general ones.
  static func treaty<T>(_ body: () throws -> T) throws -> T {
    do {
      return try mapping(body)
    } catch let error as TreatyError {
      throw usage(error.description)
    }
  }
}

/// A day of the command line.
func treatyDay(_ text: String, _ name: String) throws -> Day {
  guard let day = Day(text) else { throw CommandFailure.usage("\(name) \(text): expected a day as YYYY-MM-DD") }
  return day
}
