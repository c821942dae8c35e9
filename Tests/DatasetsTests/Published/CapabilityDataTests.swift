import Datasets
import Record
import Testing

@Suite(.publishedData) struct CapabilityDataTests {
  /// Year, then CINC of USA, RUS, CHN.
  static let cinc: [[Double]] = [
    [1990, 0.1414, 0.1295, 0.1118],
    [1991, 0.1373, 0.1032, 0.1185],
    [1992, 0.1485, 0.0672, 0.1238],
    [1993, 0.1537, 0.058, 0.1317],
    [1994, 0.1459, 0.067, 0.1371],
    [1995, 0.1406, 0.0628, 0.1428],
    [1996, 0.1386, 0.0591, 0.1464],
    [1997, 0.1397, 0.0559, 0.1491],
    [1998, 0.1417, 0.0512, 0.1541],
    [1999, 0.1427, 0.0514, 0.1574],
    [2000, 0.1429, 0.0514, 0.1622],
    [2001, 0.1417, 0.0535, 0.1654],
    [2002, 0.1537, 0.0496, 0.1535],
    [2003, 0.1521, 0.0497, 0.1603],
    [2004, 0.1517, 0.0476, 0.168],
  ]

  @Test func shares() throws {
    let table = try SharedDatasets.table(Capabilities.self, of: .cowCapabilities)
    for row in Self.cinc {
      for (state, expected) in zip([2, 365, 710] as [UInt16], row.dropFirst()) {
        let i = try #require(
          table.states.indices.first { table.states[$0] == state && Double(table.years[$0]) == row[0] })
        #expect(abs(table.cinc[i] - expected) <= 0.000_051, "\(state) in \(row[0])")
      }
    }
    #expect(table.count == 17_121)
    #expect(table.militaryExpenditure.count { $0.isNaN } == 2_360)
    #expect(table.cinc.allSatisfy { !$0.isNaN })
  }

  @Test func theOlderReleaseDiffers() throws {
    let contents = try SharedDatasets.read(.cowCapabilities, version: "5.0")
    let table = try #require(contents.table(Capabilities.self))
    #expect(contents.version == "5.0")
    #expect(contents.tables[0].years == 1816...2012)
    #expect(table.count == 15_171)
    for (state, expected) in [(2, 0.14146), (365, 0.05353), (710, 0.16549)] as [(UInt16, Double)] {
      let i = try #require(table.states.indices.first { table.states[$0] == state && table.years[$0] == 2_001 })
      #expect(abs(table.cinc[i] - expected) < 0.000_006)
    }
  }

  /// Year, then deliveries RUS to CHN, USA to CHN, and of all suppliers to CHN.
  static let deliveries: [[Double]] = [
    [1990, 81, 0, 304],
    [1991, 260, 0, 483],
    [1992, 1023, 0, 1229],
    [1993, 1011, 0, 1239],
    [1994, 72, 35, 328],
    [1995, 498, 2, 740],
    [1996, 1241, 2, 1529],
    [1997, 732, 0, 954],
    [1998, 174, 0, 404],
    [1999, 1462, 0, 1752],
    [2000, 2231, 0, 2524],
    [2001, 2495, 0, 2817],
    [2002, 2536, 0, 2871],
    [2003, 2066, 0, 2334],
    [2004, 2872, 0, 3287],
  ]

  @Test func armsForChina() throws {
    let table = try SharedDatasets.table(Transfers.self, of: .sipriArms)
    #expect(table.count == 22_225)
    for row in Self.deliveries {
      func sum(_ isFrom: (UInt16) -> Bool) -> Double {
        table.values.indices
          .filter { Double(table.years[$0]) == row[0] && table.recipients[$0] == 710 && isFrom(table.suppliers[$0]) }
          .reduce(0) { $0 + table.values[$1] }
      }
      #expect(sum { $0 == 365 } == row[1], "\(row[0])")
      #expect(sum { $0 == 2 } == row[2], "\(row[0])")
      #expect(sum { _ in true } == row[3], "\(row[0])")
    }
  }

  @Test func theSitesOwnExportsEqualTheJoinedTable() throws {
    let joined = try SharedDatasets.table(Transfers.self, of: .sipriArms)
    let contents = try SharedDatasets.read(.sipriArms, version: "exports by supplier")
    let exports = try #require(contents.table(Transfers.self))
    #expect(contents.tables[0].years == 1950...2021)
    func lines(_ table: Transfers, of suppliers: Set<String>) -> [String] {
      table.years.indices.filter { suppliers.contains(table.supplierNames[$0]) }
        .map { "\(table.supplierNames[$0])>\(table.recipientNames[$0]) \(table.years[$0]) \(table.values[$0])" }
        .sorted()
    }
    let suppliers = Set(exports.supplierNames.strings)
    #expect(suppliers == ["China", "Russia", "Soviet Union", "United States"])
    #expect(lines(exports, of: suppliers) == lines(joined, of: suppliers))
  }
}
