extension CatalogueEntry {
  /// Regime characteristics.
  public static let polity5 = CatalogueEntry(
    name: "polity5",
    title: "Polity5: Political Regime Characteristics and Transitions, 1800-2018",
    publisher: "Center for Systemic Peace",
    home: "https://www.systemicpeace.org/inscrdata.html",
    releases: [Release("p5v2018", years: 1800...2018, [FileRole("state years", "p5v2018.csv")])],
    downloads: [],
    byHand:
      "Fetch p5v2018.xls from http://www.systemicpeace.org/inscr/p5v2018.xls and save it as p5v2018.csv: the old Excel "
      + "format is not read here.",
    terms: Terms(
      "© Center for Systemic Peace. Free for research; no reproduction or redistribution without written permission.",
      address: "https://www.systemicpeace.org/inscrdata.html", needAgreement: true),
    citations: [
      Citation(
        "marshall2020", .dataset, ["Marshall, Monty G.", "Gurr, Ted Robert"], 2020,
        "Polity5: Political Regime Characteristics and Transitions, 1800-2018", version: "p5v2018",
        url: "https://www.systemicpeace.org")
    ],
    pitfalls: [
      "Polity has numbers of its own for some states (364 the Soviet Union, 342 Serbia, 347 Yugoslavia from 1991, 529 "
        + "Ethiopia, 818 Vietnam); they are translated to Correlates of War numbers.",
      "In a year of transition two numbers can become one state; the later polity, in being on 31 December, is kept.",
      "-66, -77 and -88 in polity mark interruption, interregnum and transition, not scores.",
    ],
    tables: ["polity_scores"])

  /// Varieties of democracy.
  public static let vdem = CatalogueEntry(
    name: "vdem",
    title: "V-Dem Country-Year Dataset",
    publisher: "V-Dem Institute, University of Gothenburg",
    home: "https://v-dem.net/data/the-v-dem-dataset/",
    releases: [
      Release(
        "16", years: 1789...2025,
        [
          FileRole(
            "country years", "V-Dem-CY-Core-v16.csv", "V-Dem-CY-Full+Others-v16.csv",
            .inside("V-Dem-CY-Core-v16_csv.zip", "V-Dem-CY-Core-v16.csv"),
            .inside("V-Dem-CY-FullOthers-v16_csv.zip", "V-Dem-CY-Full+Others-v16.csv"))
        ]),
      Release(
        "15", years: 1789...2024,
        [
          FileRole(
            "country years", "V-Dem-CY-Core-v15.csv", "V-Dem-CY-Full+Others-v15.csv",
            .inside("V-Dem-CY-Core-v15_csv.zip", "V-Dem-CY-Core-v15.csv"),
            .inside("V-Dem-CY-FullOthers-v15_csv.zip", "V-Dem-CY-Full+Others-v15.csv"), "V-Dem-CY*.csv")
        ]),
    ],
    downloads: [
      Download(
        .fixed("https://v-dem.net/media/datasets/V-Dem-CY-Core-v16_csv.zip"), as: "V-Dem-CY-Core-v16_csv.zip",
        version: "16", .medium),
      Download(
        .fixed("https://www.v-dem.net/media/datasets/V-Dem-CY-Core-v15_csv.zip"), as: "V-Dem-CY-Core-v15_csv.zip",
        version: "15", .strong, sha256: "bd6430d6b78785c7422acee7d75bef1b852f2ce1baa5f673ae40ffca64ffe51b"),
    ],
    byHand: "Fetch the Country-Year: V-Dem Core file as CSV from the page.",
    terms: Terms(
      "Creative Commons Attribution-ShareAlike 4.0; see the page.",
      address: "https://v-dem.net/data/the-v-dem-dataset/",
      needAgreement: false),
    citations: [
      Citation(
        "coppedge2026", .dataset,
        ["Coppedge, Michael", "Gerring, John", "Knutsen, Carl Henrik", "Lindberg, Staffan I.", "Teorell, Jan"], 2026,
        "V-Dem Country-Year Dataset", version: "16", url: "https://v-dem.net")
    ],
    pitfalls: [
      "Rows without a Correlates of War number (Hong Kong, Palestine, German states before unification) are not stored.",
      "Indices are point estimates of a measurement model; their intervals are not read.",
    ],
    tables: ["democracy_indices"])
}
