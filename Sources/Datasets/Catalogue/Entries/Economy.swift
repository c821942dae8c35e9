extension CatalogueEntry {
  /// Bilateral and national trade.
  public static let cowTrade = CatalogueEntry(
    name: "cow-trade",
    title: "Bilateral and National Trade",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/bilateral-trade/",
    releases: [
      Release(
        "4.0", years: 1870...2014,
        [
          FileRole(
            "dyadic trade", "Dyadic_COW_4.0*.csv", .inside("COW_Trade_4.0.zip", "Dyadic_COW_4.0.csv")),
          FileRole(
            "national trade", "National_COW_4.0*.csv", .inside("COW_Trade_4.0.zip", "National_COW_4.0.csv"),
            required: false),
        ]),
      Release(
        "3.0", years: 1870...2009,
        [
          FileRole("dyadic trade", "dyadic_trade_3.0*.csv", .inside("COW_Trade_3.0.zip", "dyadic_trade_3.0.csv")),
          FileRole(
            "national trade", "national_trade_3.0*.csv", .inside("COW_Trade_3.0.zip", "national_trade_3.0.csv"),
            required: false),
        ]),
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/COW_Trade_4.0.zip"), as: "COW_Trade_4.0.zip",
        version: "4.0", .strong)
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "barbieri2009",
        .article(
          journal: "Conflict Management and Peace Science", volume: "26", issue: "5", pages: "471-491"),
        ["Barbieri, Katherine", "Keshk, Omar M. G.", "Pollins, Brian M."], 2009,
        "Trading Data: Evaluating our Assumptions and Coding Rules", doi: "10.1177/0738894209343887"),
      Citation(
        "barbieri2016", .report(institution: "Correlates of War Project"),
        ["Barbieri, Katherine", "Keshk, Omar M. G."],
        2016, "Correlates of War Project Trade Data Set Codebook, Version 4.0", url: "https://correlatesofwar.org"),
    ],
    pitfalls: [
      "flow1 is what the first state imports from the second, on the first state's own records: exports are the partner's "
        + "imports.",
      "China's flows and totals include Hong Kong's from 1999, so series do not compare across 1998/1999, and shares and "
        + "ratios differ from Beijing's own.",
      "-9 is missing in the dyadic file, an empty field in the national one; 0 is a recorded zero.",
      "Current US dollars: deflate before comparing with output in constant dollars.",
      "Version 3.0 codes Hong Kong as 710.1 in three rows, which are listed as rejected.",
    ],
    tables: ["dyadic_trade", "smoothed_trade", "national_trade"])

  /// Output and population.
  public static let sdpGDP = CatalogueEntry(
    name: "sdp-gdp",
    title: "Surplus Domestic Product: gross domestic product and population by state and year",
    publisher: "Therese Anders, Christopher J. Fariss and Jonathan N. Markowitz",
    home: "https://doi.org/10.1093/isq/sqaa013",
    releases: [Release("2020", years: 1816...2015, [FileRole("state years", "cow_sdp_gdp.csv", "*sdp_gdp*.csv")])],
    downloads: [],
    byHand:
      "Export the table cow_sdp_gdp of the R package peacesciencer (svmiller.com/peacesciencer) to cow_sdp_gdp.csv.",
    terms: Terms("Free for research with citation.", needAgreement: false),
    citations: [
      Citation(
        "anders2020", .article(journal: "International Studies Quarterly", volume: "64", issue: "2", pages: "392-405"),
        ["Anders, Therese", "Fariss, Christopher J.", "Markowitz, Jonathan N."], 2020,
        "Bread Before Guns or Butter: Introducing Surplus Domestic Product (SDP)", doi: "10.1093/isq/sqaa013")
    ],
    pitfalls: [
      "The columns are natural logarithms; they are stored as dollars and persons.",
      "States have Gleditsch-Ward numbers in spite of the column name ccode (Germany is 260 after 1990, Kiribati 970); they "
        + "are translated by the year.",
      "Estimates for states before independence are simulations.",
      "Constant 2011 US dollars: never divide trade in current dollars by them.",
    ],
    tables: ["economies"])

  /// Output per head at current prices.
  public static let wdiGDP = CatalogueEntry(
    name: "wdi-gdp",
    title: "World Development Indicators: GDP per capita (current US$)",
    publisher: "World Bank",
    home: "https://data.worldbank.org/indicator/NY.GDP.PCAP.CD",
    releases: [
      Release(
        "wdi",
        [
          FileRole(
            "gdp per head", "API_NY.GDP.PCAP.CD*.csv", .inside("API_NY.GDP.PCAP.CD*.zip", "API_NY.GDP.PCAP.CD*.csv"),
            "WDI_GDP.csv")
        ])
    ],
    downloads: [],
    byHand: "Take Download, CSV on the page and keep the archive's name.",
    terms: Terms("Creative Commons Attribution 4.0.", needAgreement: false),
    citations: [
      Citation(
        "worldbank2025", .report(institution: "World Bank"), ["{World Bank}"], 2025,
        "World Development Indicators, NY.GDP.PCAP.CD", url: "https://data.worldbank.org/indicator/NY.GDP.PCAP.CD")
    ],
    pitfalls: [
      "The version is the day of the last update that the file names.",
      "Current US dollars at market exchange rates: they go with trade in current dollars, and do not measure real growth.",
      "The publisher's figures are of today's territory: Germany before 1991, Pakistan before 1972 and Yemen before 1990 are left "
        + "out, and a code counts only in years in which the state had it (no Russia before 1991, no Soviet Union at all).",
      "Groups of states stand among the rows; they are counted in the notes and not stored.",
    ],
    tables: ["current_economies"])

  /// Sanction cases.
  public static let gsdb = CatalogueEntry(
    name: "gsdb",
    title: "Global Sanctions Data Base",
    publisher: "Felbermayr, Kirilakha, Syropoulos, Yalcin and Yotov; Drexel University",
    home: "https://www.globalsanctionsdatabase.com/data/",
    releases: [
      Release("5", [FileRole("cases", "GSDB_V5.csv")]),
      Release("4", years: 1949...2023, [FileRole("cases", "GSDB_V4.csv", .inside("gsdb_v4.zip", "GSDB_V4.csv"))]),
    ],
    downloads: [],
    byHand:
      "Ask for the data with the form on the page (title of the project, non-commercial use); the file comes by e-mail.",
    terms: Terms(
      "Free on request for non-commercial research with citation; not for redistribution.",
      address: "https://www.globalsanctionsdatabase.com/data/", needAgreement: true),
    citations: [
      Citation(
        "felbermayr2020", .article(journal: "European Economic Review", volume: "129", issue: nil, pages: "103561"),
        [
          "Felbermayr, Gabriel", "Kirilakha, Aleksandra", "Syropoulos, Constantinos", "Yalcin, Erdal", "Yotov, Yoto V.",
        ], 2020, "The Global Sanctions Data Base", doi: "10.1016/j.euroecorev.2020.103561")
    ],
    pitfalls: [
      "Senders and targets are names, lists of names, and organisations; blocs are expanded to their members at the start of "
        + "the case.",
      "A United Nations case counts every member at its start as a sender.",
      "Names that are no state and no bloc known here are listed in the notes, and the case is kept.",
      "An end in the last covered year means in force when coding ended.",
    ],
    tables: ["sanctions"])

  /// Income per head of the Maddison Project.
  public static let maddison = CatalogueEntry(
    name: "maddison",
    title: "Maddison Project: income per head and population",
    publisher: "Maddison Project, Groningen Growth and Development Centre",
    home: "https://www.rug.nl/ggdc/historicaldevelopment/maddison/",
    releases: [Release("2018", [FileRole("country years", "maddison-data.csv", "mpd*.csv")])],
    downloads: [],
    byHand: "Save the sheet \"Full data\" of mpd2018.xlsx as maddison-data.csv.",
    terms: Terms("CC BY 4.0.", address: "https://creativecommons.org/licenses/by/4.0/", needAgreement: false),
    citations: [
      Citation(
        "bolt2018", .report(institution: "Groningen Growth and Development Centre, research memorandum 174"),
        ["Bolt, Jutta", "Inklaar, Robert", "de Jong, Herman", "van Zanden, Jan Luiten"], 2018,
        "Rebasing 'Maddison': New Income Comparisons and the Shape of Long-run Economic Development")
    ],
    pitfalls: [
      "cgdppc compares levels between states, rgdpnapc growth within one; never mix the two in a series.",
      "Countries have today's ISO codes for all years; a former state and its heir can both have a series.",
      "Windows-1252 text; population is in thousands and stored as persons.",
    ],
    tables: ["maddison_incomes"])

  /// Military expenditure of SIPRI.
  public static let sipriMilex = CatalogueEntry(
    name: "sipri-milex",
    title: "SIPRI Military Expenditure Database, constant US dollars",
    publisher: "Stockholm International Peace Research Institute",
    home: "https://www.sipri.org/databases/milex",
    releases: [Release("to 2018", [FileRole("countries", "sipri-milex-data.csv", "SIPRI-Milex*.csv")])],
    downloads: [],
    byHand: "Save the sheet of constant US dollars of the workbook on the page as sipri-milex-data.csv.",
    terms: Terms(
      "Copyright SIPRI; free for non-commercial use with citation, larger extracts need permission.",
      address: "https://www.sipri.org/about/terms-and-conditions", needAgreement: true),
    citations: [
      Citation(
        "sipri-milex", .dataset, ["Stockholm International Peace Research Institute"], 2019,
        "SIPRI Military Expenditure Database", url: "https://www.sipri.org/databases/milex")
    ],
    pitfalls: [
      "Million constant US dollars of the base year of the edition: series of two editions do not mix.",
      "Blank and \". .\" are no estimate, \"xxx\" is no such state; neither is 0.",
      "Names, not codes, found by name and year.",
    ],
    tables: ["military_spending"])
}
