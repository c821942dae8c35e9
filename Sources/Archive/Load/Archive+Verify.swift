import GRDB
import Record
import enum Record.RecordError

extension Archive {
  /// Something that is not as it was written.
  public struct Defect: Hashable, Sendable, Codable {
    /// The dataset it belongs to; empty where the file as a whole is at fault.
    public let dataset: String
    public let detail: String
  }

  /// Reads everything and compares it with what was written: the structure of the file, the checksum of every column, and that
  /// every table still makes a table of the record.
  ///
  /// - Returns: what is wrong; empty if the archive is whole.
  /// - Complexity: O(size of the file).
  public func verify() throws(ArchiveError) -> [Defect] {
    try read { db in
      var defects: [Defect] = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        .map { Defect(dataset: "", detail: $0) }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        defects.append(Defect(dataset: "", detail: "orphaned row in \(row["table"] as String? ?? "?")"))
      }
      for table in try StoredTable.all(db) {
        if let defect = try Archive.defect(of: table, db) {
          defects.append(Defect(dataset: table.vintage.dataset, detail: defect))
        }
      }
      return defects
    }
  }

  private static func defect(of table: StoredTable, _ db: Database) throws -> String? {
    do {
      let columns = try table.columns(db)
      guard let type = recordTables[table.name] else { return nil }
      guard type.layout == table.layout else {
        return ArchiveError.outdatedLayout(
          dataset: table.vintage.dataset, table: table.name, found: table.layout, expected: type.layout
        ).description
      }
      _ = try type.init(columns: columns)
      return nil
    } catch let error as ArchiveError {
      return error.description
    } catch let error as RecordError {
      return error.description
    }
  }

  private static let recordTables: [String: any RecordTable.Type] = {
    let all: [any RecordTable.Type] = [
      RollCalls.self, ResolutionMatches.self, Trade.self, NationalTrade.self, Capabilities.self, Alliances.self,
      AlliancePhases.self, AllianceCalls.self, ObligationYears.self, Disputes.self, Wars.self, Memberships.self, Transfers.self, Sanctions.self, Economies.self,
      PolityScores.self, DemocracyIndices.self, Rivalries.self, MajorPowers.self, SystemMembers.self,
      SmoothedTrade.self, DisputeDurations.self, DirectContiguity.self, ColonialContiguity.self, Capitals.self,
      MinimumDistances.self, Leaders.self, LeaderBackgrounds.self, LeaderSupport.self, TradeAgreements.self,
      ArmsRaces.self, TerritorialClaims.self, ColonialHistory.self, GleditschWardStates.self, MaddisonIncomes.self,
      MilitarySpending.self,
    ]
    return Dictionary(all.map { ($0.tableName, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
