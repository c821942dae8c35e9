extension Terms {
  /// The terms of the Correlates of War Project, in short.
  static let correlatesOfWar = Terms(
    "Free of charge for research and teaching. No commercial use; cite each dataset as its page asks, with the version "
      + "number; no distribution to third parties without written permission of the Correlates of War Project.",
    address: "https://correlatesofwar.org/data-sets/terms-and-conditions/", needAgreement: true)
}

extension Citation {
  static let peacesciencer = Citation(
    "miller2022",
    .article(journal: "Conflict Management and Peace Science", volume: "39", issue: "6", pages: "755-779"),
    ["Miller, Steven V."], 2022, "{peacesciencer}: An R package for quantitative peace science research",
    doi: "10.1177/07388942221077926")

  static let maoz2019 = Citation(
    "maoz2019", .article(journal: "Journal of Conflict Resolution", volume: "63", issue: "3", pages: "811-835"),
    ["Maoz, Zeev", "Johnson, Paul L.", "Kaplan, Jasper", "Ogunkoya, Fiona", "Shreve, Aaron P."], 2019,
    "The Dyadic Militarized Interstate Disputes (MIDs) Dataset Version 3.0: Logic, Characteristics, and Comparisons to "
      + "Alternative Datasets", doi: "10.1177/0022002718784158")
}

/// What to do when the Correlates of War server's incomplete certificate chain stops a download.
let correlatesOfWarByHand =
  "If the download fails because the server sends an incomplete certificate chain, fetch the file with a browser and add "
  + "it with --from."
