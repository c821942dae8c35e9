import Testing

@testable import Datasets

@Suite struct FilePlaceTests {
  @Test(arguments: [
    ("a/b/UNVotes.csv", "UNVotes.csv", true), ("unvotes.CSV", "UNVotes.csv", true),
    ("x/UNVotes.csv.gz", "UNVotes.csv", true), ("UNVotes_rollcalls.csv", "UNVotes.csv", false),
    ("C:\\data\\NMC_5_0.csv", "NMC_5_0.csv", true), ("Dyadic_COW_4.0.csv", "Dyadic_COW_4.0*.csv", true),
    ("Dyadic_COW_4.0_via_peacesciencer.csv.gz", "Dyadic_COW_4.0*.csv", true),
    ("Dyadic_COW_3.0.csv", "Dyadic_COW_4.0*.csv", false), ("2026_02_06_ga_voting.csv", "*_ga_voting*.csv", true),
    ("aXbXc", "a*b*c", true), ("abc", "a*b*c*", true), ("ab", "a*b*c", false), ("", "*", true), ("x", "", false),
    (".gz", "*.gz", true), ("data.csv.gz.gz", "data.csv", false),
  ])
  func patterns(path: String, pattern: String, isMatch: Bool) {
    #expect(FilePlace.matches(path, pattern: pattern) == isMatch)
  }

  @Test func aPatternOfManyStarsTakesNoTime() {
    let name = String(repeating: "a", count: 2_000)
    #expect(!FilePlace.matches(name, pattern: String(repeating: "*a", count: 20) + "b"))
  }
}
