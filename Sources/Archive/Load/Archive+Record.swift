import Evidence
import GRDB
import Record
import struct Record.Record

extension Archive {
  /// The record of the installed datasets: the asked parts, each from one dataset, all from one state of the archive.
  ///
  /// A part that no installed dataset provides is `nil`. Where several provide it, `choosing` decides, else
  /// `RecordPart.preferred`. Every column's checksum is compared.
  ///
  /// - Throws: `ArchiveError.corruptColumn`, `.outdatedLayout`, `.notInstalled` or `.notProvided` for a chosen dataset,
  ///   and whatever reading the file gives.
  /// - Complexity: O(bytes of the asked tables); 28 MB, all that a brief needs, take about 30 ms.
  public func record(
    _ parts: Set<RecordPart> = Set(RecordPart.allCases), choosing: [RecordPart: String] = [:]
  ) throws(ArchiveError) -> Record {
    try read { db in
      let loader = try TableLoader(db, parts: parts, choosing: choosing)
      var record = Record()
      record.rollCalls = try loader.table(.rollCalls)
      record.matches = try loader.table(.matches)
      record.trade = try loader.table(.trade)
      record.nationalTrade = try loader.table(.nationalTrade)
      record.capabilities = try loader.table(.capabilities)
      record.alliances = try loader.table(.alliances)
      record.alliancePhases = try loader.table(.alliancePhases)
      record.allianceCalls = try loader.table(.allianceCalls)
      record.obligationYears = try loader.table(.obligationYears)
      record.disputes = try loader.table(.disputes)
      record.disputesGML = try loader.table(.disputesGML)
      record.wars = try loader.table(.wars)
      record.memberships = try loader.table(.memberships)
      record.transfers = try loader.table(.transfers)
      record.sanctions = try loader.table(.sanctions)
      record.economies = try loader.table(.economies)
      record.currentEconomies = try loader.table(.currentEconomies)
      record.polity = try loader.table(.polity)
      record.democracy = try loader.table(.democracy)
      record.rivalries = try loader.table(.rivalries)
      record.majors = try loader.table(.majors)
      record.systemMembers = try loader.table(.systemMembers)
      record.positions = try loader.table(.positions)
      record.predictions = try loader.table(.predictions)
      record.predictionsInPlane = try loader.table(.predictionsInPlane)
      record.positionsInPlane = try loader.table(.positionsInPlane)
      record.relationships = try loader.table(.relationships)
      record.smoothedTrade = try loader.table(.smoothedTrade)
      record.disputeDurations = try loader.table(.disputeDurations)
      record.disputeDurationsGML = try loader.table(.disputeDurationsGML)
      record.directContiguity = try loader.table(.directContiguity)
      record.colonialContiguity = try loader.table(.colonialContiguity)
      record.capitals = try loader.table(.capitals)
      record.minimumDistances = try loader.table(.minimumDistances)
      record.leaders = try loader.table(.leaders)
      record.leaderBackgrounds = try loader.table(.leaderBackgrounds)
      record.leaderSupport = try loader.table(.leaderSupport)
      record.tradeAgreements = try loader.table(.tradeAgreements)
      record.rivalriesTD = try loader.table(.rivalriesTD)
      record.armsRaces = try loader.table(.armsRaces)
      record.territorialClaims = try loader.table(.territorialClaims)
      record.colonialHistory = try loader.table(.colonialHistory)
      record.gleditschWardStates = try loader.table(.gleditschWardStates)
      record.maddisonIncomes = try loader.table(.maddisonIncomes)
      record.militarySpending = try loader.table(.militarySpending)
      return record
    }
  }

  /// The installed datasets that provide each part, in order of name.
  public func providers() throws(ArchiveError) -> [RecordPart: [String]] {
    try read { db in
      let tables = try StoredTable.all(db)
      var result: [RecordPart: [String]] = [:]
      for part in RecordPart.allCases {
        let names = tables.filter { $0.name == part.tableName }.map(\.vintage.dataset)
          .filter { !part.isReserved || part.preferred.contains($0) }
        if !names.isEmpty { result[part] = names }
      }
      return result
    }
  }
}
