extension CatalogueEntry {
  /// National material capabilities and CINC.
  public static let cowCapabilities = CatalogueEntry(
    name: "cow-nmc",
    title: "National Material Capabilities",
    publisher: "Correlates of War Project",
    home: "https://correlatesofwar.org/data-sets/national-material-capabilities/",
    releases: [
      Release(
        "7.0", years: 1816...2022,
        [
          FileRole(
            "capabilities", "NMC-70-abridged.csv", "NMC_v7*.csv",
            .inside("NMCv7*.zip", "NMC-v7-abridged.zip", "NMC-70-abridged.csv"),
            .inside("NMC-v7-abridged.zip", "NMC-70-abridged.csv"))
        ]),
      Release(
        "6.0", years: 1816...2016,
        [
          FileRole(
            "capabilities", "NMC-60-abridged.csv",
            .inside("NMC_Documentation*6.0.zip", "NMC-60-abridged.zip", "NMC-60-abridged.csv"),
            .inside("NMC-60-abridged.zip", "NMC-60-abridged.csv"))
        ]),
      Release(
        "5.0", years: 1816...2012,
        [FileRole("capabilities", "NMC_5_0.csv", .inside("NMC_5_0.zip", "NMC_5_0.csv"))]),
    ],
    downloads: [
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/NMCv7.zip"), as: "NMCv7.zip", version: "7.0", .strong),
      Download(
        .fixed("https://correlatesofwar.org/wp-content/uploads/NMC_Documentation-6.0.zip"),
        as: "NMC_Documentation-6.0.zip", version: "6.0", .medium),
    ],
    byHand: correlatesOfWarByHand, terms: .correlatesOfWar,
    citations: [
      Citation(
        "singer1972",
        .chapter(
          book: "Peace, War, and Numbers", editors: ["Russett, Bruce"], publisher: "Sage", pages: "19-48"),
        ["Singer, J. David", "Bremer, Stuart", "Stuckey, John"], 1972,
        "Capability Distribution, Uncertainty, and Major Power War, 1820-1965"),
      Citation(
        "singer1987", .article(journal: "International Interactions", volume: "14", issue: "2", pages: "115-132"),
        ["Singer, J. David"], 1987,
        "Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816-1985",
        doi: "10.1080/03050628808434695"),
    ],
    pitfalls: [
      "-9 is missing; a component can be missing where CINC is not.",
      "Military expenditure is in current pounds to 1913 and current dollars from 1914, so it is no series across 1914.",
      "The version column of release 5.0 says 2011; the version is told by the last year instead.",
      "CINC puts China above the United States from 1995 to 2001: it counts heads and tonnes, not technology. Show spending and output beside it.",
    ],
    tables: ["capabilities"])

  /// Deliveries of major conventional arms.
  public static let sipriArms = CatalogueEntry(
    name: "sipri-arms",
    title: "SIPRI Arms Transfers Database: trend-indicator values by supplier, recipient and year",
    publisher: "Stockholm International Peace Research Institute",
    home: "https://armstransfers.sipri.org/",
    releases: [
      Release("one table", [FileRole("dyad years", "sipri_tiv_dyad_year*.csv")]),
      Release(
        "exports by supplier",
        [FileRole("exports", "TIV-Export-*.csv", "import-export-values*.csv", repeated: true)]),
    ],
    downloads: [],
    byHand:
      "On the page choose Import/Export values, one supplier at a time with all its recipients and all years, and save "
      + "each table as TIV-Export-XXX.csv in one folder.",
    terms: Terms(
      "© SIPRI. Free for non-commercial use with attribution; reproducing more than 10 % of a dataset, and any commercial "
        + "use, needs permission.",
      address: "https://www.sipri.org/about/terms-and-conditions", needAgreement: true),
    citations: [
      Citation(
        "sipri-arms", .dataset, ["Stockholm International Peace Research Institute"], 2022,
        "SIPRI Arms Transfers Database", url: "https://www.sipri.org/databases/armstransfers")
    ],
    pitfalls: [
      "Trend-indicator values measure volume, not money, and cannot be set against trade.",
      "0 is a delivery below half a million; an empty cell is no known delivery.",
      "The Soviet Union and Russia are two suppliers in the source and one state (365) here.",
      "Rebel groups and organisations keep their names and have no state number.",
      "With tables of single suppliers only those suppliers are known: a recipient's total then is not the world's.",
    ],
    tables: ["arms_transfers"])
}
