import Datasets
import Evidence
import Foundation
import Record
import Testing

@testable import Panel

/// The record of the published datasets beside the checkout, or where ENTENTE_DATASETS says; each is read once.
enum PublishedPanel {
  static let root: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root
  }()

  static let folder =
    ProcessInfo.processInfo.environment["ENTENTE_DATASETS"]
    ?? root.appending(path: "../shared/datasets").standardizedFileURL.path

  /// Rows of peacesciencer; not part of the repository.
  static let reference = folder + "/../reference/peacesciencer/dyadyears_majors_1816-2016.csv.gz"

  static let paths: [String] = {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    return all.compactMap { $0 as? String }.filter { !$0.hasSuffix("README.md") }
  }()

  static var isPresent: Bool { paths.contains { $0.hasSuffix("contdir.csv") } }
  static var hasReference: Bool { isPresent && FileManager.default.fileExists(atPath: reference) }

  private static func contents(_ entry: CatalogueEntry) throws -> DatasetContents {
    let found = try entry.find(in: paths)
    return try Reader.read(entry, files: found.files.map { InputFile($0, in: folder) })
  }

  private static func sourced<T: RecordTable>(_ contents: DatasetContents, _ type: T.Type) -> Sourced<T>? {
    for item in contents.tables {
      if let table = item.table as? T {
        return Sourced(
          table,
          vintage: Vintage(dataset: contents.dataset, version: item.version, sha256: "", retrieved: "2026-11-27"),
          years: item.years)
      }
    }
    return nil
  }

  /// The tables of the families of dyads and states.
  static let record: Result<Record, any Error> = Result {
    var record = Record()
    record.capabilities = sourced(try contents(.cowCapabilities), Capabilities.self)
    let trade = try contents(.cowTrade)
    record.trade = sourced(trade, Trade.self)
    record.smoothedTrade = sourced(trade, SmoothedTrade.self)
    record.nationalTrade = sourced(trade, NationalTrade.self)
    record.obligationYears = sourced(try contents(.atop), ObligationYears.self)
    let mids = try contents(.cowDisputes)
    record.disputes = sourced(mids, Disputes.self)
    record.disputeDurations = sourced(mids, DisputeDurations.self)
    let gml = try contents(.gmlDisputes)
    record.disputesGML = sourced(gml, Disputes.self)
    record.disputeDurationsGML = sourced(gml, DisputeDurations.self)
    record.memberships = sourced(try contents(.cowOrganisations), Memberships.self)
    record.directContiguity = sourced(try contents(.cowContiguity), DirectContiguity.self)
    record.majors = sourced(try contents(.cowMajors), MajorPowers.self)
    record.rivalries = sourced(try contents(.tssRivalries), Rivalries.self)
    try addFurther(to: &record)
    return record
  }

  /// The same with the votes and wars, which take longer to read than all the rest.
  static let recordWithVotes: Result<Record, any Error> = record.flatMap { record in
    Result {
      var record = record
      record.rollCalls = sourced(try contents(.unVotes), RollCalls.self)
      record.wars = sourced(try contents(.cowWars), Wars.self)
      return record
    }
  }

  private static func addFurther(to record: inout Record) throws {
    record.polity = sourced(try contents(.polity5), PolityScores.self)
    record.democracy = sourced(try contents(.vdem), DemocracyIndices.self)
    record.economies = sourced(try contents(.sdpGDP), Economies.self)
    record.sanctions = sourced(try contents(.gsdb), Sanctions.self)
    record.transfers = sourced(try contents(.sipriArms), Transfers.self)
    record.capitals = sourced(try contents(.capitals), Capitals.self)
    record.minimumDistances = sourced(try contents(.minimumDistances), MinimumDistances.self)
    record.leaders = sourced(try contents(.archigos), Leaders.self)
    record.leaderBackgrounds = sourced(try contents(.lead), LeaderBackgrounds.self)
    record.leaderSupport = sourced(try contents(.chisols), LeaderSupport.self)
    record.tradeAgreements = sourced(try contents(.desta), TradeAgreements.self)
    record.rivalriesTD = sourced(try contents(.tdRivalries), Rivalries.self)
    record.armsRaces = sourced(try contents(.armsRaces), ArmsRaces.self)
    record.territorialClaims = sourced(try contents(.territorialClaims), TerritorialClaims.self)
    record.colonialHistory = sourced(try contents(.colonialHistory), ColonialHistory.self)
    record.colonialContiguity = sourced(try contents(.cowColonialContiguity), ColonialContiguity.self)
    record.gleditschWardStates = sourced(try contents(.gleditschWard), GleditschWardStates.self)
    record.maddisonIncomes = sourced(try contents(.maddison), MaddisonIncomes.self)
    record.currentEconomies = sourced(try contents(.wdiGDP), CurrentEconomies.self)
    record.militarySpending = sourced(try contents(.sipriMilex), MilitarySpending.self)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the published datasets are not there.
  static var publishedPanel: ConditionTrait {
    .enabled(if: PublishedPanel.isPresent, "no datasets at \(PublishedPanel.folder); set ENTENTE_DATASETS")
  }

  /// Skips a test where the rows of peacesciencer are not there.
  static var peacesciencer: ConditionTrait {
    .enabled(if: PublishedPanel.hasReference, "no reference rows at \(PublishedPanel.reference)")
  }
}
