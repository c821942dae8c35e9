import Datasets
import Evidence
import Foundation
import Record
import Treaties

/// The treaties of the starter and of the published alliance files.
enum PublishedTreaties {
  private static let paths: [String] = {
    let found = StarterFolder.datasets.map { FileManager.default.enumerator(atPath: $0)?.allObjects as? [String] ?? [] }
    return (found ?? []).filter { !$0.hasPrefix(".") }
  }()

  private static func add(_ entry: CatalogueEntry, to record: inout Record) throws {
    let folder = StarterFolder.datasets ?? ""
    let files = try entry.find(in: paths).files.map { InputFile($0, in: folder) }
    for item in try Reader.read(entry, files: files).tables {
      let vintage = Vintage(dataset: entry.name, version: item.version, sha256: "", retrieved: "")
      switch item.table {
      case let table as Alliances: record.alliances = Sourced(table, vintage: vintage, years: item.years)
      case let table as AlliancePhases: record.alliancePhases = Sourced(table, vintage: vintage, years: item.years)
      case let table as AllianceCalls: record.allianceCalls = Sourced(table, vintage: vintage, years: item.years)
      case let table as Capabilities: record.capabilities = Sourced(table, vintage: vintage, years: item.years)
      case let table as PolityScores: record.polity = Sourced(table, vintage: vintage, years: item.years)
      case let table as MajorPowers: record.majors = Sourced(table, vintage: vintage, years: item.years)
      case let table as Rivalries: record.rivalries = Sourced(table, vintage: vintage, years: item.years)
      default: break
      }
    }
  }

  static let record: Result<Record, any Error> = Result {
    var record = Record()
    for entry in [
      CatalogueEntry.atop, .allianceCalls, .cowCapabilities, .polity5, .cowMajors, .tssRivalries,
    ] { try add(entry, to: &record) }
    return record
  }

  static let collection: Result<TreatyCollection, any Error> = Result {
    TreatyCollection(record: try record.get(), coded: try StarterFolder.load().treaties)
  }
}
