/// What can be added to a panel: a family of variables as `--explain` lists it.
public struct FamilySummary: Sendable, Codable {
  public let name: String
  public let summary: String
  /// Units the family has variables for.
  public let units: [PanelUnit]
  /// Datasets it needs, by catalogue name.
  public let datasets: [String]
  /// Function of peacesciencer that adds the like; empty where there is none.
  public let peer: String

  /// Every family.
  public static var all: [FamilySummary] {
    Family.all.map { family in
      FamilySummary(
        name: family.name, summary: family.summary, units: PanelUnit.allCases.filter(family.units.contains),
        datasets: family.datasets, peer: family.peer)
    }
  }

  /// The datasets that a request needs: those of its families and of its conditions, and of its unit.
  public static func datasets(for request: PanelRequest) throws(PanelError) -> [String] {
    var names = request.add
    for text in request.only { names += try PanelFilter(text).families }
    var datasets: [String] = request.unit == .leaderYear ? ["archigos"] : []
    for name in names { datasets += try Family.named(name).datasets }
    return Array(Set(datasets)).sorted()
  }
}
