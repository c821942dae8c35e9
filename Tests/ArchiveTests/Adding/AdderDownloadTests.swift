import Foundation
import Testing

@testable import Archive
@testable import Datasets

@Suite("Adding from servers")
struct AdderDownloadTests {
  private let folder: ScratchFolder
  private var path: String { folder.file("archive.sqlite") }

  init() throws { folder = try ScratchFolder() }

  private func failure(_ body: () throws(DataError) -> Void) -> DataError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// The entry of state membership with other downloads.
  private func entry(_ downloads: [Download], terms: Terms = Terms("Free.", needAgreement: false)) -> CatalogueEntry {
    let states = CatalogueEntry.cowStates
    return CatalogueEntry(
      name: states.name, title: states.title, publisher: states.publisher, home: states.home, releases: states.releases,
      downloads: downloads, byHand: "Fetch it with a browser.", terms: terms, citations: states.citations,
      pitfalls: states.pitfalls, tables: states.tables)
  }

  private func request(_ entry: CatalogueEntry, release: String? = nil) -> AddRequest {
    AddRequest(entry, from: .home, release: release, day: "2026-11-23")
  }

  private static func serve(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    switch request.path {
    case "/States2024.zip":
      .file(SampleFiles.zip("States2024/statelist2024.csv", Array(SampleFiles.states.utf8)), to: request)
    case "/states2016.csv", "/folder/states2016.csv.gz": .file(Array(SampleFiles.states.utf8), to: request)
    case "/page.csv": .init(body: Array("<html>Log in".utf8))
    default: .init(status: 404)
    }
  }

  @Test func fromThePublisher() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    let entry = entry([
      Download(.fixed(server.address + "/States2024.zip"), as: "States2024.zip", version: "2024", .strong),
      Download(.fixed(server.address + "/notes.txt"), as: "notes.txt", version: "2024", .weak, required: false),
    ])
    let report = try Adder(testing: path).add(request(entry))
    #expect(report.installed.rowsRead == 3)
    #expect(report.installed.source == entry.home)
    #expect(report.installed.files.map(\.name) == ["States2024.zip"])
    #expect(report.warnings.count == 1)
    #expect(report.warnings.first?.hasPrefix("notes.txt was left out: ") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.file("downloads")), "fetched files are not kept")
    #expect(server.requests.first?.headers["user-agent"] == "entente/1.2.3")
  }

  @Test func anOlderVersionWhereTheNewestIsGone() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    let entry = entry([
      Download(.fixed(server.address + "/gone.zip"), as: "States2024.zip", version: "2024", .medium),
      Download(.fixed(server.address + "/states2016.csv"), as: "states2016.csv", version: "2016", .medium),
    ])
    let report = try Adder(testing: path).add(request(entry))
    #expect(report.installed.files.map(\.name) == ["states2016.csv"])
    #expect(report.warnings.first?.hasPrefix("version 2024 is not there") == true)
    let chosen = failure { () throws(DataError) in _ = try Adder(testing: path).add(request(entry, release: "2024")) }
    guard case .download("cow-states", _, let advice)? = chosen else {
      Issue.record("found \(String(describing: chosen))")
      return
    }
    #expect(
      advice == "Fetch it with a browser. The page is \(entry.home); then: entente data add cow-states --from FILE")
    #expect(chosen?.exitCode == 2)
  }

  @Test func termsComeFirst() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    let entry = entry(
      [Download(.fixed(server.address + "/States2024.zip"), as: "States2024.zip", version: "2024", .strong)],
      terms: Terms("No commercial use.", needAgreement: true))
    let refused = failure { () throws(DataError) in
      _ = try Adder(testing: path, agreeing: false).add(request(entry))
    }
    guard case .termsNotAccepted("cow-states")? = refused else {
      Issue.record("found \(String(describing: refused))")
      return
    }
    #expect(refused?.exitCode == 64)
    #expect(server.requests.isEmpty, "nothing was fetched")
    #expect(try Adder(testing: path).add(request(entry)).installed.rowsRead == 3)
  }

  @Test func whatOnlyPersonsMayFetch() throws {
    let failed = failure { () throws(DataError) in _ = try Adder(testing: path).add(request(entry([]))) }
    guard case .manual("cow-states", let advice)? = failed else {
      Issue.record("found \(String(describing: failed))")
      return
    }
    #expect(advice.contains("https://correlatesofwar.org/data-sets/state-system-membership/"))
    #expect(advice.contains("--from FILE"))
  }

  @Test func aWebPageChangesNothing() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    try folder.write(SampleFiles.states, to: "states2016.csv")
    let adder = Adder(testing: path)
    let first = try adder.add(try AddRequest("cow-states", from: folder.file("states2016.csv")))
    for page in ["/page.csv", "/none.csv"] {
      let failed = failure { () throws(DataError) in
        _ = try adder.add(AddRequest("cow-states", from: server.address + page))
      }
      guard case .download? = failed else {
        Issue.record("\(page): \(String(describing: failed))")
        continue
      }
    }
    #expect(try Archive(at: path).dataset("cow-states") == first.installed)
  }

  @Test func mirrors() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    let adder = Adder(testing: path)
    let file = try adder.add(try AddRequest("cow-states", from: server.address + "/states2016.csv"))
    #expect(file.installed.source == server.address + "/states2016.csv")
    let folder = try adder.add(try AddRequest("cow-states", from: server.address + "/folder/"))
    #expect(folder.installed.source == server.address + "/folder/")
    #expect(folder.installed.files.map(\.name) == ["states2016.csv.gz"])
    let empty = failure { () throws(DataError) in
      _ = try adder.add(AddRequest("cow-states", from: server.address + "/other/"))
    }
    #expect(empty?.description.contains("statelist2024.csv or statelist2024.csv.gz") == true)
  }

  @Test func anArchiveThatCannotBeWrittenIsFoundBeforeTheDownload() throws {
    let server = try LoopbackServer(Self.serve)
    defer { server.stop() }
    try folder.write("not a database, but long enough to have a header", to: "archive.sqlite")
    let failed = failure { () throws(DataError) in
      _ = try Adder(testing: path).add(AddRequest("cow-states", from: server.address + "/states2016.csv"))
    }
    guard case .archive(.notAnArchive)? = failed else {
      Issue.record("found \(String(describing: failed))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test(.needsDatasets) func publishedFilesFromAMirror() throws {
    let server = try LoopbackServer { request in
      guard let data = FileManager.default.contents(atPath: PublishedDatasets.folder + request.path) else {
        return .init(status: 404)
      }
      return .file([UInt8](data), to: request)
    }
    defer { server.stop() }
    let adder = Adder(testing: path)
    let power = try adder.add(try AddRequest("cow-nmc", from: server.address + "/03_cow_nmc/"))
    #expect(power.installed.vintage.version == "5.0")
    #expect(power.installed.rowsRead == 15_171)
    let votes = try adder.add(try AddRequest("un-votes", from: server.address + "/01_unga_votes/"))
    #expect(votes.installed.files.map(\.name) == ["UNVotes.csv.gz", "UNVotes_rollcalls.csv", "Matches.csv"])
    #expect(votes.installed.vintage.sha256.count == 64)
  }
}
