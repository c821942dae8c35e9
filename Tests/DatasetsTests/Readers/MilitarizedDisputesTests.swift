import Datasets
import Record
import Testing

@Suite struct MilitarizedDisputesTests {
  static let directed = """
    dispnum,ccode1,ccode2,year,dispongoing,disponset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,hiact2,hostlev1,hostlev2,orig1,orig2
    4280,2,710,2001,1,1,0,1,0,1,0,1,1,16,2,4,1,1
    4280,710,2,2001,1,1,1,0,-9,0,1,0,16,1,4,2,1,1
    2,2,200,1902,1,1,1,0,0,0,0,0,7,0,3,1,1,1
    2,2,200,1903,1,0,1,0,0,0,0,0,7,0,3,1,1,1

    """
  static let disputes = """
    dispnum,styear,stmon,outcome,settle,fatality,mindur,maxdur,hiact,hostlev,recip
    4280,2001,4,-9,2,1,12,12,16,4,1
    2,1902,13,6,1,0,178,208,7,3,0

    """

  @Test func rowsAreOrderedAndMinusNineStays() throws {
    let contents = try read(
      .cowDisputes,
      [
        ("directed dyad years", "cow_mid_dirdisps.csv", Self.directed),
        ("disputes", "cow_mid_disps.csv", Self.disputes),
      ],
      mode: .strict)
    let table = try table(Disputes.self, contents)
    #expect(table.numbers == [2, 2, 4280, 4280])
    #expect(table.firsts == [2, 2, 2, 710])
    #expect(table.years == [1902, 1903, 2001, 2001])
    #expect(table.onset == [1, 0, 1, 1])
    #expect(table.sideA == [1, 1, 0, 1])
    #expect(table.fatality == [0, 0, 0, -9])
    #expect(table.highestAction == [7, 7, 1, 16])
    #expect(table.hostility == [3, 3, 2, 4])
    #expect(table.summaryNumbers == [2, 4280])
    #expect(table.startYears == [1902, 2001])
    #expect(table.startMonths == [-9, 4])
    #expect(table.outcomes == [6, -9])
    #expect(table.settlements == [1, 2])
    #expect(table.fatalities == [0, 1])
    #expect(contents.notes == ["Start months above 12, read as unknown: 1."])
  }

  static let gmlHeader =
    "\"dispnum\",\"ccode1\",\"ccode2\",\"year\",\"sidea1\",\"sidea2\",\"fatality1\",\"hiact1\",\"hostlev1\",\"orig1\","
    + "\"midonset\",\"hostlev\",\"outcome\",\"settle\",\"fatality\",\"stmon\",\"version\"\n"

  @Test func theRecodedDisputesAreTheirOwnSummary() throws {
    let text =
      Self.gmlHeader
      + "2,2,200,1903,1,0,0,7,3,1,0,\"3\",6,1,NA,7,\"gml-2.03\"\n2,2,200,1902,1,0,NA,7,3,1,1,\"3\",6,1,-9,7,\"gml-2.03\"\n"
    let contents = try read(.gmlDisputes, "directed dyad years", "gml-ddy-disputes-2.03.csv", text, mode: .strict)
    let table = try table(Disputes.self, contents)
    #expect(contents.version == "2.03")
    #expect(table.fatality == [-9, 0])
    #expect(table.summaryNumbers == [2])
    #expect(table.startYears == [1902])
    #expect(table.fatalities == [-9])
    #expect(table.hostilities == [3])
  }

  @Test func aDyadYearTwiceIsRejectedOnce() throws {
    let row = "4273,645,696,1999,0,1,6,20,5,1,0,5,1,2,1,10,gml-2.03\n"
    let contents = try read(
      .gmlDisputes, "directed dyad years", "gml-ddy-disputes-2.03.csv", Self.gmlHeader + row + row)
    #expect(contents.rejected.total == 1)
    #expect(contents.rejected.listed.first?.line == 3)
    #expect(try table(Disputes.self, contents).count == 1)
  }

  static let participants = """
    dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version
    10,"USA",2,-9,7,1950,24,1,1953,1,1,1,-9,0,0,7,3,1,5
    10,"CAN",20,-9,7,1952,24,1,1952,1,1,1,-9,-9,0,7,3,0,5
    10,"CHN",710,-9,7,1951,24,1,1952,0,0,0,-9,0,0,16,4,1,5
    10,"RUS",365,-9,7,1953,24,1,1953,0,0,0,-9,0,0,16,4,0,5

    """

  @Test func participantsOnOppositeSidesInAYearAreADyad() throws {
    let contents = try read(
      .cowDisputes,
      [
        ("participants", "MIDB 5.0.csv", Self.participants),
        (
          "disputes", "MIDA 5.0.csv",
          "dispnum,stday,stmon,styear,outcome,settle,fatality,hostlev\n10,-9,7,1950,1,1,0,4\n"
        ),
      ], mode: .strict)
    let table = try table(Disputes.self, contents)
    #expect(table.firsts == [2, 2, 2, 20, 365, 710, 710, 710])
    #expect(table.seconds == [365, 710, 710, 710, 2, 2, 2, 20])
    #expect(table.years == [1953, 1951, 1952, 1952, 1953, 1951, 1952, 1952])
    #expect(table.onset == [1, 1, 0, 1, 1, 1, 0, 1])
    #expect(table.sideA == [1, 1, 1, 1, 0, 0, 0, 0])
    #expect(table.originator == [1, 1, 1, 0, 0, 1, 1, 1])
    #expect(table.fatality[3] == -9)
    #expect(table.hostility[7] == 4)
    #expect(contents.version == "5.0")
  }

  @Test func theDyadicFileIsReadInBothDirections() throws {
    let text = """
      disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,year,outcome,settlmnt,fatlev,highact,hihost,recip,noinit,notarg,sideaa,revstata,revtypea,fatleva,highmcaa,hihosta,orignata,sideab,fatlevb,highmcab,hihostb,orignatb,ongo2014
      4280,1,2,USA,710,CHN,1,4,2001,12,4,2001,2001,6,2,1,16,4,1,1,1,0,0,0,0,1,2,1,1,-9,16,4,1,0

      """
    let table = try table(
      Disputes.self, try read(.cowDisputes, "dyads", "dyadic_mid_4.03.csv", text, mode: .strict))
    #expect(table.firsts == [2, 710])
    #expect(table.sideA == [0, 1])
    #expect(table.fatality == [0, -9])
    #expect(table.hostility == [2, 4])
    #expect(table.startMonths == [4])
    #expect(table.settlements == [2])
  }
}
