import Datasets
import Record
import StateSystem
import Testing

@Suite struct GleditschWardTests {
  static let list = """
    gwcode,stateabb,statename,startdate,enddate
    2,USA,United States of America,1816-01-01,2017-12-31
    89,UPC,United Provinces of Central America,1823-07-01,1839-12-31

    """

  @Test func anOpenEndIsOpen() throws {
    let contents = try read(.gleditschWard, "list", "gw_states.csv", Self.list, mode: .strict)
    let table = try table(GleditschWardStates.self, contents)
    #expect(table.ends == [.max, try #require(Day("1839-12-31")).number])
    #expect(contents.version == "2017")
  }

  @Test func theOlderFormHasNoHeader() throws {
    let states = "2\tUSA\tUnited States of America\t01:01:1816\t01:11:2008\n"
    let micro = "54\tDMA\tDominica\t03:11:1978\t01:11:2008\n"
    let contents = try read(
      .gleditschWard, [("states", "iisystem.dat", states), ("microstates", "microstatessystem.dat", micro)],
      mode: .strict)
    let table = try table(GleditschWardStates.self, contents)
    #expect(table.numbers == [2, 54])
    #expect(table.micro == [0, 1])
    #expect(table.ends == [.max, .max])
    #expect(contents.version == "2008")
  }
}
