import Archive
import Datasets

/// What the catalogue and the archive say of a dataset, as JSON.
struct DatasetItem: Encodable {
  struct File: Encodable {
    let role: String
    let names: [String]
    let isRequired: Bool
  }

  struct Version: Encodable {
    let version: String
    let files: [File]
  }

  let name: String
  let title: String
  let publisher: String
  let home: String
  let terms: String
  let termsAddress: String?
  let needsAgreement: Bool
  let canBeFetched: Bool
  let byHand: String
  let versions: [Version]
  let tables: [String]
  let pitfalls: [String]
  let installed: InstalledDataset?

  init(_ entry: CatalogueEntry, _ installed: InstalledDataset?) {
    name = entry.name
    title = entry.title
    publisher = entry.publisher
    home = entry.home
    terms = entry.terms.text
    termsAddress = entry.terms.address
    needsAgreement = entry.terms.needAgreement
    canBeFetched = !entry.isManual
    byHand = entry.byHand
    versions = entry.releases.map { release in
      Version(
        version: release.version,
        files: release.files.map {
          File(role: $0.name, names: $0.places.map(\.description), isRequired: $0.isRequired)
        })
    }
    tables = entry.tables
    pitfalls = entry.pitfalls
    self.installed = installed
  }
}

/// Datasets in words.
enum DatasetText {
  /// One line a dataset.
  static func table(_ items: [DatasetItem]) -> String {
    let rows = items.map { item in
      [
        item.name, item.installed?.vintage.version ?? "-", years(item.installed),
        item.installed?.vintage.retrieved ?? "-",
        item.title,
      ]
    }
    let all = [["NAME", "INSTALLED", "YEARS", "RETRIEVED", "TITLE"]] + rows
    let widths = (0..<4).map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return (cells + [row[4]]).joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A page a dataset.
  static func pages(_ items: [DatasetItem]) -> String { items.map(page).joined(separator: "\n") }

  private static func page(_ item: DatasetItem) -> String {
    var text = "\(item.name): \(item.title)\n  publisher: \(item.publisher)\n  home: \(item.home)\n"
    text += "  terms: \(item.terms)" + (item.termsAddress.map { " (\($0))" } ?? "") + "\n"
    text += "  fetched by a program: \(item.canBeFetched ? "yes" : "no")\n  by hand: \(item.byHand)\n"
    text += "  gives: \(item.tables.joined(separator: ", "))\n"
    for version in item.versions {
      let files = version.files.map { "\($0.names.joined(separator: " or "))\($0.isRequired ? "" : " (optional)")" }
      text += "  version \(version.version), files: \(files.joined(separator: "; "))\n"
    }
    for pitfall in item.pitfalls { text += "  note: \(pitfall)\n" }
    guard let installed = item.installed else { return text + "  not installed\n" }
    text += "  installed: version \(installed.vintage.version), retrieved \(installed.vintage.retrieved) from"
    text += " \(installed.source)\n    sha256 \(installed.vintage.sha256)\n"
    for file in installed.files { text += "    file \(file.name), \(AddedText.grouped(file.size)) bytes\n" }
    for table in installed.tables {
      text += "    table \(table.name), years \(table.firstYear)-\(table.lastYear),"
      text += " \(AddedText.grouped(table.values)) values in \(table.columns) columns\n"
    }
    text +=
      "    \(AddedText.grouped(installed.rowsRead)) rows read, \(AddedText.grouped(installed.rowsRejected)) left out\n"
    for note in installed.notes { text += "    \(note)\n" }
    return text
  }

  private static func years(_ installed: InstalledDataset?) -> String {
    guard let tables = installed?.tables, let first = tables.map(\.firstYear).min(),
      let last = tables.map(\.lastYear).max()
    else { return "-" }
    return "\(first)-\(last)"
  }
}
