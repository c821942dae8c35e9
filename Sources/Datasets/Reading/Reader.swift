/// Reads the files of a dataset into tables of the record.
public enum Reader {
  /// Reads the files of one release.
  ///
  /// - Parameters:
  ///   - files: one file for each role of the release (`CatalogueEntry.find`), several for a repeated role.
  ///   - workers: threads that may be used, 1 or 2; the result is the same.
  /// - Throws: `DatasetError`; in strict mode also for the first row that cannot be used.
  /// - Complexity: O(n) in the bytes of the files.
  public static func read(
    _ entry: CatalogueEntry, files: [InputFile], mode: ReadMode = .collect, workers: Int = 2
  ) throws(DatasetError) -> DatasetContents {
    var reading = Reading(entry: entry, files: files, mode: mode, workers: workers)
    let tables = try reading.tables()
    var versions: [String] = []
    for version in tables.map(\.version) where !versions.contains(version) { versions.append(version) }
    return DatasetContents(
      dataset: entry.name, version: versions.joined(separator: "+"), tables: tables, rejected: reading.rejected,
      notes: reading.notes, rowsRead: reading.rowsRead)
  }
}

extension Reading {
  fileprivate mutating func tables() throws(DatasetError) -> [ReadTable] {
    switch entry.name {
    case CatalogueEntry.unVotes.name: try unVotes()
    case CatalogueEntry.undlVotes.name: try undlVotes()
    case CatalogueEntry.cowStates.name: try cowStates()
    case CatalogueEntry.cowMajors.name: try cowMajors()
    case CatalogueEntry.cowCapabilities.name: try cowCapabilities()
    case CatalogueEntry.cowTrade.name: try cowTrade()
    case CatalogueEntry.atop.name: try atop()
    case CatalogueEntry.allianceCalls.name: try allianceCalls()
    case CatalogueEntry.cowDisputes.name: try cowDisputes()
    case CatalogueEntry.gmlDisputes.name: try gmlDisputes()
    case CatalogueEntry.cowWars.name: try cowWars()
    case CatalogueEntry.cowOrganisations.name: try cowOrganisations()
    case CatalogueEntry.sipriArms.name: try sipriArms()
    case CatalogueEntry.gsdb.name: try gsdb()
    case CatalogueEntry.sdpGDP.name: try sdpGDP()
    case CatalogueEntry.wdiGDP.name: try wdiGDP()
    case CatalogueEntry.polity5.name: try polity5()
    case CatalogueEntry.vdem.name: try vdem()
    case CatalogueEntry.tssRivalries.name: try tssRivalries()
    case CatalogueEntry.cowContiguity.name: try cowContiguity()
    case CatalogueEntry.cowColonialContiguity.name: try cowColonialContiguity()
    default: try furtherTables()
    }
  }

  private mutating func furtherTables() throws(DatasetError) -> [ReadTable] {
    switch entry.name {
    case CatalogueEntry.capitals.name: try capitals()
    case CatalogueEntry.minimumDistances.name: try minimumDistances()
    case CatalogueEntry.archigos.name: try archigos()
    case CatalogueEntry.lead.name: try lead()
    case CatalogueEntry.chisols.name: try chisols()
    case CatalogueEntry.desta.name: try desta()
    case CatalogueEntry.tdRivalries.name: try tdRivalries()
    case CatalogueEntry.armsRaces.name: try armsRaces()
    case CatalogueEntry.territorialClaims.name: try territorialClaims()
    case CatalogueEntry.colonialHistory.name: try colonialHistory()
    case CatalogueEntry.gleditschWard.name: try gleditschWardStates()
    case CatalogueEntry.maddison.name: try maddison()
    case CatalogueEntry.sipriMilex.name: try militarySpending()
    default: throw .unknownName(entry.name, nearest: [], known: Catalogue.all.map(\.name))
    }
  }
}
