extension CatalogueEntry {
  private static let stinnett = Citation(
    "stinnett2002",
    .article(journal: "Conflict Management and Peace Science", volume: "19", issue: "2", pages: "59-67"),
    ["Stinnett, Douglas M.", "Tir, Jaroslav", "Schafer, Philip", "Diehl, Paul F.", "Gochman, Charles"], 2002,
    "The Correlates of War Project Direct Contiguity Data, Version 3", doi: "10.1177/073889420201900203")

  /// Direct contiguity.
  public static let cowContiguity = CatalogueEntry(
    name: "cow-contiguity",
    title: "Direct Contiguity",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/direct-contiguity/",
    releases: [
      Release(
        "3.2", years: 1816...2016,
        [FileRole("spells", "contdir.csv", .inside("DirectContiguity320.zip", "contdir.csv"))])
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/DirectContiguity320.zip"),
        as: "DirectContiguity320.zip", version: "3.2", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar, citations: [stinnett],
    pitfalls: [
      "The master records (contdir.csv) are read, because the yearly file (contdird.csv) has two rows, in no fixed order, for "
        + "the 29 dyad-years in which the kind changed; the spells say which came first.",
      "Kinds 1 to 5 are not a scale that 0 completes: a dyad without a record can lie closer than one of kind 5.",
    ],
    tables: ["direct_contiguity"])

  /// Contiguity through dependencies.
  public static let cowColonialContiguity = CatalogueEntry(
    name: "cow-colonial-contiguity",
    title: "Colonial/Dependency Contiguity",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/colonial-dependency-contiguity/",
    releases: [
      Release(
        "3.1", years: 1816...2016,
        [FileRole("dyad years", "contcold.csv", .inside("ColonialContiguity310.zip", "contcold.csv"))])
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/ColonialContiguity310.zip"),
        as: "ColonialContiguity310.zip", version: "3.1", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "cow-colonial-contiguity", .dataset, ["Correlates of War Project"], 2017, "Colonial/Dependency Contiguity Data",
        version: "3.1", url: "https://correlatesofwar.org")
    ],
    pitfalls: ["Counts of contiguities between the dependencies and territories of the two, not kinds of contiguity."],
    tables: ["colonial_contiguity"])

  /// Capitals with coordinates.
  public static let capitals = CatalogueEntry(
    name: "cow-capitals",
    title: "Capitals of states with coordinates",
    publisher: "Steven V. Miller (peacesciencer)",
    home: "http://svmiller.com/peacesciencer/reference/cow_capitals.html",
    releases: [Release("2024", [FileRole("capitals", "cow_capitals.csv", "capitals.csv")])],
    downloads: [],
    byHand: "Export the table cow_capitals of the R package peacesciencer to cow_capitals.csv.",
    terms: Terms("Free for research; cite the package.", needAgreement: false),
    citations: [.peacesciencer],
    pitfalls: [
      "A year in which the capital moved has two; distances use the capital of 1 January, or the first of the year.",
      "Capitals are coded for whole spells of statehood and say nothing on where a government in exile sat.",
    ],
    tables: ["capitals"])

  /// Minimum distances.
  public static let minimumDistances = CatalogueEntry(
    name: "cow-mindist",
    title: "Minimum distances between states (CShapes 2.0, by Correlates of War number)",
    publisher: "Schvitz, Girardin, Rüegger, Weidmann, Cederman and Gleditsch; compiled by Steven V. Miller",
    home: "https://icr.ethz.ch/data/cshapes/",
    releases: [Release("2.0", [FileRole("dyad years", "cow_mindist*.csv")])],
    downloads: [],
    byHand: "Export the table cow_mindist of the R package peacesciencer (download_extdata()) to cow_mindist.csv.",
    terms: Terms("CShapes is under CC BY-NC-SA 4.0: no commercial use.", needAgreement: false),
    citations: [
      Citation(
        "schvitz2022", .article(journal: "Journal of Conflict Resolution", volume: "66", issue: "1", pages: "144-161"),
        [
          "Schvitz, Guy", "Girardin, Luc", "Rüegger, Seraina", "Weidmann, Nils B.", "Cederman, Lars-Erik",
          "Gleditsch, Kristian Skrede",
        ], 2022, "Mapping the International System, 1886-2019: The CShapes 2.0 Dataset",
        doi: "10.1177/00220027211013563"), .peacesciencer,
    ],
    pitfalls: ["Kilometres between the nearest points of the territories on 1 January; 0 is adjacent."],
    tables: ["minimum_distances"])
}
