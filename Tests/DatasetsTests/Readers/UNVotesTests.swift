import Record
import StateSystem
import Testing

@testable import Datasets

@Suite struct UNVotesTests {
  static let calls = """
    rcid,session,date,unres,abstain,yes,no,importantvote,amend,para,short,descr,me,nu,di,hr,co,ec
    30,1,1946-01-03,R/1/98,1,1,1,,,1,VOTING,"ON ""MEMBERS PRESENT"", AND VOTING",0,0,0,0,1,1
    9001,58,2003-12-08,R/58/3,0,2,0,1,1,,,,1,0,0,0,0,0
    7,1,1946-01-01,R/1/66,0,1,1,0,0,0,RULES,,0,0,0,0,0,0
    40,58,2003-12-22,R/58/9,0,0,0,0,0,0,NOBODY,,0,1,0,0,0,0

    """
  static let votes = """
    rcid,session,ccode,vote
    7,1,2,1
    7,1,365,3
    7,1,710,9
    30,1,2,2
    30,1,365,8
    9001,58,2,1
    9001,58,710,1

    """

  static func contents(calls: String = calls, votes: String = votes, mode: ReadMode = .collect) throws
    -> DatasetContents
  {
    try read(
      .unVotes, [("votes", "UNVotes.csv", votes), ("roll calls", "UNVotes_rollcalls.csv", calls)], mode: mode)
  }

  @Test func votesBecomeAMatrix() throws {
    let contents = try Self.contents(mode: .strict)
    let table = try table(RollCalls.self, contents)
    #expect(table.ids == [7, 30, 40, 9001])
    #expect(table.states == [2, 365, 710])
    #expect(table.votes == [1, 3, 9, 2, 8, 0, 0, 0, 0, 1, 0, 1])
    #expect(table.column(of: 710) == 2)
    #expect(table.column(of: 200) == nil)
    #expect(contents.version == "sessions 1-58")
    #expect(contents.tables[0].years == 1946...2003)
    #expect(contents.rowsRead == 11)
  }

  @Test func absenceIsKnownOnlyWhereItIsCoded() throws {
    let contents = try Self.contents()
    #expect(try table(RollCalls.self, contents).codesAbsence == [1, 1, 0, 0])
    #expect(contents.notes.contains { $0.hasSuffix("where a state without a row is unknown: 1.") })
    #expect(contents.notes.contains { $0 == "Roll calls without a vote in the file of votes: 1." })
  }

  @Test func anEmptyImportanceIsNotCodedAndAnEmptyParagraphIsNone() throws {
    let table = try table(RollCalls.self, try Self.contents())
    #expect(table.important == [0, 255, 0, 1])
    #expect(table.paragraph == [0, 1, 0, 0])
    #expect(table.amendment == [0, 0, 0, 1])
    #expect(table.issues == [0, 48, 2, 1])
  }

  @Test func titlesAreTheLongTextOrElseTheShort() throws {
    let table = try table(RollCalls.self, try Self.contents())
    #expect(table.titles.strings == ["RULES", "ON \"MEMBERS PRESENT\", AND VOTING", "NOBODY", ""])
    #expect(table.resolutions[1] == "R/1/98")
    #expect(table.days[0] == Day(1946, 1, 1)?.number)
  }

  @Test(arguments: [
    (1, "1946-01-03", false), (51, "1996-12-06", false), (52, "1997-12-06", false), (52, "1997-12-09", true),
    (57, "2002-11-07", false), (57, "2002-11-22", true), (58, "2003-12-03", true), (74, "2020-01-14", true),
  ])
  func theDayOfTheMonthCanBeTrustedLate(session: Int32, day: String, isReliable: Bool) throws {
    let day = try #require(Day(day))
    #expect(Reading.isReliable(day.number, session: session) == isReliable)
  }

  @Test func wrongRowsAreListedWithTheirLines() throws {
    let contents = try Self.contents(
      votes: Self.votes + "7,1,2,3\n8,1,2,1\n30,1,710,4\n30,1,1000,1\n30,1,,1\n30,1,200,yes\n")
    let rejected = contents.rejected
    #expect(rejected.total == 6)
    #expect(Set(rejected.listed.map(\.line)) == [9, 10, 11, 12, 13, 14])
    #expect(
      rejected.listed.contains {
        $0.description
          == "UNVotes.csv, line 9, column ccode: found a second vote of 2 in roll call 7, expected one vote a state"
      })
    #expect(rejected.listed.contains { $0.line == 10 && $0.column == "rcid" })
    #expect(rejected.listed.contains { $0.line == 11 && $0.found == "4" })
    #expect(contents.rowsRead == 11)
    #expect(try table(RollCalls.self, contents) == table(RollCalls.self, try Self.contents()))
  }

  @Test(arguments: ["7,1,2,3\n", "8,1,2,1\n", "30,1,710,4\n", "30,1,1000,1\n", "x,1,2,1\n"])
  func strictReadingStopsAtTheFirst(row: String) {
    #expect {
      try Self.contents(votes: Self.votes + row, mode: .strict)
    } throws: { error in
      guard case DatasetError.rejected("un-votes", let rejection) = error else { return false }
      return rejection.line == 9 && rejection.file == "UNVotes.csv"
    }
  }

  @Test func aRollCallTwiceIsRejected() throws {
    let contents = try Self.contents(calls: Self.calls + "7,1,1946-02-01,R/1/67,0,1,1,0,0,0,X,,0,0,0,0,0,0\n")
    #expect(contents.rejected.listed.map(\.found) == ["7 again"])
    #expect(try table(RollCalls.self, contents).ids == [7, 30, 40, 9001])
  }

  @Test func theCompleteFileHasEverythingInOneRow() throws {
    let text = """
      rcid,ccode,member,vote,Country,Countryname,year,session,date,unres,amend,para,short,descr,importantvote,me,nu,di,hr,co,ec
      5,2,1,1,USA,United States,1990,45,1990-12-04,R/45/1,0,0,S,D,1,0,0,1,0,0,0
      5,200,1,8,UKG,United Kingdom,1990,45,1990-12-04,R/45/1,0,0,S,D,1,0,0,1,0,0,0
      6,2,1,3,USA,United States,1990,45,1990-12-05,R/45/2,NA,1,S,NA,NA,0,0,0,0,0,0
      """
    let contents = try read(.unVotes, "complete votes", "UNVotes-1.csv", text, mode: .strict)
    let table = try table(RollCalls.self, contents)
    #expect(table.ids == [5, 6])
    #expect(table.votes == [1, 8, 3, 0])
    #expect(table.important == [1, 255])
    #expect(table.titles.strings == ["D", "S"])
    #expect(contents.version == "session 45")
  }

  @Test func theSessionIsThatOfTheVotes() throws {
    let contents = try Self.contents(votes: Self.votes.replacing("9001,58", with: "9001,57"))
    #expect(try table(RollCalls.self, contents).sessions == [1, 1, 58, 57])
    #expect(
      contents.notes.contains(
        "Roll calls with another session in the file of votes, which is used: 9001 (57, not 58)."))
  }

  @Test func matchedPairsKeepTheirNumbers() throws {
    let contents = try read(
      .unVotes,
      [
        ("votes", "UNVotes.csv", Self.votes), ("roll calls", "UNVotes_rollcalls.csv", Self.calls),
        ("matches", "Matches.csv", "v1,rcid1,rcid2\r\n1,7,30\r\n2,30,77\r\n"),
      ])
    let table = try table(ResolutionMatches.self, contents)
    #expect(table.first == [7, 30])
    #expect(table.second == [30, 77])
    #expect(contents.notes.contains { $0.hasSuffix("not in the file: 1 of 2.") })
  }
}
