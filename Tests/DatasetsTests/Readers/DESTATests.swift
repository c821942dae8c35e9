import Datasets
import Record
import Testing

@Suite struct DESTATests {
  static let treaties = """
    "number";"base_treaty";"name";"entry_type";"consolidated";"year";"entryforceyear";"language";"c1";"c2";"c3"
    "1";1;"Afghanistan India";"base_treaty";0;2003;2003;"English";4;356;NA
    "22_1";22;"Andean Community, withdrawal";"withdrawal";0;2006;NA;"Spanish";862;530;NA

    """

  @Test func membersAreStates() throws {
    let contents = try read(.desta, "treaties", "DESTA.csv", Self.treaties, mode: .strict)
    let table = try table(TradeAgreements.self, contents)
    #expect(table.numbers.strings == ["1", "22_1"])
    #expect(table.forceYears == [2003, -9])
    #expect(table.memberRows == [0, 0, 1])
    #expect(table.members == [700, 750, 101])
    #expect(contents.notes.count == 1 && contents.notes[0].contains("530"))
  }
}
