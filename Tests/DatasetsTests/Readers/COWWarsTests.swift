import Datasets
import Record
import Testing

@Suite struct COWWarsTests {
  static let header =
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,StartMonth2,"
    + "StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\n"
  static let text =
    header + "139,World War II,1,365,USSR,1,6,22,1941,5,7,1945,8,8,1945,8,14,1945,\"404, 410\",19,2,1,-8,7500000,4\n"
    + "139,World War II,1,220,France,1,9,3,1939,6,22,1940,-8,-8,-8,-8,-8,-8,-8,19,2,2,-8,-9,4\n"
    + "227,A War,1,2,USA,1,3,-9,2003,-7,-7,-7,-8,-8,-8,-8,-8,-8,-8,19,1,-9,-8,140,4\n"

  @Test(arguments: ["\n", "\r"])
  func spellsBecomeRows(newline: String) throws {
    let contents = try read(
      .cowWars, "inter-state wars", "Inter-StateWarData_v4.0.csv", Self.text.replacing("\n", with: newline),
      mode: .strict)
    let table = try table(Wars.self, contents)
    #expect(table.numbers == [139, 139, 139, 227])
    #expect(table.states == [365, 365, 220, 2])
    #expect(table.spells == [1, 2, 1, 1])
    #expect(table.startYears == [1941, 1945, 1939, 2003])
    #expect(table.startDays == [22, 8, 3, 0])
    #expect(table.endYears == [1945, 1945, 1940, 0])
    #expect(table.endMonths == [5, 8, 6, 0])
    #expect(table.initiator == [0, 0, 0, 1])
    #expect(table.outcomes == [1, 1, 2, -9])
    #expect(table.battleDeaths[0] == 7_500_000)
    #expect(table.battleDeaths[2].isNaN)
    #expect(contents.tables[0].years == 1816...2007)
  }

  @Test func aSpellWithoutAStartIsRejected() throws {
    let contents = try read(
      .cowWars, "inter-state wars", "Inter-StateWarData_v4.0.csv",
      Self.text + "1,X,1,2,USA,1,-9,-9,-9,1,1,1900,-8,-8,-8,-8,-8,-8,-8,1,1,1,-8,1,4\n")
    #expect(contents.rejected.listed.map(\.line) == [5])
    #expect(try table(Wars.self, contents).count == 4)
  }
}
