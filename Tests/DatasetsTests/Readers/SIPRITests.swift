import Record
import Testing

@testable import Datasets

@Suite struct SIPRITests {
  static let joined = """
    supplier,recipient,year,tiv,supplier_ccode,recipient_ccode
    Russia,China,2001,2495,365,710
    Soviet Union,China,1991,0,365,710
    United States,Northern Alliance (Afghanistan)*,2001,3,2,
    Turkey,Northern Cyprus,2000,1,640,352
    West Germany,Viet Nam,1980,2,260,816

    """
  /// To 2023: a title, lines of text padded with commas, a row of years with an empty first cell, a total.
  static let export = """
    "TIV of arms exports from Congo, Democratic Republic of the, 1990-1992",,,,
    A '0' indicates that the value of deliveries is less than 0.5m,,,,

    Generated: 28 July 2022,,,,
    ,1990,1991,1992,Total
    China,,260,0,260
    UAE,5,,,5
    ,,,,
    Total,5,260,0,265

    """
  /// From 2024: no partner in the title, a named first column, sums over ranges, partner in the row of totals.
  static let values = """
    Volume of transfers of major arms
    Figures are in millions of SIPRI trend-indicator values (TIVs).

    Source: SIPRI Arms Transfers Database (c) SIPRI.
    Supplier,2022,2023,2022-2023,Percentage,Sum total years,Percentage of total
    United States,430,459,889,63%,889,63%
    Germany,398,0 ,398,35%,398,35%
    Total exports to Israel,828,459,1287,100%,1287,

    """

  @Test func namesLeadToStates() throws {
    let contents = try read(.sipriArms, "dyad years", "sipri_tiv_dyad_year.csv", Self.joined, mode: .strict)
    let table = try table(Transfers.self, contents)
    #expect(table.suppliers == [365, 365, 2, 640, 260])
    #expect(table.recipients == [710, 710, 0, 0, 816])
    #expect(table.values == [2495, 0, 3, 1, 2])
    #expect(table.supplierNames[1] == "Soviet Union")
    #expect(contents.tables[0].years == 1980...2001)
    #expect(contents.version == "1980-2001")
    #expect(
      contents.notes.contains("Numbers in the file that the names do not bear out: Northern Cyprus (352, read as 0)."))
    #expect(contents.notes.contains { $0.hasPrefix("Parties that are no state, with number 0: Northern") })
  }

  @Test func anExportOfOneSupplier() throws {
    let contents = try read(.sipriArms, "exports", "TIV-Export-DRC-1990-1992.csv", Self.export, mode: .strict)
    let table = try table(Transfers.self, contents)
    #expect(table.years == [1990, 1991, 1992])
    #expect(Set(table.suppliers) == [490])
    #expect(table.recipients == [696, 710, 710])
    #expect(table.values == [5, 260, 0])
    #expect(contents.tables[0].years == 1990...1992)
  }

  @Test func anExportOfOneRecipientInTheNewLayout() throws {
    let contents = try read(.sipriArms, "exports", "import-export-values.csv", Self.values, mode: .strict)
    let table = try table(Transfers.self, contents)
    #expect(table.suppliers == [2, 255, 2, 255])
    #expect(Set(table.recipients) == [666])
    #expect(table.values == [430, 398, 459, 0])
  }

  @Test func severalExportsAreOneTable() throws {
    let contents = try read(
      .sipriArms,
      [
        ("exports", "TIV-Export-DRC-1990-1992.csv", Self.export), ("exports", "import-export-values.csv", Self.values),
      ])
    #expect(try table(Transfers.self, contents).count == 7)
    #expect(contents.tables[0].years == 1990...2023)
  }

  @Test(arguments: [
    "Exports by,2021,2022\nUnited States,1,2\nTotal world export,1,2\n", "a,b\n1,2\n", "", "Recipient,2021\nFrance,1\n",
  ])
  func aTableThatNamesNoPartnerIsRefused(text: String) {
    #expect(ValueTableHead(text) == nil)
    #expect(throws: DatasetError.self) { try read(.sipriArms, "exports", "TIV-Export-X.csv", text) }
  }

  @Test func anUnreadableValueRejectsTheRow() throws {
    let contents = try read(.sipriArms, "exports", "TIV.csv", Self.export.replacing("UAE,5", with: "UAE,five"))
    #expect(contents.rejected.listed.map(\.column) == ["1990"])
    #expect(contents.rejected.listed.map(\.line) == [7])
  }
}
