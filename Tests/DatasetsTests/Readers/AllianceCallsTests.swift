import Record
import Testing

@testable import Datasets

@Suite struct AllianceCallsTests {
  static let header =
    "sample,warid,atopid,warname,multilateral,honorBF,violateBF,honorLLM,violateLLM,defense,offense,neutral,nonagg,consul\n"
  static let calls =
    header + "1.0,53,3030.0,WorldWarII,0,1.0,,1.0,,1.0,1.0,0.0,0.0,0.0\n"
    + "0.0,76,3200.0,China-Vietnam1979,0,,,,,1.0,0.0,0.0,1.0,0.0\n0.0,8,1150.0,Crimean1853-1856,1,,1.0,,,0.0,0.0,1.0,0.0,0.0\n"

  @Test func outcomesByCoder() throws {
    let contents = try read(
      .allianceCalls, "calls", "BerkemeierFuhrmannRAP2018_0303.csv", Self.calls, mode: .strict)
    let table = try table(AllianceCalls.self, contents)
    #expect(table.alliances == [3030, 3200, 1150])
    #expect(table.startYears == [1939, 1979, 1853])
    #expect(table.outcomesLeeds == [1, 2, 2])
    #expect(table.outcomesBerkemeier == [1, 2, 0])
    #expect(table.multilateralWars == [0, 0, 1])
    #expect(ObligationKinds(rawValue: table.kinds[0]) == [.defense, .offense])
  }

  @Test func aWarWithoutAYearAndASecondRowAreRejected() throws {
    let contents = try read(
      .allianceCalls, "calls", "BerkemeierFuhrmannRAP2018_0303.csv",
      Self.calls
        + "0.0,9,1150.0,SomeWar,1,,,,,0.0,0.0,1.0,0.0,0.0\n0.0,8,1150.0,Crimean1853-1856,1,,,,,0.0,0.0,1.0,0.0,0.0\n")
    #expect(contents.rejected.listed.map(\.line).sorted() == [5, 6])
  }

  @Test(arguments: [("WorldWarI", 1914), ("Korean_1950-53", 1950), ("France-Turkey 1919-21", 1919), ("War12", nil)])
  func yearsOfWars(name: String, year: Int?) { #expect(Reading.year(ofWar: name) == year) }
}
