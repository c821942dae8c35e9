import Datasets
import Evidence
import Foundation
import Measures
import Record

/// The public datasets beside the checkout, for tests that compare with published figures.
enum PublishedRecord {
  /// The folder named by `ENTENTE_DATASETS`, or `../shared/datasets` beside the repository.
  static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"], !path.isEmpty { return path }
    var url = URL(fileURLWithPath: #filePath)
    while url.path != "/", !FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) {
      url.deleteLastPathComponent()
    }
    return url.deletingLastPathComponent().appendingPathComponent("shared/datasets").path
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  private static let paths: [String] = {
    let found = FileManager.default.enumerator(atPath: folder)
    return (found?.allObjects as? [String] ?? []).filter { !$0.hasPrefix(".") }
  }()

  /// The tables of a dataset as the catalogue's reader gives them.
  static func read(_ name: String) throws -> DatasetContents {
    guard let entry = Catalogue.all.first(where: { $0.name == name }) else { throw NoSuchDataset(name: name) }
    return try Reader.read(entry, files: try entry.find(in: paths).files.map { InputFile($0, in: folder) })
  }

  static func sourced<Table: RecordTable>(_ type: Table.Type, of name: String) throws -> Sourced<Table> {
    let contents = try read(name)
    for item in contents.tables {
      guard let table = item.table as? Table else { continue }
      return Sourced(
        table, vintage: Vintage(dataset: name, version: item.version, sha256: "", retrieved: ""), years: item.years)
    }
    throw NoSuchDataset(name: "\(name): \(Table.tableName)")
  }

  /// Every nth row of a file of plain comma-separated values, compressed or not, without its header.
  static func rows(_ path: String, every n: Int) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dcf", "\(folder)/\(path)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return bytes.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { number, line in
      number > 0 && number % n == 0
        ? String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        : nil
    }
  }

  /// One evaluator for all tests, so that the indices are made once.
  static let evaluator: Result<RecordEvaluator, any Error> = record.map(RecordEvaluator.init)

  private static let record: Result<Record, any Error> = Result {
    var record = Record()
    record.rollCalls = try sourced(RollCalls.self, of: "un-votes")
    record.trade = try sourced(Trade.self, of: "cow-trade")
    record.nationalTrade = try sourced(NationalTrade.self, of: "cow-trade")
    record.capabilities = try sourced(Capabilities.self, of: "cow-nmc")
    record.majors = try sourced(MajorPowers.self, of: "cow-majors")
    record.memberships = try sourced(Memberships.self, of: "cow-igo")
    record.transfers = try sourced(Transfers.self, of: "sipri-arms")
    record.economies = try sourced(Economies.self, of: "sdp-gdp")
    record.currentEconomies = try sourced(CurrentEconomies.self, of: "wdi-gdp")
    record.disputes = try sourced(Disputes.self, of: "cow-mid")
    record.wars = try sourced(Wars.self, of: "cow-war")
    record.sanctions = try sourced(Sanctions.self, of: "gsdb")
    record.obligationYears = try sourced(ObligationYears.self, of: "atop")
    record.polity = try sourced(PolityScores.self, of: "polity5")
    record.democracy = try sourced(DemocracyIndices.self, of: "vdem")
    return record
  }
}

struct NoSuchDataset: Error {
  let name: String
}
