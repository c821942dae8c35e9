import Record
import Testing

@testable import Datasets

@Suite struct Polity5Tests {
  static let header = "p5,cyear,ccode,scode,country,year,flag,fragment,democ,autoc,polity,polity2,durable\n"

  static func row(_ code: Int, _ year: Int, _ polity: String, _ polity2: String) -> String {
    "0,\(code)\(year),\(code),XXX,Country \(code),\(year),0,,1,7,\(polity),\(polity2),\n"
  }

  static func scores(_ rows: String..., mode: ReadMode = .strict) throws -> (PolityScores, DatasetContents) {
    let contents = try read(.polity5, "state years", "p5v2018.csv", header + rows.joined(), mode: mode)
    return (try table(PolityScores.self, contents), contents)
  }

  @Test func minusNineIsAScore() throws {
    let (table, _) = try Self.scores(Self.row(2, 1900, "-9", "-9"), Self.row(2, 1901, "-77", ""))
    #expect(table.polity == [-9, -77])
    #expect(table.polity2 == [-9, -128])
  }

  @Test(arguments: [
    (364, 1985, 365), (365, 2000, 365), (342, 1900, 345), (342, 2010, 345), (347, 1999, 345), (341, 2010, 347),
    (348, 2010, 341), (324, 1850, 325), (305, 1900, 300), (305, 1925, 305), (525, 2015, 626), (626, 2015, 625),
    (529, 2000, 530), (769, 1960, 770), (818, 2000, 816), (816, 1960, 816),
  ])
  func numbersAreTranslated(code: Int32, year: Int32, state: UInt16) {
    #expect(Reading.state(polity: code, year: year) == state)
  }

  @Test func inAYearOfTransitionTheNewPolityIsKept() throws {
    let (table, contents) = try Self.scores(
      Self.row(364, 1921, "1", "1"), Self.row(365, 1921, "2", "2"), mode: .collect)
    #expect(table.polity.count == 1)
    #expect(contents.rejected.total == 1)
    let (soviet, notes) = try Self.scores(
      Self.row(365, 1921, "-1", "-1"), Self.row(365, 1922, "-1", "-1"), Self.row(364, 1922, "-7", "-7"))
    #expect(soviet.years == [1921, 1922])
    #expect(soviet.polity2 == [-1, -7])
    #expect(notes.notes.contains { $0.hasSuffix("for the one that began: 1.") })
  }

  @Test func politiesOutsideTheSystemAreCounted() throws {
    let (table, contents) = try Self.scores(Self.row(2, 1900, "10", "10"), Self.row(564, 1900, "4", "4"))
    #expect(table.states == [2])
    #expect(contents.notes == ["Rows of polities that are no state of the system, not stored: Country 564 (564) 1."])
  }
}
