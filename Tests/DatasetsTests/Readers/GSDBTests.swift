import Datasets
import Record
import Testing

@Suite struct GSDBTests {
  static let header =
    "case_id,sanctioned_state,sanctioning_state,begin,end,trade,descr_trade,arms,military,financial,travel,other,"
    + "target_mult,sender_mult,objective,success\n"

  static func row(_ id: Int, _ target: String, _ sender: String, _ begin: Int, _ end: Int, outcome: String = "ongoing")
    -> String
  {
    "\(id),\"\(target)\",\"\(sender)\",\(begin),\(end),1,\"exp_part,imp_part\",1,0,1,0,0,0,0,human_rights,\(outcome)\n"
  }

  static func contents(_ rows: String..., mode: ReadMode = .strict) throws -> DatasetContents {
    try read(.gsdb, "cases", "GSDB_V4.csv", header + rows.joined(), mode: mode)
  }

  static func parties(_ contents: DatasetContents, senders: Bool, of id: Int32 = 1) throws -> [UInt16] {
    let table = try table(Sanctions.self, contents)
    return table.parties.indices
      .filter { table.partyCases[$0] == id && (table.partyIsSender[$0] == 1) == senders }
      .map { table.parties[$0] }
  }

  @Test func aCaseKeepsItsNamesAndKinds() throws {
    let contents = try Self.contents(Self.row(1, "China", "United States", 1989, 2023))
    let table = try table(Sanctions.self, contents)
    #expect(table.kinds == [11])
    #expect(table.targetNames[0] == "China")
    #expect(table.senderNames[0] == "United States")
    #expect(table.tradeDetail[0] == "exp_part,imp_part")
    #expect(table.ongoing == [1])
    #expect(try Self.parties(contents, senders: true) == [2])
    #expect(try Self.parties(contents, senders: false) == [710])
  }

  @Test func anEndInTheLastYearWithASettlementIsNotOngoing() throws {
    let contents = try Self.contents(
      Self.row(1, "China", "United States", 1989, 2023, outcome: "success_total"),
      Self.row(2, "Iran", "United States", 1989, 2023, outcome: "\"failed,ongoing\""),
      Self.row(3, "Iraq", "United States", 1989, 1992))
    #expect(try table(Sanctions.self, contents).ongoing == [0, 1, 0])
  }

  static let unions: [(year: Int, members: [UInt16])] = [
    (1985, [200, 205, 210, 211, 212, 220, 260, 325, 350, 390]),
    (1996, [200, 205, 210, 211, 212, 220, 230, 235, 255, 305, 325, 350, 375, 380, 390]),
  ]

  @Test(arguments: unions)
  func theUnionIsExpandedAtTheStart(year: Int, members: [UInt16]) throws {
    let contents = try Self.contents(Self.row(1, "China", year < 1993 ? "EEC" : "EU", year, 2023))
    #expect(try Self.parties(contents, senders: true) == members)
  }

  @Test func theUnitedNationsAreAllMembersButTheTarget() throws {
    let contents = try Self.contents(Self.row(1, "Iraq", "UN", 1990, 2003))
    let senders = try Self.parties(contents, senders: true)
    #expect(senders.count > 155 && !senders.contains(645) && senders.contains(710) && !senders.contains(713))
  }

  static let lists: [(names: String, states: [UInt16])] = [
    ("Korea, North", [731]), ("Egypt, Arab Rep.", [651]), ("Egypt, Arab Rep., Syria", [651, 652]),
    ("Gambia, The, Russia, Venezuela, Pakistan", [101, 365, 420, 770]),
    ("Congo, Democratic Republic of the, Eritrea, Ethiopia (excludes Eritrea), Kenya", [490, 501, 530, 531]),
    ("Korea, North, El Salvador, Mali", [92, 432, 731]), ("Korea, South, Tajikistan", [702, 732]),
    ("Bosnia and Herzegovina,Iceland, Liechtenstein", [223, 346, 395]),
    ("Serbia, Bosnia and Herzegovina,  Montenegro, Macedonia", [341, 343, 345, 346]),
    ("China, Hong Kong", [710]), ("Ceylon, Malaya, Malagasy Republic", [580, 780, 820]),
  ]

  @Test(arguments: lists)
  func listsWithCommasInNames(names: String, states: [UInt16]) throws {
    let contents = try Self.contents(Self.row(1, names, "Japan", 2010, 2020))
    #expect(try Self.parties(contents, senders: false) == states)
  }

  @Test func whatIsNoStateIsNotedAndTheCaseKept() throws {
    let contents = try Self.contents(
      Self.row(1, "Hong Kong", "Western countries", 2020, 2023), Self.row(2, "China, Hong Kong", "Japan", 2020, 2023))
    #expect(try table(Sanctions.self, contents).count == 2)
    #expect(
      contents.notes == [
        "Names that are no state and no known bloc stay without states: Hong Kong (2 cases), Western countries."
      ])
  }

  @Test func aTargetIsNoSenderOfItsOwnCase() throws {
    let contents = try Self.contents(Self.row(1, "Mali", "ECOWAS", 2012, 2013))
    #expect(try !Self.parties(contents, senders: true).contains(432))
    #expect(try Self.parties(contents, senders: false) == [432])
  }

  @Test func badCasesAreRejected() throws {
    let contents = try Self.contents(
      Self.row(1, "China", "Japan", 1989, 2023), Self.row(1, "Iran", "Japan", 1989, 2023),
      Self.row(2, "Iran", "Japan", 1999, 1998), mode: .collect)
    #expect(contents.rejected.listed.map(\.line).sorted() == [3, 4])
    #expect(contents.rowsRead == 1)
  }
}
