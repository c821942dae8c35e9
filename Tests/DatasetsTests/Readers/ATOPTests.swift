import Record
import Testing

@testable import Datasets

@Suite struct ATOPTests {
  static let dyads = """
    ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul
    365710,365,710,2001,1,0,0,0,1,1
    710365,710,365,2001,1,0,0,0,1,1
    2020,2,20,1950,1,1,0,0,0,1
    2020,2,20,2018,1,1,1,1,1,0

    """
  static let alliances = """
    atopid,cowid,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul,length,armred,mem1,mem2,mem3,version
    1005,,1815,1,3,1815,2,8,1,0,0,0,1,0,,200,220,,4.0100002
    4980,,2001,7,16,0,0,,0,0,0,1,1,240,1,365,710,,4.0100002

    """
  static let members = """
    atopid,cowid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul,version
    1005,,200,1815,1,3,1815,2,8,0,1,0,0,0,1,4.01
    1005,,8152,1815,1,3,1815,2,8,0,1,0,0,0,1,4.01
    4980,,365,2001,7,16,0,0,0,0,0,0,0,1,1,4.01
    4980,,,2001,7,,0,0,0,0,0,0,0,1,1,4.01

    """

  @Test func dyadYearsAreOrderedAndCarryBits() throws {
    let contents = try read(.atop, "directed dyad years", "atop5_1ddyr.csv", Self.dyads, mode: .strict)
    let table = try table(ObligationYears.self, contents)
    #expect(table.years == [1950, 2001, 2001, 2018])
    #expect(table.obligors == [2, 365, 710, 2])
    #expect(table.beneficiaries == [20, 710, 365, 20])
    #expect(table.kinds == [17, 24, 24, 15])
    #expect(ObligationKinds(rawValue: table.kinds[3]).names == ["defense", "offense", "neutrality", "nonaggression"])
    #expect(contents.version == "5.1")
    #expect(contents.tables[0].years == 1815...2018)
  }

  @Test func alliancesKeepOpenEndsAndProvisions() throws {
    let contents = try read(
      .atop, [("alliances", "atop4_01a.csv", Self.alliances), ("members", "atop4_01m.csv", Self.members)], mode: .strict
    )
    let table = try table(Alliances.self, contents)
    #expect(table.ids == [1005, 4980])
    #expect(table.endYears == [1815, 0])
    #expect(table.endDays == [8, 0])
    #expect(table.kinds == [17, 24])
    #expect(table.provisionNames.strings == ["cowid", "length", "armred"])
    let provisions = table.provisions.map { $0.isNaN ? -1 : $0 }
    #expect(provisions == [-1, -1, 0, 240, -1, 1])
    #expect(contents.version == "4.01")
    #expect(contents.tables[0].years == 1815...2016)
  }

  @Test func membersThatAreNoStatesStayWithNumberZero() throws {
    let contents = try read(
      .atop, [("alliances", "atop4_01a.csv", Self.alliances), ("members", "atop4_01m.csv", Self.members)])
    let table = try table(Alliances.self, contents)
    #expect(table.members == [200, 0, 365, 0])
    #expect(table.memberAlliances == [1005, 1005, 4980, 4980])
    #expect(table.exitYears == [1815, 1815, 0, 0])
    #expect(table.entryDays == [3, 3, 16, 0])
    #expect(contents.notes.contains("Members that are no state of the system have number 0: 8152, empty."))
  }

  @Test func phasesKeepTheirOwnNumbersAndProvisions() throws {
    let contents = try read(
      .atop, [("alliances", "atop4_01a.csv", Self.alliances), ("members", "atop4_01m.csv", Self.members)], mode: .strict
    )
    let table = try table(AlliancePhases.self, contents)
    #expect(table.alliances == [1005, 1005, 4980, 4980])
    #expect(table.members == [200, 8152, 365, -1])
    #expect(table.kinds == [17, 17, 24, 24])
    #expect(table.provisionNames.strings == ["cowid"])
    #expect(contents.rowsRead == 6)
  }

  @Test func aMemberOfAnUnknownAllianceIsRejected() throws {
    let contents = try read(
      .atop,
      [
        ("alliances", "atop4_01a.csv", Self.alliances),
        ("members", "atop4_01m.csv", Self.members + "77,,2,1815,1,3,1815,2,8,0,1,0,0,0,1,4.01\n"),
      ])
    #expect(contents.rejected.listed.map(\.found) == ["77"])
  }

  @Test func halfOfTheAllianceFilesIsNotRead() throws {
    let contents = try read(
      .atop, [("directed dyad years", "atop5_1ddyr.csv", Self.dyads), ("members", "atop4_01m.csv", Self.members)])
    #expect(contents.tables.map(\.name) == ["obligation_years"])
    #expect(contents.notes.contains { $0.contains("the alliance file that belongs to it is not there") })
  }

  @Test func anObligationThatIsNeitherZeroNorOneIsRejected() throws {
    let contents = try read(
      .atop, "directed dyad years", "atop5_1ddyr.csv",
      Self.dyads + "2020,2,20,1951,1,2,0,0,0,1\n2020,2,20,1952,1,,0,0,0,1\n2020,2,20,1950,1,1,0,0,0,1\n")
    #expect(Set(contents.rejected.listed.map(\.line)) == [6, 7, 8])
  }

  @Test(arguments: [
    (4.0100002, "4.01"), (5.1, "5.1"), (4, "4.0"), (5.05, "5.05"), (.nan, "unknown"), (1e300, "unknown"),
  ])
  func versionsLoseTheirArtefact(number: Double, text: String) {
    #expect(Reading.versionText(number) == text)
  }
}
