import Archive
import ArgumentParser

/// `entente data diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare an installed dataset with other files of it, without changing the archive.",
    discussion: """
      Rows are matched by what names them (state and year, roll call, alliance), so a row that was inserted does not make all \
      that follow differ.

      Examples:
        entente data diff cow-nmc --from NMC_5_0.csv
        entente data diff un-votes
        entente data diff cow-trade --from ~/Downloads/COW_Trade_4.0.zip --json

      Exit codes: 0 compared, whether or not anything differs; 2 data missing; 64 wrong usage; 70 internal error.
      """)

  @Argument(help: "Name of an installed dataset.")
  var name: String

  @OptionGroup var origin: OriginOptions
  @OptionGroup var options: ArchiveOptions

  func run() throws {
    try CommandFailure.mappingData {
      let request = try origin.request(name)
      let progress = Progress(total: 0)
      progress.begin(name, work: 0)
      let difference: DatasetDifference
      do throws(DataError) {
        difference = try origin.adder(options.path).difference(request) { progress.note($0) }
        progress.end()
      } catch {
        progress.end()
        throw error
      }
      try options.print(difference, else: DiffCommand.text(difference))
    }
  }

  private static func text(_ difference: DatasetDifference) -> String {
    let installed = difference.installed
    var text = "\(installed.dataset): installed \(installed.version) (retrieved \(installed.retrieved)), compared with"
    text += " \(difference.version)\n"
    if difference.isEmpty { return text + "  no difference\n" }
    for table in difference.tables where !table.isEmpty {
      text += "  \(table.table), by \(table.unit): \(AddedText.grouped(table.before)) before,"
      text += " \(AddedText.grouped(table.after)) after; \(AddedText.grouped(table.added)) added,"
      text += " \(AddedText.grouped(table.removed)) removed, \(AddedText.grouped(table.changed)) changed\n"
      for (column, count) in table.changedCells.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        text += "    \(column): \(AddedText.grouped(count)) values differ\n"
      }
      for example in table.examples { text += "    for example \(example)\n" }
    }
    for table in difference.onlyInstalled { text += "  \(table): only installed\n" }
    for table in difference.onlyNew { text += "  \(table): only in the new files\n" }
    if difference.rowsRejected > 0 {
      text += "  \(AddedText.grouped(difference.rowsRejected)) new rows were left out\n"
    }
    return text
  }
}
