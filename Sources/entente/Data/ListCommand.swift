import Archive
import ArgumentParser
import Datasets

/// `entente data list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the datasets that can be added and those that are installed, or describe some of them.",
    discussion: """
      Examples:
        entente data list
        entente data list cow-trade
        entente data list gml-mid --rejected
        entente data list --json
      """)

  @Argument(help: "Names of datasets to describe; none lists all.")
  var names: [String] = []

  @Flag(help: "Print the rows that were left out of the named datasets.")
  var rejected = false

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if rejected, names.isEmpty { throw ValidationError("--rejected needs the name of a dataset") }
  }

  func run() throws {
    try CommandFailure.mappingData {
      let entries = try names.isEmpty ? Catalogue.all : names.map { try Catalogue.entry(named: $0) }
      let archive = try options.openIfThere()
      if rejected {
        try printRejected(entries, archive)
        return
      }
      let installed = try archive?.datasets() ?? []
      let items = entries.map { entry in
        DatasetItem(entry, installed.first { $0.vintage.dataset == entry.name })
      }
      try options.print(items, else: names.isEmpty ? DatasetText.table(items) : DatasetText.pages(items))
      if names.isEmpty, !options.json {
        Terminal.message(archive == nil ? "No archive at \(options.path) yet." : "Archive: \(options.path)")
      }
    }
  }

  private func printRejected(_ entries: [CatalogueEntry], _ archive: Archive?) throws {
    guard let archive else { throw ArchiveError.missing(path: options.path) }
    var items: [String: [RejectedItem]] = [:]
    var text = ""
    for entry in entries {
      let dataset = try archive.dataset(entry.name)
      let rows = try archive.rejectedRows(of: entry.name)
      items[entry.name] = rows.map(RejectedItem.init)
      text += rows.map { "\(entry.name): \($0)\n" }.joined()
      if rows.count < dataset.rowsRejected {
        text += "\(entry.name): and \(AddedText.grouped(dataset.rowsRejected - rows.count)) more\n"
      }
    }
    try options.print(items, else: text)
  }
}
