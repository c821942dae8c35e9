import Archive
import ArgumentParser
import Datasets

/// `entente data add`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Fetch or read datasets and install them in the archive.",
    discussion: """
      Without --from the files come from the publisher. A folder is searched with all that is below it, by file names; a file \
      may be a zip; an address that ends in / is a mirror's folder, any other a file. Rows that cannot be used are left out, \
      counted and listed (entente data list NAME --rejected); with --strict the first one stops the dataset.

      Examples:
        entente data add cow-trade --accept-terms
        entente data add un-votes cow-nmc --from ~/Downloads/datasets
        entente data add cow-states --from "States2024.zip"
        entente data add cow-nmc --from ~/Downloads/datasets --release 5.0
        entente data add atop --from https://example.org/mirror/
        entente data add --all --from ~/Downloads/datasets

      Exit codes: 0 all added; 2 at least one could not be added; 64 wrong usage; 70 internal error.
      """)

  @Argument(help: "Names of datasets, as in `entente data list`.")
  var names: [String] = []

  @Flag(help: "Every dataset of the catalogue that is there.")
  var all = false

  @OptionGroup var origin: OriginOptions
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if all != names.isEmpty { throw ValidationError("name the datasets to add, or give --all") }
    if all, origin.release != nil {
      throw ValidationError("--release goes with the name of one dataset, not with --all")
    }
  }

  private struct Failure: Encodable {
    let dataset: String
    let message: String
    let exitCode: Int32
  }

  private struct Outcome: Encodable {
    var added: [AddedItem] = []
    var failed: [Failure] = []
    var absent: [String] = []
  }

  func run() throws {
    try CommandFailure.mappingData {
      let adder = origin.adder(options.path)
      let plan = try self.plan()
      let progress = Progress(total: plan.steps.reduce(0) { $0 + $1.work })
      var outcome = Outcome()
      outcome.absent = plan.absent
      for step in plan.steps {
        let name = step.request.entry.name
        progress.begin(name, work: step.work)
        do throws(DataError) {
          let report = try adder.add(step.request) { progress.note($0) }
          progress.end()
          for warning in report.warnings { Terminal.message("\(name): \(warning)") }
          outcome.added.append(AddedItem(report))
          if !options.json { Terminal.print(AddedText.lines(report)) }
        } catch {
          progress.end()
          outcome.failed.append(Failure(dataset: name, message: error.description, exitCode: error.exitCode))
          if names.count != 1 { Terminal.message("entente: \(error)") }
        }
      }
      try finish(outcome)
    }
  }

  private func plan() throws -> AddPlan {
    guard all else { return AddPlan(try names.map { try origin.request($0) }) }
    let plan = try AddPlan(allFrom: try Origin(origin.from), mode: origin.mode, day: OriginOptions.today)
    if plan.steps.isEmpty {
      throw CommandFailure.data(
        "\(origin.from.joined(separator: ", ")): holds no dataset of the catalogue. See which files are expected with"
          + " `entente data list NAME`")
    }
    return plan
  }

  private func finish(_ outcome: Outcome) throws {
    if options.json { try options.print(outcome, else: "") }
    if !outcome.absent.isEmpty {
      let place = origin.from.isEmpty ? "not to be fetched by a program" : "not there"
      Terminal.message("\(place): \(outcome.absent.joined(separator: ", ")) (entente data list NAME says what to do)")
    }
    guard let worst = outcome.failed.map(\.exitCode).max() else { return }
    if names.count == 1, let only = outcome.failed.first {
      throw CommandFailure(code: only.exitCode, message: only.message)
    }
    let names = outcome.failed.map(\.dataset).joined(separator: ", ")
    throw CommandFailure(code: worst, message: "\(outcome.added.count) added; not added: \(names)")
  }
}
