import Datasets
import Record
import StateSystem
import Testing

@Suite struct DistancesTests {
  static let capitals = """
    ccode,statenme,capital,stdate,enddate,lat,lng
    255,Germany,Bonn,1990-10-03,1991-06-19,50.7358511,7.1006599
    255,Germany,Berlin,1991-06-20,2024-12-31,52.5170365,13.3888599

    """

  static let minimum = """
    ccode1,ccode2,year,mindist
    20,2,1945,0
    2,40,1945,233.7

    """

  @Test func theLastCapitalIsOpen() throws {
    let contents = try read(.capitals, "capitals", "cow_capitals.csv", Self.capitals, mode: .strict)
    let table = try table(Capitals.self, contents)
    #expect(table.names.strings == ["Bonn", "Berlin"])
    #expect(table.ends == [try #require(Day("1991-06-19")).number, .max])
    #expect(contents.tables[0].years == 1990...2024)
  }

  @Test func distancesAreInOrder() throws {
    let contents = try read(.minimumDistances, "dyad years", "cow_mindist.csv", Self.minimum, mode: .strict)
    let table = try table(MinimumDistances.self, contents)
    #expect(table.firsts == [2, 2])
    #expect(table.seconds == [20, 40])
    #expect(table.kilometres == [0, 233.7])
  }
}
