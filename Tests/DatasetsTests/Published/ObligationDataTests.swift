import Datasets
import Record
import Testing

@Suite(.publishedData) struct ObligationDataTests {
  /// Kinds of obligation of a directed dyad by year.
  static func years(_ from: UInt16, _ to: UInt16) throws -> [Int16: ObligationKinds] {
    let table = try SharedDatasets.table(ObligationYears.self, of: .atop)
    let rows = table.years.indices.filter { table.obligors[$0] == from && table.beneficiaries[$0] == to }
    return Dictionary(uniqueKeysWithValues: rows.map { (table.years[$0], ObligationKinds(rawValue: table.kinds[$0])) })
  }

  @Test(arguments: [(365, 710), (710, 365)] as [(UInt16, UInt16)])
  func chinaAndRussia(from: UInt16, to: UInt16) throws {
    let years = try Self.years(from, to)
    for year in 1942...1945 { #expect(years[Int16(year)] == [.defense, .offense, .neutrality, .nonaggression]) }
    #expect(years[1950] == [.defense, .offense, .nonaggression])
    for year in 1951...1980 {
      let extra: ObligationKinds = (1962...1964).contains(year) ? [.consultation] : []
      #expect(years[Int16(year)] == ObligationKinds([.defense, .nonaggression]).union(extra), "\(year)")
    }
    for year in 1981...1991 { #expect(years[Int16(year)] == nil) }
    for year in 1992...2000 { #expect(years[Int16(year)] == [.nonaggression]) }
    for year in 2001...2018 { #expect(years[Int16(year)] == [.nonaggression, .consultation]) }
  }

  @Test func theUnitedStates() throws {
    let russia = try Self.years(2, 365)
    for year in 1975...2018 { #expect(russia[Int16(year)] == [.nonaggression]) }
    let china = try Self.years(2, 710)
    for year in 1962...1964 { #expect(china[Int16(year)] == [.consultation]) }
    for year in 2009...2018 { #expect(china[Int16(year)] == [.nonaggression]) }
    #expect(china[2000] == nil)
  }

  @Test func alliancesOfChinaAndRussia() throws {
    let table = try SharedDatasets.table(Alliances.self, of: .atop)
    func alliances(of state: UInt16) -> Set<Int32> {
      Set(table.members.indices.filter { table.members[$0] == state }.map { table.memberAlliances[$0] })
    }
    let both = alliances(of: 365).intersection(alliances(of: 710)).sorted()
    #expect(both == [1395, 2415, 2550, 3030, 3200, 3460, 3755, 4385, 4810, 4980, 6020])
    func dates(_ id: Int32) throws -> [Int] {
      let i = try #require(table.ids.firstIndex(of: id))
      return [
        Int(table.beginYears[i]), Int(table.beginMonths[i]), Int(table.beginDays[i]), Int(table.endYears[i]),
        Int(table.endMonths[i]), Int(table.endDays[i]),
      ]
    }
    #expect(try dates(3200) == [1950, 2, 14, 1980, 4, 11])
    #expect(try dates(4980) == [2001, 7, 16, 0, 0, 0])
    #expect(try dates(4385).prefix(4) == [1992, 12, 18, 2001])
  }

  @Test func theShapeOfTheFiles() throws {
    let contents = try SharedDatasets.contents(of: .atop)
    #expect(contents.version == "5.1+4.01")
    #expect(contents.tables.map(\.years) == [1815...2018, 1815...2016, 1815...2016])
    let table = try #require(contents.table(Alliances.self))
    #expect(table.count == 745 && table.members.count == 2_398)
    #expect(table.members.count { $0 == 0 } == 1)
    #expect(table.endYears.count { $0 == 0 } == 334)
    #expect(table.provisions.count == table.provisionNames.count * 745)
    let phases = try #require(contents.table(AlliancePhases.self))
    #expect(phases.count == 2_398 && phases.provisionNames.count == 88)
    #expect(phases.members.count { $0 == 8_152 } == 1)
    #expect(try #require(contents.table(ObligationYears.self)).count == 273_296)
  }
}
