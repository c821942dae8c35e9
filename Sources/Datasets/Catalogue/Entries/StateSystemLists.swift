extension CatalogueEntry {
  /// Membership spells of the state system.
  public static let cowStates = CatalogueEntry(
    name: "cow-states",
    title: "State System Membership",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/state-system-membership/",
    releases: [
      Release(
        "2024", years: 1816...2024,
        [FileRole("states", "statelist2024.csv", "states2024.csv", .inside("States2024.zip", "statelist2024.csv"))]),
      Release("2016", years: 1816...2016, [FileRole("states", "states2016.csv")]),
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/States2024.zip"), as: "States2024.zip",
        version: "2024", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "cow-states", .dataset, ["Correlates of War Project"], 2025, "State System Membership List", version: "2024",
        url: "https://correlatesofwar.org")
    ],
    pitfalls: ["A spell that ends on the last day of the version is still open."],
    tables: ["system_members"])

  /// Spells of major powers.
  public static let cowMajors = CatalogueEntry(
    name: "cow-majors",
    title: "Major Powers",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/state-system-membership/",
    releases: [
      Release(
        "2024", years: 1816...2024,
        [FileRole("majors", "majors2024.csv", .inside("MajorPowers2024.zip", "majors2024.csv"))]),
      Release("2016", years: 1816...2016, [FileRole("majors", "majors2016.csv")]),
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/MajorPowers2024.zip"), as: "MajorPowers2024.zip",
        version: "2024", .medium)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "cow-majors", .dataset, ["Correlates of War Project"], 2025, "Major Powers", version: "2024",
        url: "https://correlatesofwar.org")
    ],
    pitfalls: ["A spell that ends on the last day of the version is still open."],
    tables: ["major_powers"])
}
