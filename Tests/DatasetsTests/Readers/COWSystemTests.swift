import Datasets
import Record
import StateSystem
import Testing

@Suite struct COWSystemTests {
  static let header = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"

  @Test(arguments: ["\n", "\r\n", "\r"])
  func spellsToTheLastDayAreOpen(newline: String) throws {
    let text =
      (Self.header
      + "USA,2,United States of America,1816,1,1,2024,12,31,2024\nAUS,305,Austria,1919,9,10,1938,3,13,2024\n"
      + "AUS,305,Austria,1955,7,27,2024,12,31,2024\n").replacing("\n", with: newline)
    let contents = try read(.cowStates, "states", "statelist2024.csv", text, mode: .strict)
    let table = try table(SystemMembers.self, contents)
    #expect(table.states == [2, 305, 305])
    #expect(table.starts == [Day(1816, 1, 1), Day(1919, 9, 10), Day(1955, 7, 27)].map { $0?.number })
    #expect(table.ends == [.max, Day(1938, 3, 13)?.number, .max])
    #expect(contents.version == "2024")
    #expect(contents.tables[0].years == 1816...2024)
  }

  @Test func impossibleDaysAreRejected() throws {
    let text =
      Self.header + "USA,2,United States of America,1816,1,1,2016,12,31,2016\nAAA,3,A,1900,2,30,1950,1,1,2016\n"
      + "BBB,4,B,1950,1,1,1949,1,1,2016\n"
    let contents = try read(.cowStates, "states", "states2016.csv", text)
    #expect(contents.rejected.listed.map(\.line) == [3, 4])
    #expect(try table(SystemMembers.self, contents).count == 1)
  }

  @Test func majorPowersHaveNoNames() throws {
    let text =
      "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\nUSA,2,1898,8,13,2016,12,31,2016\n"
      + "JPN,740,1895,4,1,1945,8,14,2016\n"
    let table = try table(MajorPowers.self, try read(.cowMajors, "majors", "majors2016.csv", text, mode: .strict))
    #expect(table.states == [2, 740])
    #expect(table.ends == [.max, Day(1945, 8, 14)?.number])
  }
}
