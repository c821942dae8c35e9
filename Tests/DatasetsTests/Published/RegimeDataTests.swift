import Datasets
import Record
import Testing

@Suite(.publishedData) struct RegimeDataTests {
  /// Year, then the polyarchy index of USA, RUS, CHN.
  static let polyarchy: [[Double]] = [
    [1990, 0.866, 0.236, 0.094],
    [1991, 0.865, 0.255, 0.094],
    [1992, 0.869, 0.498, 0.097],
    [1993, 0.868, 0.479, 0.101],
    [1994, 0.868, 0.477, 0.101],
    [1995, 0.868, 0.476, 0.102],
    [1996, 0.867, 0.463, 0.102],
    [1997, 0.866, 0.458, 0.102],
    [1998, 0.867, 0.458, 0.102],
    [1999, 0.87, 0.462, 0.102],
    [2000, 0.868, 0.407, 0.101],
    [2001, 0.821, 0.38, 0.101],
    [2002, 0.826, 0.351, 0.102],
    [2003, 0.859, 0.339, 0.102],
    [2004, 0.862, 0.326, 0.103],
  ]

  @Test func democracy() throws {
    let table = try SharedDatasets.table(DemocracyIndices.self, of: .vdem)
    for row in Self.polyarchy {
      for (state, expected) in zip([2, 365, 710] as [UInt16], row.dropFirst()) {
        let i = try #require(
          table.states.indices.first { table.states[$0] == state && Double(table.years[$0]) == row[0] })
        #expect(table.polyarchy[i] == expected, "\(state) in \(row[0])")
      }
    }
    #expect(try SharedDatasets.contents(of: .vdem).version == "15")
  }

  @Test func russiasPolityRunsThroughTheSovietUnion() throws {
    let table = try SharedDatasets.table(PolityScores.self, of: .polity5)
    func polity2(_ state: UInt16, _ year: Int16) throws -> Int16 {
      table.polity2[try #require(table.states.indices.first { table.states[$0] == state && table.years[$0] == year })]
    }
    for year in 1992...2004 { #expect(try polity2(365, Int16(year)) == (year == 1992 ? 5 : year < 2000 ? 3 : 6)) }
    for year in 1990...2004 {
      #expect(try polity2(2, Int16(year)) == 10)
      #expect(try polity2(710, Int16(year)) == -7)
    }
    #expect(try polity2(365, 1980) == -7)
    let russia = table.years.indices.filter { table.states[$0] == 365 }.map { table.years[$0] }
    #expect(russia == Array(1800...2018))
  }

  @Test func noStateHasTwoScoresInAYear() throws {
    let table = try SharedDatasets.table(PolityScores.self, of: .polity5)
    let keys = table.years.indices.map { Int(table.states[$0]) * 10_000 + Int(table.years[$0]) }
    #expect(Set(keys).count == keys.count)
    #expect(table.count == 17_491)
    #expect(table.polity.count { $0 == -66 } == 260)
  }

  @Test func outputIsThatOfTheStateOfTheTime() throws {
    let table = try SharedDatasets.table(Economies.self, of: .sdpGDP)
    func population(_ state: UInt16, _ year: Int16) -> Double? {
      table.states.indices.first { table.states[$0] == state && table.years[$0] == year }.map { table.population[$0] }
    }
    let i = try #require(table.states.indices.first { table.states[$0] == 2 && table.years[$0] == 2_001 })
    #expect(abs(table.gdp[i] / 1.49e13 - 1) < 0.01)
    let germany = try #require(population(255, 2_001))
    #expect(germany > 7e7 && germany < 9e7)
    #expect(population(260, 2_001) == nil)
    let nauru = try #require(population(970, 2_010))
    let kiribati = try #require(population(946, 2_010))
    #expect(nauru < 20_000 && kiribati > 80_000)
  }

  @Test func rivalries() throws {
    let table = try SharedDatasets.table(Rivalries.self, of: .tssRivalries)
    func spells(_ a: UInt16, _ b: UInt16) -> [ClosedRange<Int16>] {
      table.ids.indices.filter { table.firsts[$0] == a && table.seconds[$0] == b && table.endYears[$0] >= 1945 }
        .map { table.startYears[$0]...table.endYears[$0] }
    }
    #expect(table.count == 264)
    #expect(spells(365, 710) == [1816...1949, 1958...1989])
    #expect(spells(2, 710) == [1949...1972, 1996...2020])
    #expect(spells(2, 365) == [1945...1989, 2007...2020])
  }

  @Test func systemAndMajorPowers() throws {
    let members = try SharedDatasets.table(SystemMembers.self, of: .cowStates)
    #expect(members.count == 243)
    #expect(Set(members.states).count == 217)
    #expect(members.ends.count { $0 == .max } == 195)
    let majors = try SharedDatasets.table(MajorPowers.self, of: .cowMajors)
    #expect(majors.count == 14)
    #expect(majors.ends.count { $0 == .max } == 7)
  }
}
