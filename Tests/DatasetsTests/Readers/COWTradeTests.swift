import Datasets
import Record
import StateSystem
import Testing

@Suite struct COWTradeTests {
  static let official = """
    ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,spike1,spike2,dip1,dip2,trdspike,tradedip,bel_lux_alt_flow1,bel_lux_alt_flow2,china_alt_flow1,china_alt_flow2,source1,source2,version
    2,20,2014,United States of America,Canada,354000.5,236000,1,2,3,0,0,0,0,0,0,-9,-9,-9,-9,1,1,4
    2,20,1920,United States of America,Canada,611.86,735.48,1,2,3,0,0,0,0,0,0,-9,-9,-9,-9,1,1,4
    365,710,1920,Russia,China,-9,0,-9,-9,-9,0,0,0,0,0,0,-9,-9,-9,-9,-9,1,4
    710,2,1920,China,United States of America,5,7,-9,-9,-9,0,0,0,0,0,0,-9,-9,-9,-9,-9,1,4

    """

  @Test func rowsAreOrderedByYearAndDyad() throws {
    let contents = try read(.cowTrade, "dyadic trade", "Dyadic_COW_4.0.csv", Self.official, mode: .strict)
    let table = try table(Trade.self, contents)
    #expect(table.years == [1920, 1920, 1920, 2014])
    #expect(table.firsts == [2, 2, 365, 2])
    #expect(table.seconds == [20, 710, 710, 20])
    #expect(contents.version == "4.0")
    #expect(contents.tables[0].years == 1870...2014)
    #expect(table.rows(of: 1920) == 0..<3)
    let dyad = try #require(Dyad(710, 365))
    #expect(table.row(of: dyad, in: 1920) == 2)
  }

  @Test func aDyadWrittenTheOtherWayRoundIsTurned() throws {
    let table = try table(Trade.self, try read(.cowTrade, "dyadic trade", "Dyadic_COW_4.0.csv", Self.official))
    let dyad = try #require(Dyad(2, 710))
    let row = try #require(table.row(of: dyad, in: 1920))
    #expect(table.importsOfFirst[row] == 7)
    #expect(table.importsOfSecond[row] == 5)
  }

  @Test func missingIsNotZero() throws {
    let table = try table(Trade.self, try read(.cowTrade, "dyadic trade", "Dyadic_COW_4.0.csv", Self.official))
    #expect(table.importsOfFirst[2].isNaN)
    #expect(table.importsOfSecond[2] == 0)
  }

  @Test func hongKongInVersionThreeIsRejectedAndListed() throws {
    let text = """
      ccode1,ccode2,year,importer1,importer2,flow1,flow2,source1,source2
      2,20,2009,United States of America,Canada,1,2,1,1
      710.1,713,2009,Hong Kong,Taiwan,29445.23,1122.556,13,13

      """
    let contents = try read(.cowTrade, "dyadic trade", "dyadic_trade_3.0.csv", text)
    #expect(contents.version == "3.0")
    #expect(contents.rejected.total == 1)
    #expect(contents.rejected.listed.first?.line == 3)
    #expect(contents.rejected.listed.first?.column == "ccode1")
  }

  @Test(arguments: [
    "2,20,1920,a,b,1,2,,,,,,,,,,,,,,,,\n", "2,2,1921,a,b,1,2,,,,,,,,,,,,,,,,\n", "2,20,1922,a,b,-3,2,,,,,,,,,,,,,,,,\n",
    "2,,1922,a,b,3,2,,,,,,,,,,,,,,,,\n", "2,20,0,a,b,3,2,,,,,,,,,,,,,,,,\n", "2,20,1922,a,b,1e300,2,,,,,,,,,,,,,,,,\n",
  ])
  func badRowsAreRejected(row: String) throws {
    let contents = try read(.cowTrade, "dyadic trade", "Dyadic_COW_4.0.csv", Self.official + row)
    #expect(contents.rejected.total == 1)
    #expect(contents.rejected.listed.first?.line == 6)
    #expect(try table(Trade.self, contents).count == 4)
    #expect(contents.rowsRead == 4)
  }

  @Test func nationalTotalsAreReadBeside() throws {
    let national = """
      ccode,statename,stateabb,year,imports,exports,alt_imports,alt_exports,source1,source2,version
      2,United States of America,USA,1870,450,418,,,1,1,4
      2,United States of America,USA,1871,,-9,,,1,1,4

      """
    let contents = try read(
      .cowTrade,
      [("dyadic trade", "Dyadic_COW_4.0.csv", Self.official), ("national trade", "National_COW_4.0.csv", national)])
    let table = try table(NationalTrade.self, contents)
    #expect(table.states == [2, 2])
    #expect(table.imports[0] == 450 && table.exports[0] == 418)
    #expect(table.imports[1].isNaN && table.exports[1].isNaN)
  }

  @Test func chinaCarriesItsCaveat() {
    let caveats = Caveat.applying(to: "cow-trade", states: [365, 710], years: 1996...2001)
    #expect(caveats.map(\.id) == ["china-includes-hong-kong"])
    #expect(Caveat.applying(to: "cow-trade", states: [365, 710], years: 1990...1998).isEmpty)
    #expect(Caveat.applying(to: "cow-trade", states: [365, 2], years: 1996...2001).isEmpty)
  }
}
