import Datasets
import Testing

/// Rows used and rejected for every dataset, against the inventory of the files.
@Suite(.publishedData) struct RowCountsTests {
  static let newest: [(name: String, rows: Int, rejected: Int)] = [
    ("un-votes", 1_197_958 + 6_203 + 955, 0), ("cow-states", 243, 0), ("cow-majors", 14, 0), ("cow-nmc", 17_121, 0),
    ("cow-trade", 673_654 + 14_410, 0), ("atop", 273_296 + 745 + 2_398, 0), ("cow-mid", 11_390 + 2_436, 0),
    ("gml-mid", 10_276 + 2_174, 0), ("cow-war", 337, 0), ("cow-igo", 15_557, 0), ("sipri-arms", 22_225, 0),
    ("gsdb", 1_547, 0), ("sdp-gdp", 27_753 - 89 - 413, 0), ("wdi-gdp", 266, 0), ("polity5", 17_574 - 7 - 76, 0),
    ("vdem", 27_913 - 845, 0), ("tss-rivalries", 264, 0), ("alliance-calls", 576, 0),
    ("cow-contiguity", 847, 0), ("cow-colonial-contiguity", 14_538, 0),
    ("cow-capitals", 242, 0), ("cow-mindist", 876_868, 0), ("archigos", 3_409, 0), ("lead", 3_409, 0),
    ("chisols", 9_703, 0), ("desta", 1_217, 0), ("td-rivalries", 197, 0), ("arms-races", 71, 0),
    ("icow-claims", 848, 0), ("icow-colonial-history", 217, 0), ("gw-states", 216, 0),
  ]

  @Test(arguments: newest)
  func rowsOf(name: String, rows: Int, rejected: Int) throws {
    let contents = try SharedDatasets.contents(of: try Catalogue.entry(named: name))
    #expect(contents.rowsRead == rows)
    #expect(contents.rejected.total == rejected)
    #expect(Set(contents.tables.map(\.name)) == Set(try Catalogue.entry(named: name).tables))
  }

  @Test(arguments: [
    ("cow-nmc", "5.0"), ("cow-trade", "3.0"), ("gml-mid", "2.03"), ("atop", "4.01"), ("gw-states", "2008"),
  ])
  func olderReleasesAreFoundBeside(name: String, version: String) throws {
    let entry = try Catalogue.entry(named: name)
    #expect(try entry.find(in: SharedDatasets.paths).otherVersions == [version])
    #expect(try entry.find(in: SharedDatasets.paths, version: version).version == version)
  }

  @Test func onlyTheDigitalLibrarysVotesAreNotThere() {
    let missing = Catalogue.all.filter { (try? $0.find(in: SharedDatasets.paths)) == nil }
    #expect(missing.map(\.name) == ["undl-votes"])
  }

  @Test func theSameTablesOnOneWorkerAndOnTwo() throws {
    let entry = CatalogueEntry.gsdb
    let found = try entry.find(in: SharedDatasets.paths)
    let files = found.files.map { InputFile($0, in: SharedDatasets.folder) }
    let one = try Reader.read(entry, files: files, workers: 1)
    let two = try Reader.read(entry, files: files, workers: 2)
    for (a, b) in zip(one.tables, two.tables) { #expect(a.table.columns == b.table.columns) }
  }
}
