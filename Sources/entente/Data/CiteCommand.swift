import Archive
import ArgumentParser
import Datasets

/// `entente data cite`.
struct CiteCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case plain
    case bibtex
    case cslJSON = "csl-json"
  }

  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Print what to cite for datasets.",
    discussion: """
      Examples:
        entente data cite
        entente data cite cow-trade atop --format bibtex > data.bib
        entente data cite un-votes --format csl-json
      """)

  @Argument(help: "Names of datasets; none stands for all that are installed.")
  var names: [String] = []

  @Option(help: "plain, bibtex or csl-json.")
  var format: Format?

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if options.json, let format, format != .cslJSON {
      throw ValidationError("--json means --format csl-json; found --format \(format.rawValue)")
    }
  }

  func run() throws {
    try CommandFailure.mappingData {
      let installed = try options.openIfThere()?.datasets() ?? []
      if names.isEmpty, installed.isEmpty {
        throw CommandFailure.data("no dataset is installed; name the datasets to cite (entente data list)")
      }
      let wanted = names.isEmpty ? installed.map(\.vintage.dataset) : names
      let entries = try wanted.map { try Catalogue.entry(named: $0) }
      switch options.json ? .cslJSON : format ?? .plain {
      case .bibtex: Terminal.print(Citation.bibTeX(of: entries))
      case .cslJSON: Terminal.print(Citation.cslJSON(of: entries))
      case .plain:
        Terminal.print(
          entries.map { entry in
            CiteCommand.plain(entry, installed.first { $0.vintage.dataset == entry.name })
          }.joined())
      }
    }
  }

  private static func plain(_ entry: CatalogueEntry, _ installed: InstalledDataset?) -> String {
    var text = "\(entry.name)\n"
    for citation in entry.citations { text += "  \(citation)\n" }
    if let vintage = installed?.vintage {
      text += "  Used here: version \(vintage.version), retrieved \(vintage.retrieved), sha256 \(vintage.sha256).\n"
    }
    return text
  }
}
