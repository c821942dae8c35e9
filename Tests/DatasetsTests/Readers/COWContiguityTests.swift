import Datasets
import Record
import Testing

@Suite struct COWContiguityTests {
  static let spells = """
    dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version
    710740,710,"CHN",740,"JPN",5,186001,187903,"Across East China Sea",3.2
    710740,710,"CHN",740,"JPN",4,187903,189504,"closer, by the Ryukyus",3.2
    2020,2,"USA",20,"CAN",1,192001,201612,"Begins with CAN system entry",3.2

    """

  static let colonial = """
    dyad,statelno,statelab,statehno,statehab,year,land,sea,total,version
    2020,2,"USA",20,"CAN",1920,1,0,1,3.1
    2020,2,"USA",20,"CAN",1921,1,2,3,3.1

    """

  @Test func spellsKeepTheirMonths() throws {
    let contents = try read(.cowContiguity, "spells", "contdir.csv", Self.spells, mode: .strict)
    let table = try table(DirectContiguity.self, contents)
    #expect(table.firsts == [2, 710, 710])
    #expect(table.seconds == [20, 740, 740])
    #expect(table.kinds == [1, 5, 4])
    #expect(table.beginYears == [1920, 1860, 1879])
    #expect(table.endMonths == [12, 3, 4])
    #expect(contents.tables[0].years == 1816...2016)
  }

  @Test func aSpellThatEndsBeforeItBeginsIsRejected() throws {
    let text = Self.spells + "2031,2,\"USA\",31,\"BHM\",4,197307,197201,\"\",3.2\n"
    #expect(try read(.cowContiguity, "spells", "contdir.csv", text).rejected.listed.map(\.line) == [5])
  }

  @Test func dependenciesAreCounted() throws {
    let contents = try read(.cowColonialContiguity, "dyad years", "contcold.csv", Self.colonial, mode: .strict)
    let table = try table(ColonialContiguity.self, contents)
    #expect(table.years == [1920, 1921])
    #expect(table.sea == [0, 2])
    #expect(table.total == [1, 3])
  }
}
