import Datasets
import Record
import Testing

@Suite struct IncomesTests {
  static let maddison = """
    countrycode,country,year,cgdppc,rgdpnapc,pop,i_cig,i_bm
    AFG,Afghanistan,1820,,,3280,,
    CHE,Switzerland,1900,9000.5,8000,3300,,

    """

  static let milex = """
    Country,1989,1990,1991
    Algeria, ,780.5,". ."
    Brazil,xxx,1,2

    """

  @Test func populationIsInPersons() throws {
    let contents = try read(.maddison, "country years", "maddison-data.csv", Self.maddison, mode: .strict)
    let table = try table(MaddisonIncomes.self, contents)
    #expect(table.states == [225, 700])
    #expect(table.population == [3_300_000, 3_280_000])
    #expect(table.incomePerHead[1].isNaN)
  }

  @Test func whatSIPRIDoesNotEstimateIsMissing() throws {
    let contents = try read(.sipriMilex, "countries", "sipri-milex-data.csv", Self.milex, mode: .strict)
    let table = try table(MilitarySpending.self, contents)
    #expect(table.states == [140, 140, 140, 615, 615, 615])
    #expect(table.spending[0].isNaN && table.spending[3].isNaN && table.spending[5].isNaN)
    #expect(table.spending[4] == 780.5)
  }
}
