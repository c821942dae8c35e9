import Evidence
import GRDB
import Record
import enum Record.Column
import Testing

@testable import Archive

@Suite("The record from an archive")
struct ArchiveRecordTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file("archive.sqlite"), for: .write)
  }

  private func rollCalls(_ id: Int32) -> Installation.Table {
    .init(
      name: RollCalls.tableName, layout: RollCalls.layout, years: 1946...2019,
      columns: ColumnSet([
        ("id", .int32([id])), ("session", .int16([56])), ("day", .int32([11_000])), ("day_reliable", .uint8([1])),
        ("important", .uint8([1])), ("amendment", .uint8([0])), ("paragraph", .uint8([0])), ("issues", .uint8([4])),
        ("codes_absence", .uint8([1])), ("resolution", .text(TextColumn(["R/56/1"]))),
        ("title", .text(TextColumn([""]))),
        ("state", .uint16([365, 710])), ("vote", .uint8([1, 2])),
      ]))
  }

  private func disputes(_ number: Int32) -> Installation.Table {
    let one: [(String, Column)] = [
      ("number", .int32([number])), ("first", .uint16([2])), ("second", .uint16([710])), ("year", .int16([2001])),
      ("onset", .uint8([1])), ("side_a", .uint8([1])), ("originator", .uint8([1])), ("fatality", .int16([0])),
      ("highest_action", .int16([7])), ("hostility", .int16([3])), ("summary_number", .int32([number])),
      ("start_year", .int16([2001])), ("start_month", .int16([4])), ("outcome", .int16([6])),
      ("settlement", .int16([1])), ("summary_fatality", .int16([1])), ("summary_hostility", .int16([4])),
    ]
    return .init(name: Disputes.tableName, layout: Disputes.layout, years: 1816...2014, columns: ColumnSet(one))
  }

  @Test func onlyWhatIsThereAndWasAskedFor() throws {
    try archive.install(Sample.installation())
    try archive.install(Sample.installation("un-votes", version: "2020", tables: [rollCalls(1)]))
    let record = try archive.record()
    #expect(record.capabilities?.table.states == [365, 710])
    #expect(record.capabilities?.years == 1816...2022)
    #expect(record.rollCalls?.table.votes == [1, 2])
    #expect(record.trade == nil)
    #expect(record.vintages.map(\.dataset) == ["cow-nmc", "un-votes"])
    let part = try archive.record([.rollCalls])
    #expect(part.capabilities == nil)
    #expect(part.rollCalls?.vintage.version == "2020")
    #expect(try archive.record([]).vintages == [])
  }

  @Test func oneSourceATableInTheDocumentedOrderOrAsChosen() throws {
    try archive.install(Sample.installation("undl-votes", tables: [rollCalls(7)]))
    #expect(try archive.record().rollCalls?.table.ids == [7])
    try archive.install(Sample.installation("un-votes", tables: [rollCalls(1)]))
    #expect(try archive.record().rollCalls?.table.ids == [1])
    #expect(try archive.record(choosing: [.rollCalls: "undl-votes"]).rollCalls?.table.ids == [7])
    #expect(try archive.record(choosing: [.rollCalls: "un-votes"]).rollCalls?.vintage.dataset == "un-votes")
    #expect(try archive.providers()[.rollCalls] == ["un-votes", "undl-votes"])
    let fit = ArchiveError.notInstalled(dataset: "ideal-points-2d", installed: [])
    #expect(fit.description.hasSuffix("Get it: entente fit ideal-points"))
    #expect(throws: ArchiveError.notInstalled(dataset: "no-votes", installed: ["un-votes", "undl-votes"])) {
      try archive.record(choosing: [.rollCalls: "no-votes"])
    }
    #expect(
      throws: ArchiveError.notProvided(dataset: "un-votes", table: "dyadic_trade", providers: [])
    ) { try archive.record(choosing: [.trade: "un-votes"]) }
  }

  @Test func twoCodersOfDisputesAreKeptApart() throws {
    try archive.install(Sample.installation("gml-mid", tables: [disputes(5)]))
    #expect(try archive.record().disputes == nil, "the recoding does not stand in for the original")
    #expect(try archive.record().disputesGML?.table.numbers == [5])
    try archive.install(Sample.installation("cow-mid", tables: [disputes(6)]))
    #expect(try archive.record().disputes?.table.numbers == [6])
    #expect(try archive.record().disputesGML?.table.numbers == [5])
    #expect(try archive.providers()[.disputes] == ["cow-mid"])
  }

  @Test func outdatedLayout() throws {
    try archive.install(
      Sample.installation(tables: [
        .init(name: "capabilities", layout: 0, years: 1816...2022, columns: Sample.capabilities())
      ]))
    let error = ArchiveError.outdatedLayout(
      dataset: "cow-nmc", table: "capabilities", found: 0, expected: Capabilities.layout)
    #expect(throws: error) { try archive.record() }
    #expect(error.description.contains("entente data add cow-nmc"))
    #expect(try archive.verify() == [.init(dataset: "cow-nmc", detail: error.description)])
  }

  @Test(arguments: [
    "UPDATE record_column SET bytes = x'00' WHERE name = 'cinc'",
    "UPDATE record_column SET bytes = zeroblob(16) WHERE name = 'cinc'",
    "UPDATE record_column SET bytes = x'' WHERE name = 'cinc'",
    "UPDATE record_column SET crc32 = crc32 + 1 WHERE name = 'cinc'",
    "UPDATE record_column SET count = count + 1 WHERE name = 'cinc'",
    "UPDATE record_column SET type = 'int16' WHERE name = 'cinc'",
    "UPDATE record_column SET type = 'other' WHERE name = 'cinc'",
    "UPDATE record_column SET name = 'zinc' WHERE name = 'cinc'",
    "DELETE FROM record_column WHERE name = 'cinc'",
  ])
  func corruptColumnsAreFound(_ sql: String) throws {
    try archive.install(Sample.installation())
    try archive.install(Sample.installation("un-votes", tables: [rollCalls(1)]))
    try archive.queue.write { try $0.execute(sql: sql) }
    do {
      _ = try archive.record()
      Issue.record("not found: \(sql)")
    } catch {
      guard case .corruptColumn("cow-nmc", "capabilities", _, _) = error else {
        Issue.record("\(sql): \(error)")
        return
      }
      #expect(error.description.hasSuffix("Get it again: entente data add cow-nmc"))
    }
    #expect(try archive.verify().map(\.dataset) == ["cow-nmc"])
    #expect(try archive.record([.rollCalls]).rollCalls != nil, "other tables can still be read")
  }
}
