import Archive
import ArgumentParser
import Datasets
import Foundation

/// `entente data`: the local archive of public datasets.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "List, add, verify, remove, cite and compare the datasets of the local archive.",
    discussion: """
      Datasets are fetched from their publishers or read from files that you have; none is shipped with Entente. Adding one is \
      a single transaction: after a kill at any moment the archive holds what it held before or the whole new dataset.

      Examples:
        entente data list
        entente data add cow-trade --accept-terms
        entente data add --all --from ~/Downloads/datasets
        entente data verify
        entente data cite cow-trade atop --format bibtex

      Exit codes: 0 done; 2 data missing, stale, damaged or not to be had; 64 wrong usage; 70 internal error.
      """,
    subcommands: [
      ListCommand.self, AddCommand.self, VerifyCommand.self, RemoveCommand.self, CiteCommand.self, DiffCommand.self,
    ])
}

/// Options that every data command takes.
struct ArchiveOptions: ParsableArguments {
  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Flag(help: "Print the result as JSON.")
  var json = false

  var path: String {
    ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
  }

  /// The archive, opened for reading; `nil` if there is none yet.
  func openIfThere() throws(ArchiveError) -> Archive? {
    do {
      return try Archive(at: path)
    } catch .missing {
      return nil
    }
  }

  /// Prints a value as JSON, or else as text.
  func print(_ value: some Encodable, else text: @autoclosure () -> String) throws {
    guard json else { return Terminal.print(text()) }
    Terminal.print(try OutputForm.json(value))
  }
}

/// Where the files of a dataset come from and how they are read.
struct OriginOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Folder, file or address instead of the publisher's server; may be repeated for files.", valueName: "place"))
  var from: [String] = []

  @Option(help: "Version of the dataset. Default: the newest that is there.")
  var release: String?

  @Flag(help: "Stop at the first row that cannot be used, instead of leaving such rows out and listing them.")
  var strict = false

  @Flag(name: .customLong("accept-terms"), help: "Agree to the publisher's terms, which are shown.")
  var acceptsTerms = false

  @Option(name: .customLong("max-bytes"), help: "Largest size of a file to fetch, in bytes.")
  var maximalBytes: Int?

  func validate() throws {
    if let maximalBytes, maximalBytes <= 0 {
      throw ValidationError("--max-bytes \(maximalBytes): expected more than 0")
    }
  }

  func request(_ name: String) throws(DataError) -> AddRequest {
    let entry: CatalogueEntry
    do {
      entry = try Catalogue.entry(named: name)
    } catch {
      throw .dataset(error)
    }
    return AddRequest(entry, from: try Origin(from), release: release, mode: mode, day: OriginOptions.today)
  }

  var mode: ReadMode { strict ? .strict : .collect }

  func adder(_ archivePath: String) -> Adder {
    let isAgreed = acceptsTerms
    return Adder(archivePath: archivePath, version: Entente.version, maximalBytes: maximalBytes) { entry in
      TermsPrompt.agrees(to: entry, isAgreed: isAgreed)
    }
  }

  /// The day, as the archive notes it: ISO 8601, in Greenwich.
  static var today: String {
    Date.now.formatted(.iso8601.year().month().day())
  }
}

extension CommandFailure {
  /// Runs `body` and gives its data errors their exit codes.
  static func mappingData<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DataError {
      throw CommandFailure(code: error.exitCode, message: error.description)
    } catch let error as ArchiveError {
      throw CommandFailure(code: DataError.archive(error).exitCode, message: error.description)
    } catch let error as DatasetError {
      throw CommandFailure(code: DataError.dataset(error).exitCode, message: error.description)
    }
  }
}
