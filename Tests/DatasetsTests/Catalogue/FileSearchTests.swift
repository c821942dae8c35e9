import Datasets
import Testing

@Suite struct FileSearchTests {
  let trade = CatalogueEntry.cowTrade

  @Test func theNewestWholeReleaseIsTaken() throws {
    let found = try trade.find(in: ["old/dyadic_trade_3.0.csv", "new/Dyadic_COW_4.0.csv", "README.md"])
    #expect(found.version == "4.0")
    #expect(found.files == [FoundFile(role: "dyadic trade", path: "new/Dyadic_COW_4.0.csv", members: [])])
    #expect(found.otherVersions == ["3.0"])
    #expect(found.absent == ["national trade"])
  }

  @Test func anOlderReleaseCanBeAskedFor() throws {
    let found = try trade.find(in: ["dyadic_trade_3.0.csv", "Dyadic_COW_4.0.csv"], version: "3.0")
    #expect(found.version == "3.0")
    #expect(found.otherVersions == ["4.0"])
  }

  @Test func oneArchiveCanHoldAllRoles() throws {
    let found = try trade.find(in: ["downloads/cow_trade_4.0.zip"])
    #expect(found.files.map(\.role) == ["dyadic trade", "national trade"])
    #expect(found.files.map(\.members) == [["Dyadic_COW_4.0.csv"], ["National_COW_4.0.csv"]])
  }

  @Test func ofSeveralFilesWithTheNameTheShortestPathIsTaken() throws {
    let found = try CatalogueEntry.cowWars.find(
      in: ["z/deep/er/Inter-StateWarData_v4.0.csv", "b/Inter-StateWarData_v4.0.csv", "a/Inter-StateWarData_v4.0.csv"])
    #expect(found.files.map(\.path) == ["a/Inter-StateWarData_v4.0.csv"])
  }

  @Test func aRepeatedRoleTakesAllFilesInOrder() throws {
    let found = try CatalogueEntry.sipriArms.find(in: ["TIV-Export-USA.csv", "TIV-Export-CHI.csv"])
    #expect(found.files.map(\.path) == ["TIV-Export-CHI.csv", "TIV-Export-USA.csv"])
  }

  @Test func aMissingFileIsNamedWithItsHome() {
    #expect {
      try trade.find(in: ["a.csv", "b.csv"])
    } throws: { error in
      let text = "\(error)"
      return text.contains("none of 2 files") && text.contains("Dyadic_COW_4.0*.csv")
        && text.contains("https://correlatesofwar.org/data-sets/bilateral-trade/") && text.contains("--from")
    }
  }

  @Test func halfAReleaseIsNone() {
    #expect(throws: DatasetError.self) { try CatalogueEntry.unVotes.find(in: ["UNVotes.csv"]) }
  }

  @Test func anUnknownVersionIsRefused() {
    #expect {
      try trade.find(in: ["Dyadic_COW_4.0.csv"], version: "9")
    } throws: { "\($0)" == "cow-trade: there is no version \"9\"; known are 4.0, 3.0" }
  }
}
