extension CatalogueEntry {
  /// Alliance treaty obligations and provisions.
  public static let atop = CatalogueEntry(
    name: "atop",
    title: "Alliance Treaty Obligations and Provisions",
    publisher: "Brett Ashley Leeds and others, Rice University",
    home: "http://www.atopdata.org/data.html",
    releases: [
      Release(
        "5.1", years: 1815...2018,
        [
          FileRole(
            "directed dyad years", "atop5_1ddyr.csv", "atop5_1ddyr_subset.csv",
            .inside("atop_5.1*.zip", "atop5_1ddyr.csv")),
          FileRole(
            "alliances", "atop5_1a.csv", .inside("atop_5.1*.zip", "atop5_1a.csv"), "atop4_01a.csv", required: false),
          FileRole(
            "members", "atop5_1m.csv", .inside("atop_5.1*.zip", "atop5_1m.csv"), "atop4_01m.csv", required: false),
        ]),
      Release(
        "4.01", years: 1815...2016,
        [
          FileRole("alliances", "atop4_01a.csv"), FileRole("members", "atop4_01m.csv"),
          FileRole("directed dyad years", "atop4_01ddyr.csv", required: false),
        ]),
    ],
    downloads: [
      Download(
        .fixed("http://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip"), as: "atop_5.1__.csv_.zip",
        version: "5.1", .strong)
    ],
    byHand: "Fetch the .csv archive of version 5.1 from the page.",
    terms: Terms("Free for research with citation of the article and the version number.", needAgreement: false),
    citations: [
      Citation(
        "leeds2002",
        .article(journal: "International Interactions", volume: "28", issue: "3", pages: "237-260"),
        ["Leeds, Brett Ashley", "Ritter, Jeffrey M.", "Mitchell, Sara McLaughlin", "Long, Andrew G."], 2002,
        "Alliance Treaty Obligations and Provisions, 1815-1944", doi: "10.1080/03050620213653")
    ],
    pitfalls: [
      "A tie is not an alliance in the everyday sense: the United States and Russia share a non-aggression obligation from "
        + "1975. Compare obligations, not presence.",
      "A dyad-year without a row has no obligation; an end year of 0 is in force when coding ended.",
      "The alliance and member files may be of another version than the dyad-years; each table names its own.",
      "Members that are no states of the system (8152) have number 0 and stay in the member rows.",
    ],
    tables: ["obligation_years", "alliances", "alliance_phases"])

  /// Whether alliances were honoured when war called on them.
  public static let allianceCalls = CatalogueEntry(
    name: "alliance-calls",
    title: "Fulfillment of alliance commitments in war",
    publisher: "Molly Berkemeier and Matthew Fuhrmann",
    home: "https://doi.org/10.1177/2053168018779697",
    releases: [
      Release(
        "2018-03-03", years: 1816...2003,
        [FileRole("calls", "BerkemeierFuhrmannRAP2018_0303.csv", "BerkemeierFuhrmannRAP2018*.csv")])
    ],
    downloads: [],
    byHand:
      "Fetch BerkemeierFuhrmannRAP2018_0303 from the replication files of the article and export it as a .csv file with "
      + "the columns unchanged.",
    terms: Terms("Replication data; free for research with citation of the article.", needAgreement: false),
    citations: [
      Citation(
        "berkemeier2018", .article(journal: "Research & Politics", volume: "5", issue: "2", pages: nil),
        ["Berkemeier, Molly", "Fuhrmann, Matthew"], 2018,
        "Reassessing the fulfillment of alliance commitments in war", doi: "10.1177/2053168018779697"),
      Citation(
        "leeds2000", .article(journal: "Journal of Conflict Resolution", volume: "44", issue: "5", pages: "686-699"),
        ["Leeds, Brett Ashley", "Long, Andrew G.", "Mitchell, Sara McLaughlin"], 2000,
        "Reevaluating Alliance Reliability: Specific Threats, Specific Promises",
        doi: "10.1177/0022002700044005006"),
    ],
    pitfalls: [
      "Most rows are wars in which the alliance was not called on; they count neither as honoured nor as violated.",
      "The article's figures before and after 1945 go by the alliance's beginning or the war's, whichever is later.",
    ],
    tables: ["alliance_calls"])

  /// Membership in intergovernmental organisations.
  public static let cowOrganisations = CatalogueEntry(
    name: "cow-igo",
    title: "Intergovernmental Organizations",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/IGOs/",
    releases: [
      Release(
        "3.0", years: 1816...2014,
        [
          FileRole(
            "state years", "state_year_formatv3.csv", .inside("state_year_formatv3.zip", "state_year_formatv3.csv"))
        ])
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/state_year_formatv3.zip"),
        as: "state_year_formatv3.zip", version: "3.0", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "pevehouse2020", .article(journal: "Journal of Peace Research", volume: "57", issue: "3", pages: "492-503"),
        ["Pevehouse, Jon C. W.", "Nordstrom, Timothy", "McManus, Roseanne W.", "Jamison, Anne Spencer"], 2020,
        "Tracking Organizations in the World: The Correlates of War IGO Version 3.0 Datasets",
        doi: "10.1177/0022343319881175")
    ],
    pitfalls: [
      "1 is full member, 2 associate, 3 observer, 0 none; -9 is missing; -1 is no such organisation or state that year.",
      "The Shanghai Cooperation Organization is coded from 1996, as the Shanghai Five.",
      "Before 1965 membership was collected every fifth year and carried between.",
    ],
    tables: ["igo_memberships"])

  /// Preferential trade agreements.
  public static let desta = CatalogueEntry(
    name: "desta",
    title: "Design of Trade Agreements (DESTA): list of treaties",
    publisher: "Andreas Dür, Leonardo Baccini and Manfred Elsig",
    home: "https://www.designoftradeagreements.org/downloads/",
    releases: [Release("list of treaties", [FileRole("treaties", "DESTA.csv", "desta_list_of_treaties_??_??.csv")])],
    downloads: [],
    byHand: "Fetch the list of treaties in wide form from the page and name it DESTA.csv.",
    terms: Terms("Free for non-commercial use with citation.", needAgreement: false),
    citations: [
      Citation(
        "dur2014",
        .article(journal: "Review of International Organizations", volume: "9", issue: "3", pages: "353-375"),
        ["Dür, Andreas", "Baccini, Leonardo", "Elsig, Manfred"], 2014,
        "The Design of International Trade Agreements: Introducing a New Dataset", doi: "10.1007/s11558-013-9179-8")
    ],
    pitfalls: [
      "Members are numeric ISO 3166 codes in columns c1, c2 …; territories that are no state of the system have no row.",
      "entryforceyear is empty for treaties signed and not known to be in force; accessions, protocols and withdrawals are "
        + "rows of their own that point to a base treaty.",
      "The list has no end years: a treaty that lapsed or was replaced still counts.",
    ],
    tables: ["trade_agreements"])
}
