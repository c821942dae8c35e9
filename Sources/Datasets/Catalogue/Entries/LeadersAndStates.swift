extension CatalogueEntry {
  private static let goemans = Citation(
    "goemans2009", .article(journal: "Journal of Peace Research", volume: "46", issue: "2", pages: "269-283"),
    ["Goemans, Henk E.", "Gleditsch, Kristian Skrede", "Chiozza, Giacomo"], 2009,
    "Introducing Archigos: A Dataset of Political Leaders", doi: "10.1177/0022343308100719")

  /// Leaders.
  public static let archigos = CatalogueEntry(
    name: "archigos",
    title: "Archigos: political leaders",
    publisher: "Henk E. Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza",
    home: "http://www.ksgleditsch.com/archigos.html",
    releases: [Release("4.1", years: 1875...2015, [FileRole("leaders", "archigos_4.1.csv", "archigos*.csv")])],
    downloads: [],
    byHand:
      "Export the table archigos of the R package peacesciencer to archigos_4.1.csv; the authors' text file has other "
      + "columns.",
    terms: Terms("Free for research with citation.", needAgreement: false), citations: [goemans],
    pitfalls: [
      "States have Gleditsch-Ward numbers, translated by the year a leader leaves office.",
      "Leaders in office on 1 January 1875 are coded from their entry, so days before 1875 are not a census of leaders.",
      "A leader who returns has several rows.",
    ],
    tables: ["leaders"])

  /// Backgrounds of leaders.
  public static let lead = CatalogueEntry(
    name: "lead",
    title: "Leader Experience and Attribute Descriptions (LEAD)",
    publisher: "Cali Mortenson Ellis, Michael C. Horowitz and Allan C. Stam",
    home: "http://svmiller.com/peacesciencer/reference/LEAD.html",
    releases: [Release("2015", years: 1875...2004, [FileRole("backgrounds", "LEAD.csv")])],
    downloads: [],
    byHand: "Export the table LEAD of the R package peacesciencer to LEAD.csv.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "ellis2015", .article(journal: "International Interactions", volume: "41", issue: "4", pages: "718-741"),
        ["Ellis, Cali Mortenson", "Horowitz, Michael C.", "Stam, Allan C."], 2015, "Introducing the LEAD Data Set",
        doi: "10.1080/03050629.2015.1016157")
    ],
    pitfalls: ["Rows join to Archigos 4.1 by obsid; leaders after 2004 have a row without values."],
    tables: ["leader_backgrounds"])

  /// Changes of leader support.
  public static let chisols = CatalogueEntry(
    name: "chisols",
    title: "Change in Source of Leader Support (CHISOLS)",
    publisher: "Michaela Mattes, Brett Ashley Leeds and Naoko Matsumura",
    home: "http://www.chisols.org",
    releases: [Release("4.0", years: 1919...2008, [FileRole("state years", "CHISOLSstyr4_0.csv", "CHISOLSstyr*.csv")])],
    downloads: [],
    byHand: "Fetch the state-year file (CHISOLSstyr4_0.csv) from the page.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "mattes2016", .article(journal: "Journal of Peace Research", volume: "53", issue: "2", pages: "259-267"),
        ["Mattes, Michaela", "Leeds, Brett Ashley", "Matsumura, Naoko"], 2016,
        "Measuring Change in Source of Leader Support: The CHISOLS Dataset")
    ],
    pitfalls: ["solschdum and solsminchdum are flags of a year; solschange counts changes in it."],
    tables: ["leader_support"])

  /// Colonial history.
  public static let colonialHistory = CatalogueEntry(
    name: "icow-colonial-history",
    title: "ICOW Colonial History",
    publisher: "Paul R. Hensel",
    home: "http://www.paulhensel.org/icowcol.html",
    releases: [Release("1.1", years: 1816...2018, [FileRole("states", "coldata110.csv", "coldata*.csv")])],
    downloads: [],
    byHand: "Fetch coldata110.csv from the page.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "hensel2018", .dataset, ["Hensel, Paul R."], 2018, "ICOW Colonial History Data Set", version: "1.1",
        url: "http://www.paulhensel.org/icowcol.html")
    ],
    pitfalls: ["-9 is none or not applicable: a state without a colonial ruler has -9, not a missing value."],
    tables: ["colonial_history"])

  /// Independent states by Gleditsch and Ward.
  public static let gleditschWard = CatalogueEntry(
    name: "gw-states",
    title: "Independent states since 1816 (Gleditsch-Ward)",
    publisher: "Kristian Skrede Gleditsch and Michael D. Ward",
    home: "http://ksgleditsch.com/data-4.html",
    releases: [
      Release("2017", [FileRole("list", "gw_states_2017*.csv", "gw_states*.csv")]),
      Release(
        "2008",
        [FileRole("states", "iisystem.dat"), FileRole("microstates", "microstatessystem.dat", required: false)]),
    ],
    downloads: [
      Download(.fixed("http://ksgleditsch.com/data/iisystem.dat"), as: "iisystem.dat", version: "2008", .medium),
      Download(
        .fixed("http://ksgleditsch.com/data/microstatessystem.dat"), as: "microstatessystem.dat", version: "2008",
        .medium, required: false),
    ],
    byHand: "Fetch iisystem.dat and microstatessystem.dat from the page.",
    terms: Terms("Free with citation.", needAgreement: false),
    citations: [
      Citation(
        "gleditsch1999", .article(journal: "International Interactions", volume: "25", issue: "4", pages: "393-413"),
        ["Gleditsch, Kristian S.", "Ward, Michael D."], 1999,
        "A Revised List of Independent States since the Congress of Vienna", doi: "10.1080/03050629908434958")
    ],
    pitfalls: [
      "The .dat files have no header, tabs, days as DD:MM:YYYY, and Windows-1252 text.",
      "A spell that ends on the last day of the list is still open.",
    ],
    tables: ["gleditsch_ward_states"])
}
