import Datasets
import Record
import Testing

@Suite struct COWCapabilitiesTests {
  static let header = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"

  @Test func minusNineIsMissing() throws {
    let text =
      Self.header + "\"USA\",2,1816,3823,17,80,254,8659,101,.0396975,2011\nFRN,220,1943,-9,-9,0,1,2,3,-9,2011\n"
    let contents = try read(.cowCapabilities, "capabilities", "NMC_5_0.csv", text, mode: .strict)
    let table = try table(Capabilities.self, contents)
    #expect(table.cinc[0] == 0.0396975)
    #expect(table.militaryExpenditure[1].isNaN && table.cinc[1].isNaN)
    #expect(table.ironAndSteel[1] == 0)
    #expect(contents.version == "5.0")
  }

  @Test(arguments: [(2_012, "5.0", 2_012), (2_016, "6.0", 2_016), (2_022, "7.0", 2_022)])
  func theVersionIsToldByTheLastYear(year: Int, version: String, last: Int) throws {
    let text = Self.header + "USA,2,\(year),1,1,1,1,1,1,0.1,2011\n"
    let contents = try read(.cowCapabilities, "capabilities", "NMC.csv", text)
    #expect(contents.version == version)
    #expect(contents.tables[0].years == 1816...last)
  }

  @Test func aStateTwiceInAYearIsRejected() throws {
    let row = "USA,2,2000,1,1,1,1,1,1,0.1,7\n"
    let contents = try read(.cowCapabilities, "capabilities", "NMC.csv", Self.header + row + row)
    #expect(contents.rejected.listed.map(\.line) == [3])
    #expect(contents.rowsRead == 1)
  }

  @Test func aShareAboveOneIsRejected() throws {
    let text = Self.header + "USA,2,2000,1,1,1,1,1,1,0.1,7\nUSA,2,2001,1,1,1,1,1,1,14.1,7\n"
    let contents = try read(.cowCapabilities, "capabilities", "NMC.csv", text)
    #expect(contents.rejected.listed.map(\.column) == ["cinc"])
  }
}
