import Datasets
import Record
import Testing

@Suite struct ClaimsTests {
  static let rivalries = """
    rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region,type1,type2,type3
    1,Austria-France,220,300,1494,1918,European GPs,spatial,positional,
    2,A-B,2,710,1996,2010,,ideological,,

    """

  static let armsRaces = """
    race_id,ccode1,ccode2,styear,endyear
    1,365,200,1854,1856
    2,140,150,1864,1866

    """

  static let claims = """
    region,claimdy,claim,name,dyadnum,chal,tgt,dyad,begclaim,endclaim,resolved,endviol,icowsal,icowsalc,midsiss,version
    1,201,2,Passamaquoddy Bay,1,2,200,2200,181601,181711,4,0,3,1,0,1.01
    1,401,4,St. Croix,1,20,2,2020,197703,201799,4,0,,2,1,1.01

    """

  static let colonialHistory = """
    State,Name,ColRuler,IndFrom,IndDate,IndViol,IndType,SecFrom,SecDate,SecViol,Into,IntoDate,COWsys,GWsys,Notes
    20,Canada,200,200,186707,0,2,-9,-9,-9,-9,-9,192001,186707,Independent
    220,France,-9,-9,84308,0,1,-9,-9,-9,-9,-9,181601,181601,-9

    """

  @Test func typesAreBits() throws {
    let contents = try read(.tdRivalries, "rivalries", "td_rivalries.csv", Self.rivalries, mode: .strict)
    let table = try table(Rivalries.self, contents)
    #expect(table.kinds == [3, 4])
    #expect(table.ongoing == [0, 1])
  }

  @Test func statesOfArmsRacesAreInOrder() throws {
    let contents = try read(.armsRaces, "arms races", "grh_arms_races.csv", Self.armsRaces, mode: .strict)
    let table = try table(ArmsRaces.self, contents)
    #expect(table.firsts == [200, 140])
    #expect(table.seconds == [365, 150])
  }

  @Test func aClaimThatIsUnresolvedHasNoEnd() throws {
    let contents = try read(
      .territorialClaims, "claims", "icow_territorial_claims_prov.csv", Self.claims, mode: .strict)
    let table = try table(TerritorialClaims.self, contents)
    #expect(table.endYears == [1817, 0])
    #expect(table.salience == [3, -9])
    #expect(table.challengers == [2, 20])
  }

  @Test func aStateWithoutARulerHasNone() throws {
    let contents = try read(.colonialHistory, "states", "coldata110.csv", Self.colonialHistory, mode: .strict)
    let table = try table(ColonialHistory.self, contents)
    #expect(table.rulers == [200, 0])
    #expect(table.independenceYears == [1867, 843])
  }
}
