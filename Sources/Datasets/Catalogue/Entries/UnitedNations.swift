extension CatalogueEntry {
  /// Roll calls of the General Assembly as coded by Voeten, Strezhnev and Bailey.
  public static let unVotes = CatalogueEntry(
    name: "un-votes",
    title: "United Nations General Assembly Voting Data",
    publisher: "Erik Voeten, Anton Strezhnev and Michael Bailey, Harvard Dataverse",
    home: "https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ",
    releases: [
      Release(
        "votes with roll-call file",
        [
          FileRole("votes", "UNVotes.csv"),
          FileRole("roll calls", "UNVotes_rollcalls.csv"),
          FileRole("matches", "Matches.csv", required: false),
        ]),
      Release(
        "one file",
        [
          FileRole("complete votes", "UNVotes-*.csv", "*completeVotes*.csv"),
          FileRole("matches", "Matches.csv", required: false),
        ]),
    ],
    downloads: [
      Download(
        .dataverse(
          host: "dataverse.harvard.edu", doi: "doi:10.7910/DVN/LEJUQZ", names: ["UNVotes*.csv"], pinned: 6_358_426),
        as: "UNVotes-1.csv", version: "one file", .medium),
      Download(
        .fixed(
          "https://raw.githubusercontent.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points/master/"
            + "Data/Matches.csv"),
        as: "Matches.csv", version: "one file", .weak, required: false),
    ],
    byHand:
      "Fetch UNVotes-1.csv from the page; the newest releases hold ideal points only, so look in the versions tab.",
    terms: Terms("Public domain dedication (CC0 1.0); please cite.", needAgreement: false),
    citations: [
      Citation(
        "voeten-unvotes", .dataset, ["Voeten, Erik", "Strezhnev, Anton", "Bailey, Michael"], 2009,
        "United Nations General Assembly Voting Data", doi: "10.7910/DVN/LEJUQZ"),
      Citation(
        "bailey2017", .article(journal: "Journal of Conflict Resolution", volume: "61", issue: "2", pages: "430-456"),
        ["Bailey, Michael A.", "Strezhnev, Anton", "Voeten, Erik"], 2017,
        "Estimating Dynamic State Preferences from United Nations Voting Data", doi: "10.1177/0022002715595700"),
    ],
    pitfalls: [
      "To session 51, and to session 57 for days 1 to 7, the day of a date is the number of the weekday: only the month can be "
        + "trusted.",
      "Roll calls that a later release added (sessions 52 to 74) have no rows for absent states: a state without a row is "
        + "unknown, not absent.",
      "Importance is coded from session 38 on and not for most votes on amendments and paragraphs; an empty field is "
        + "not coded, not unimportant.",
      "China's seat is 713 to 1971 and 710 after; 365 is the Soviet Union and Russia; 255 is Germany from session 45.",
      "Numbers above 9000 are roll calls of emergency special sessions, counted to the session of their time.",
    ],
    tables: ["roll_calls", "resolution_matches"])

  /// Votes on adopted resolutions as published by the Dag Hammarskjöld Library.
  public static let undlVotes = CatalogueEntry(
    name: "undl-votes",
    title: "United Nations General Assembly Voting Data (UN Digital Library)",
    publisher: "United Nations, Dag Hammarskjöld Library",
    home: "https://digitallibrary.un.org/record/4060887",
    releases: [Release("dated", [FileRole("votes", "*_ga_voting*.csv", "*ga_voting*.csv")])],
    downloads: [
      Download(
        .linked(
          page: "https://digitallibrary.un.org/record/4060887", pattern: "*_ga_voting.csv",
          fallback: "https://digitallibrary.un.org/record/4060887/files/2026_02_06_ga_voting.csv"),
        as: "2026_02_06_ga_voting.csv", version: "dated", .strong)
    ],
    byHand: "Fetch the newest file whose name ends in _ga_voting.csv from the record.",
    terms: Terms(
      "© United Nations. Non-commercial use with attribution.",
      address: "https://digitallibrary.un.org/pages/?ln=en&page=tos", needAgreement: true),
    citations: [
      Citation(
        "undl-votes", .dataset, ["United Nations Dag Hammarskjöld Library"], 2026, "General Assembly Voting Data",
        url: "https://digitallibrary.un.org/record/4060887")
    ],
    pitfalls: [
      "Only resolutions adopted by a recorded vote: no paragraphs, no amendments, no failed drafts, so agreement is "
        + "higher than in un-votes.",
      "Importance and issues are not coded.",
      "A state that did not vote (X) may have been absent or chosen not to take part; both are read as absent.",
      "States have the ISO 3166 alpha-3 code of their time; CHN before 25 October 1971 is the seat held by Taiwan (713).",
      "The file's name carries its date, so addresses go stale.",
    ],
    tables: ["roll_calls"])
}
