import Datasets
import Record
import Testing

@Suite struct StateYearTablesTests {
  @Test func countriesWithoutANumberAreCounted() throws {
    let text = """
      country_name,country_text_id,country_id,year,COWcode,v2x_polyarchy,v2x_libdem
      Mexico,MEX,3,2024,70,0.5,
      Hong Kong,HKG,167,2024,,0.2,0.1

      """
    let contents = try read(.vdem, "country years", "V-Dem-CY-Core-v15.csv", text, mode: .strict)
    let table = try table(DemocracyIndices.self, contents)
    #expect(table.states == [70])
    #expect(table.polyarchy == [0.5])
    #expect(table.liberal[0].isNaN)
    #expect(contents.version == "15")
    #expect(contents.rowsRead == 1)
    #expect(contents.notes == ["Rows without a Correlates of War number, not stored: 1 (Hong Kong)."])
  }

  @Test func rivalriesToTheLastYearAreOngoing() throws {
    let text = """
      tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin
      1,China-United States 2,2,710,1996,2020,1,,1,,1,
      2,China-USSR,365,710,1958,1989,1,1,1,1,,1

      """
    let contents = try read(.tssRivalries, "rivalries", "tss_rivalries.csv", text, mode: .strict)
    let table = try table(Rivalries.self, contents)
    #expect(table.ongoing == [1, 0])
    #expect(table.kinds == [21, 47])
    #expect(contents.tables[0].years == 1494...2020)
  }

  @Test func aRivalryThatEndsBeforeItBeginsIsRejected() throws {
    let text = """
      tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin
      1,China-United States 2,2,710,1996,2020,1,,1,,1,
      2,A-B,365,710,1989,1958,1,1,1,1,,1

      """
    #expect(try read(.tssRivalries, "rivalries", "tss_rivalries.csv", text).rejected.listed.map(\.line) == [3])
  }
}
