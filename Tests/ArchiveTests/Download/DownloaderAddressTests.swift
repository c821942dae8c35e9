import Foundation
import Testing

@testable import Datasets

@Suite("Addresses of downloads")
struct DownloaderAddressTests {
  private let folder: ScratchFolder
  private let downloader = Downloader(version: "1", limits: .init(idle: 5, total: 10, attempts: 1, pause: 0))

  init() throws { folder = try ScratchFolder() }

  private static let listing = """
    {"status":"OK","data":{"latestVersion":{"files":[
      {"label":"a","dataFile":{"id":7,"filename":"UNVotes-1.csv","md5":"AA","contentType":"text/csv"}},
      {"label":"b","dataFile":{"id":9,"filename":"unvotes-2.tab","md5":"BB","contentType":"text/tab-separated-values"}},
      {"label":"c","dataFile":{"id":8,"filename":"Codebook.pdf"}}]}}}
    """

  private func download(_ address: Download.Address, sha256: String? = nil, _ evidence: AddressEvidence = .strong)
    -> Download
  {
    Download(address, as: "votes.csv", version: "1", evidence, sha256: sha256)
  }

  @Test func newestMatchOfADataverse() throws {
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/api/datasets/:persistentId/")
        ? .init(body: Array(Self.listing.utf8)) : .init(status: 404)
    }
    defer { server.stop() }
    let found = try downloader.resolve(
      download(.dataverse(host: server.address, doi: "doi:10.1/X", names: ["votes*", "UNVotes*"], pinned: 1)),
      folder: folder.path)
    #expect(found.url == server.address + "/api/access/datafile/9?format=original")
    #expect(found.checksum == .init(.md5, "bb", isBinding: false), "a converted table's checksum only warns")
    #expect(server.requests.first?.path == "/api/datasets/:persistentId/?persistentId=doi:10.1/X")
    #expect(folder.contents == [])
    let csv = try downloader.resolve(
      download(.dataverse(host: server.address, doi: "10.1/X", names: ["*.csv"], pinned: nil)), folder: folder.path)
    #expect(csv.checksum == .init(.md5, "aa", isBinding: true))
  }

  @Test func pinnedNumberWhenTheListingHasNoMatchOrCannotBeRead() throws {
    let server = try LoopbackServer { request in
      request.path.contains("10.1/X") ? .init(body: Array(Self.listing.utf8)) : .init(body: Array("<html>".utf8))
    }
    defer { server.stop() }
    for doi in ["10.1/X", "10.1/Y"] {
      let found = try downloader.resolve(
        download(.dataverse(host: server.address, doi: doi, names: ["none*"], pinned: 42)), folder: folder.path)
      #expect(
        found
          == .init(
            url: server.address + "/api/access/datafile/42?format=original", checksum: nil, fileName: "votes.csv"))
      #expect(throws: DownloadError.self) {
        try downloader.resolve(
          download(.dataverse(host: server.address, doi: doi, names: ["none*"], pinned: nil)), folder: folder.path)
      }
    }
  }

  @Test func lastLinkOfAPage() throws {
    let page = """
      <a href="/record/1/files/2025_09_19_ga_voting.csv?ln=en">a</a> <a href='other.pdf'>b</a>
      {"uri":"https:\\/\\/example.org\\/files\\/2026_02_06_ga_voting.csv","x":"2026_02_06_sc_voting.csv"}
      """
    let server = try LoopbackServer { $0.path == "/record/1" ? .init(body: Array(page.utf8)) : .init(status: 404) }
    defer { server.stop() }
    func found(_ page: String) throws -> Downloader.Resolved {
      try downloader.resolve(
        download(.linked(page: server.address + page, pattern: "*_ga_voting.csv", fallback: "https://x/old.csv")),
        folder: folder.path)
    }
    #expect(try found("/record/1").url == "https://example.org/files/2026_02_06_ga_voting.csv")
    #expect(try found("/record/1").fileName == "2026_02_06_ga_voting.csv")
    #expect(try found("/record/2").url == "https://x/old.csv")
    #expect(try found("/record/2").fileName == "votes.csv")
  }

  @Test func aKnownChecksumBindsWhereTheEvidenceIsStrong() throws {
    for (evidence, isBinding) in [(AddressEvidence.strong, true), (.medium, false), (.weak, false)] {
      let found = try downloader.resolve(
        download(.fixed("https://x/a"), sha256: "ab", evidence), folder: folder.path)
      #expect(
        found
          == .init(
            url: "https://x/a", checksum: .init(.sha256, "ab", isBinding: isBinding), fileName: "votes.csv"))
    }
  }
}
