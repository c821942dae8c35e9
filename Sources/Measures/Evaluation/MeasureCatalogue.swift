import Evidence

/// All measures of Entente by name.
public enum MeasureCatalogue {
  /// In the order in which they are listed.
  public static let all: [MeasureDefinition] =
    VoteMeasures.all + CoordinationMeasures.all + TradeMeasures.all + ArmsMeasures.all + InstitutionMeasures.all
    + CapabilityMeasures.all
    + RegimeMeasures.all + CommitmentMeasures.all + ConductMeasures.all + RelationshipLevel.all

  public static let byName: [String: MeasureDefinition] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names within three typing errors of `name`, nearest first; without any, those of the same first part.
  static func nearest(to name: String) -> [String] {
    let typed = Array(name.utf8)
    let close = all.map { (name: $0.name, distance: editDistance(typed, Array($0.name.utf8))) }
      .filter { $0.distance <= 3 }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    if !close.isEmpty { return close.prefix(3).map(\.name) }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return all.map(\.name).filter { $0.hasPrefix(stem) || $0.hasSuffix("." + stem) }
  }

  /// Levenshtein distance in bytes.
  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
