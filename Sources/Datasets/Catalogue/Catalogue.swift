/// The datasets Entente can read, with everything that is known of each.
public enum Catalogue {
  /// Every dataset, in the order in which they are listed to a reader.
  public static let all: [CatalogueEntry] = [
    .unVotes, .undlVotes, .cowStates, .cowMajors, .cowCapabilities, .cowTrade, .atop, .allianceCalls, .cowDisputes,
    .gmlDisputes,
    .cowWars,
    .cowOrganisations, .sipriArms, .gsdb, .sdpGDP, .wdiGDP, .polity5, .vdem, .tssRivalries, .cowContiguity,
    .cowColonialContiguity, .capitals, .minimumDistances, .archigos, .lead, .chisols, .desta, .tdRivalries, .armsRaces,
    .territorialClaims, .colonialHistory, .gleditschWard, .maddison, .sipriMilex,
  ]

  /// The dataset of this name, whatever its case.
  ///
  /// - Throws: `DatasetError.unknownName` with the nearest names.
  public static func entry(named name: String) throws(DatasetError) -> CatalogueEntry {
    let wanted = name.lowercased()
    if let entry = all.first(where: { $0.name == wanted }) { return entry }
    throw .unknownName(name, nearest: nearest(to: wanted), known: all.map(\.name))
  }

  /// Up to three names that share a word with the text or are spelt much like it, best first.
  private static func nearest(to text: String) -> [String] {
    let words = Set(text.split(separator: "-"))
    let ranked = all.compactMap { entry -> (name: String, rank: Int)? in
      let distance = editDistance(Array(text.utf8), Array(entry.name.utf8))
      if distance <= max(1, text.utf8.count / 3) { return (entry.name, distance) }
      let isShared = !words.isDisjoint(with: entry.name.split(separator: "-"))
      let isPart = text.utf8.count >= 3 && (entry.name.contains(text) || text.contains(entry.name))
      return isShared || isPart ? (entry.name, 100 + distance) : nil
    }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(3).map(\.name)
  }

  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = i
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
