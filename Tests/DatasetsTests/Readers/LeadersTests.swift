import Datasets
import Record
import StateSystem
import Testing

@Suite struct LeadersTests {
  static let archigos = """
    obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode
    USA-1869,2,81dcc176,Grant,1822,M,1869-03-04,1877-03-04,Regular,Regular,Regular
    GFR-1982,260,81dd0001,Kohl,1930,M,1982-10-01,1998-10-27,Regular,Regular,Regular
    UKG-1979,200,81dd0002,Thatcher,,F,1979-05-04,1990-11-28,Regular,Regular,Regular

    """

  static let lead = """
    obsid,leveledu,milservice,combat,rebel,warwin,warloss,rebelwin,rebelloss,yrsexper,physhealth,mentalhealth
    USA-1869,2,1,1,0,1,0,0,0,0,1,0
    UKG-1979,3,,0,0,0,0,0,0,20,0,0

    """

  static let chisols = """
    statename,ccode,year,leader,leaderpos,affiliation,totalldrtrans,leadertrans,solschange,solschdum,solsminchdum
    "United States of America",2,1920,"Wilson","President","Dem",0,0,0,0,0
    "United States of America",2,1921,"Harding","President","Rep",1,1,1,1,0

    """

  @Test func statesAreTranslatedByTheYearOfExit() throws {
    let table = try table(
      Leaders.self, try read(.archigos, "leaders", "archigos_4.1.csv", Self.archigos, mode: .strict))
    #expect(table.gleditschWard == [2, 260, 200])
    #expect(table.states == [2, 255, 200])
    #expect(table.female == [0, 0, 1])
    #expect(table.birthYears == [1822, 1930, -9_999])
    #expect(Day(number: table.ends[1]).description == "1998-10-27")
  }

  @Test func anEmptyFieldIsMissing() throws {
    let table = try table(LeaderBackgrounds.self, try read(.lead, "backgrounds", "LEAD.csv", Self.lead, mode: .strict))
    #expect(table.service == [1, -9])
    #expect(table.experience == [0, 20])
  }

  @Test func changesOfSupport() throws {
    let contents = try read(.chisols, "state years", "CHISOLSstyr4_0.csv", Self.chisols, mode: .strict)
    let table = try table(LeaderSupport.self, contents)
    #expect(table.transitions == [0, 1])
    #expect(table.supportChange == [0, 1])
    #expect(table.leaders.strings == ["Wilson", "Harding"])
  }
}
