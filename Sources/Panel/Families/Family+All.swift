import StateSystem

extension Family {
  /// Every family, in the order in which they are explained.
  static let all: [Family] = [
    mids, midDetails, gmlMids, gmlMidDetails, atop, trade, nmc, igos, contiguity, majors, rivalries, democracy, gdp,
    distance, minimumDistance, sanctions, arms, similarity, idealPoints, relationship, ladder, peaceYears, spells,
    maddison, wdi,
    milex, leaderSupport,
    archigos, lead, gleditschWard, rivalriesTD, armsRaces, claims, colonial, agreements,
  ]

  /// The family of this name; `ladder:STATE` is the ladder against that state.
  static func named(_ name: String) throws(PanelError) -> Family {
    let wanted = name.lowercased()
    if wanted.hasPrefix(ladder.name + ":") {
      do { return ladder(against: try State.find(String(name.dropFirst(ladder.name.count + 1)), on: nil)) } catch {
        throw .family(name, detail: error.description)
      }
    }
    if let family = all.first(where: { $0.name == wanted }) { return family }
    throw .unknownFamily(name, nearest: nearestNames(to: wanted, among: all.map(\.name)))
  }
}

/// Up to two names that begin alike or share a word, nearest in length first.
func nearestNames(to text: String, among names: [String]) -> [String] {
  let words = Set(text.split(separator: "-"))
  let ranked = names.filter { name in
    name.hasPrefix(text.prefix(3)) || text.hasPrefix(name.prefix(3))
      || !words.isDisjoint(with: name.split(separator: "-"))
  }
  return Array(
    ranked.sorted { (abs($0.count - text.count), $0) < (abs($1.count - text.count), $1) }.prefix(2))
}
