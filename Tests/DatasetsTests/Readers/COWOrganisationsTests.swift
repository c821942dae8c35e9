import Datasets
import Record
import Testing

@Suite struct COWOrganisationsTests {
  static let text = """
    ccode,year,state,UN,SCO,WTO
    710,2001,china,1,1,1
    365,2001,russia,1,1,3
    2,2001,usa,1,0,1
    2,1900,usa,-1,-1,-1
    20,1965,canada,2,-9,

    """

  @Test func codesAreKeptApart() throws {
    let contents = try read(.cowOrganisations, "state years", "state_year_formatv3.csv", Self.text, mode: .strict)
    let table = try table(Memberships.self, contents)
    #expect(table.organisations.strings == ["UN", "SCO", "WTO"])
    #expect(table.years == [1900, 1965, 2001, 2001, 2001])
    #expect(table.states == [2, 20, 2, 365, 710])
    #expect(table.codes == [255, 255, 255, 2, 254, 254, 1, 0, 1, 1, 1, 3, 1, 1, 1])
  }

  @Test func anUnknownCodeRejectsTheRow() throws {
    let contents = try read(
      .cowOrganisations, "state years", "state_year_formatv3.csv", Self.text + "20,1966,canada,4,0,0\n")
    #expect(contents.rejected.listed.map(\.column) == ["UN"])
    #expect(try table(Memberships.self, contents).count == 5)
  }

  @Test func aFileWithoutOrganisationsIsRefused() {
    #expect(throws: DatasetError.self) {
      try read(.cowOrganisations, "state years", "state_year_formatv3.csv", "ccode,year,state\n2,2000,usa\n")
    }
  }
}
