import Record
import StateSystem
import Testing

@testable import Datasets

@Suite struct UNDLVotesTests {
  static let header2026 =
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    + "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
  static let header2025 = header2026.replacing("vote_note,", with: "")

  static func row(
    _ id: String, _ code: String, _ vote: String, _ date: String, _ session: String, note: Bool = true
  ) -> String {
    "\(id),\(code),A NAME,\(vote),\(date),\(session),A/RES/\(session)/1,A/\(session)/L.1,,A/\(session)/PV.1,"
      + "\"Title, with a comma : resolution / adopted by the General Assembly\",AGENDA,SUBJECT,\(note ? "," : "")120.0,14.0,"
      + "45.0,14.0,193.0,https://digitallibrary.un.org/record/\(id)\n"
  }

  static func contents(_ text: String, name: String = "2026_02_06_ga_voting.csv", mode: ReadMode = .strict) throws
    -> DatasetContents
  {
    try read(.undlVotes, "votes", name, text, mode: mode)
  }

  @Test func theLayoutOf2026() throws {
    let text =
      Self.header2026 + Self.row("4025240", "FRA", "Y", "2023-10-27", "78")
      + Self.row("4025240", "USA", "N", "2023-10-27", "78")
      + Self.row("4025240", "ALB", "A", "2023-10-27", "78") + Self.row("4025240", "BEN", "X", "2023-10-27", "78")
      + Self.row("4025239", "FRA", "Y", "2023-10-26", "78")
    let contents = try Self.contents(text)
    let table = try table(RollCalls.self, contents)
    #expect(table.ids == [4_025_239, 4_025_240])
    #expect(table.states == [2, 220, 339, 434])
    #expect(table.votes == [0, 1, 0, 0, 3, 1, 2, 8])
    #expect(table.codesAbsence == [0, 1])
    #expect(table.sessions == [78, 78])
    #expect(table.dayReliable == [1, 1])
    #expect(table.important == [255, 255])
    #expect(table.issues == [RollCalls.issuesNotCoded, RollCalls.issuesNotCoded])
    #expect(table.titles[1] == "Title, with a comma : resolution / adopted by the General Assembly")
    #expect(contents.version == "2026-02-06")
    #expect(contents.tables[0].years == 2023...2023)
  }

  @Test func theLayoutOf2025() throws {
    let text = Self.header2025 + Self.row("1", "CHN", "A", "2001-12-05", "56", note: false)
    let contents = try Self.contents(text, name: "2025_9_19_ga_voting.csv")
    #expect(try table(RollCalls.self, contents).states == [710])
    #expect(contents.version == "2025-09-19")
  }

  @Test func theLayoutOf2024WithOtherNames() throws {
    let text = "undl_id,ms_codes,ms_names,ms_votes,resolutions,title,date\n1,CHN,CHINA,NV,A/RES/56/1,T,2001-12-05\n"
    let contents = try Self.contents(text, name: "ga_voting.csv")
    let table = try table(RollCalls.self, contents)
    #expect(table.votes == [8])
    #expect(table.sessions == [56])
    #expect(contents.version == "to 2001-12-05")
  }

  @Test(arguments: [
    ("CHN", "1971-10-24", 713), ("CHN", "1971-10-25", 710), ("TWN", "1970-01-01", 713), ("SUN", "1985-01-01", 365),
    ("RUS", "1985-01-01", 365), ("DEU", "1980-01-01", 260), ("DEU", "1995-01-01", 255), ("DDR", "1980-01-01", 265),
    ("YUG", "1980-01-01", 345), ("SRB", "2010-01-01", 345), ("CSK", "1980-01-01", 315), ("YEM", "1980-01-01", 678),
    ("YEM", "1995-01-01", 679), ("YMD", "1980-01-01", 680), ("ZAR", "1980-01-01", 490), ("COD", "2000-01-01", 490),
    ("VNM", "1990-01-01", 816),
  ])
  func aCodeIsTheStateOfItsTime(code: String, day: String, state: UInt16) throws {
    let contents = try Self.contents(Self.header2026 + Self.row("1", code, "Y", day, "40"))
    #expect(try table(RollCalls.self, contents).states == [state])
  }

  @Test func specialSessionsAreCountedToTheirTime() throws {
    let text =
      Self.header2026 + Self.row("1", "FRA", "Y", "2023-10-27", "ES-10")
      + Self.row("2", "FRA", "Y", "2024-05-10", "ES-10")
    let contents = try Self.contents(text)
    #expect(try table(RollCalls.self, contents).sessions == [78, 78])
    #expect(contents.notes.contains { $0.hasSuffix("of their date: 2.") })
  }

  @Test func unknownCodesAndVotesAreRejected() throws {
    let text =
      Self.header2026 + Self.row("1", "FRA", "Y", "2023-10-27", "78") + Self.row("1", "QQQ", "Y", "2023-10-27", "78")
      + Self.row("1", "USA", "maybe", "2023-10-27", "78") + Self.row("1", "FRA", "N", "2023-10-27", "78")
      + Self.row("1", "GBR", "Y", "27/10/2023", "78")
    let contents = try Self.contents(text, mode: .collect)
    #expect(contents.rejected.total == 4)
    #expect(Set(contents.rejected.listed.map(\.line)) == [3, 4, 5, 6])
    #expect(contents.rejected.listed.contains { $0.found == "\"QQQ\" on 2023-10-27" })
    #expect(throws: DatasetError.self) { try Self.contents(text) }
    let table = try table(RollCalls.self, contents)
    #expect(table.votes[table.column(of: 220) ?? 99] == 1)
  }

  @Test func totalsMayBeWrittenWithDecimalsAndIdsToo() throws {
    let contents = try Self.contents(Self.header2026 + Self.row("4025240.0", "FRA", "Y", "2023-10-27", "78"))
    #expect(try table(RollCalls.self, contents).ids == [4_025_240])
  }
}
