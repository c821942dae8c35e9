import Datasets
import Record
import StateSystem
import Testing

@Suite(.publishedData) struct TradeDataTests {
  /// Year, then imports CHN from USA, USA from CHN, CHN from RUS, RUS from CHN, USA from RUS, RUS from USA.
  static let flows: [[Double]] = [
    [1990, 6591, 16296, 2213, 2253, 1168, 3396],
    [1991, 8010, 20305, 2081, 2006, 915, 3935],
    [1992, 8903, 27412, 3512, 1669, 511, 2885],
    [1993, 10633, 33513, 4986, 2335, 1847, 2304],
    [1994, 13977, 41362, 3466, 952, 3436, 2071],
    [1995, 16123, 48521, 3799, 864, 4270, 2651],
    [1996, 16179, 54409, 5156, 996, 3745, 2896],
    [1997, 16290, 65832, 4084, 1261, 4524, 4061],
    [1998, 16997, 75109, 3627, 1146, 6008, 4052],
    [1999, 32310, 98678, 4537, 893, 6094, 2387],
    [2000, 36977, 119416, 6166, 951, 7830, 2703],
    [2001, 39806, 120747, 8240, 1625, 6532, 3199],
    [2002, 39178, 144573, 8728, 2392, 7146, 2923],
    [2003, 46830, 173973, 10230, 3278, 9085, 2931],
    [2004, 59385, 221882, 12575, 4744, 12560, 3205],
  ]

  @Test func theTrianglesFlows() throws {
    let table = try SharedDatasets.table(Trade.self, of: .cowTrade)
    func imports(of importer: StateID, from exporter: StateID, _ year: Int) throws -> Double {
      let dyad = try #require(Dyad(importer, exporter))
      let row = try #require(table.row(of: dyad, in: Year(year)))
      return importer == dyad.first ? table.importsOfFirst[row] : table.importsOfSecond[row]
    }
    for row in Self.flows {
      let year = Int(row[0])
      #expect(try imports(of: 710, from: 2, year) == row[1], "\(year)")
      #expect(try imports(of: 2, from: 710, year) == row[2], "\(year)")
      #expect(try imports(of: 710, from: 365, year) == row[3], "\(year)")
      #expect(try imports(of: 365, from: 710, year) == row[4], "\(year)")
      #expect(try imports(of: 2, from: 365, year) == row[5], "\(year)")
      #expect(try imports(of: 365, from: 2, year) == row[6], "\(year)")
    }
  }

  static let nationalExports: [(year: Int16, exports: Double)] = [
    (1990, 62756.12),
    (1991, 71963.17),
    (1992, 85617.88),
    (1993, 91692.19),
    (1994, 120865.75),
    (1995, 148957.95),
    (1996, 151164.64),
    (1997, 182922.64),
    (1998, 183748.83),
    (1999, 370912.03),
    (2000, 454001.69),
    (2001, 459096.22),
    (2002, 528433.38),
    (2003, 664943.75),
    (2004, 855881.69),
  ]

  @Test func chinasExports() throws {
    let table = try SharedDatasets.table(NationalTrade.self, of: .cowTrade)
    for (year, exports) in Self.nationalExports {
      let row = try #require(table.years.indices.first { table.states[$0] == 710 && table.years[$0] == year })
      #expect(abs(table.exports[row] - exports) < 0.006, "\(year)")
    }
    #expect(table.imports.count { $0.isNaN } == 1_548)
    #expect(table.exports.count { $0.isNaN } == 821)
  }

  @Test func missingFlowsAndOrder() throws {
    let table = try SharedDatasets.table(Trade.self, of: .cowTrade)
    #expect(table.count == 673_654)
    #expect(table.importsOfFirst.count { $0.isNaN } == 22_937)
    #expect(table.importsOfSecond.count { $0.isNaN } == 27_896)
    let keys = table.years.indices.map {
      (Int(table.years[$0]) * 1_000 + Int(table.firsts[$0])) * 1_000 + Int(table.seconds[$0])
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(table.firsts, table.seconds).allSatisfy { $0 < $1 })
  }

  @Test func versionThreeListsHongKong() throws {
    let contents = try SharedDatasets.read(.cowTrade, version: "3.0", mode: .collect)
    #expect(contents.version == "3.0")
    #expect(contents.rowsRead == 540_504)
    #expect(contents.rejected.total == 3)
    #expect(contents.rejected.listed.allSatisfy { $0.column == "ccode1" && $0.found.contains("710.1") })
    #expect(throws: DatasetError.self) { try SharedDatasets.read(.cowTrade, version: "3.0") }
  }
}
