import Foundation
import Synchronization
import Testing

@testable import Datasets

@Suite("Downloader")
struct DownloaderTests {
  private let folder: ScratchFolder
  private let bytes: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }

  init() throws { folder = try ScratchFolder() }

  private func downloader(
    bytes: Int = 1 << 20, idle: Double = 5, total: Double = 20, attempts: Int = 3
  ) -> Downloader {
    Downloader(
      version: "1.2.3",
      limits: .init(bytes: bytes, idle: idle, total: total, attempts: attempts, pause: 0.01))
  }

  private func failure(_ body: () throws(DownloadError) -> Void) -> DownloadError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func wholeFileUnderItsOwnName() throws {
    let bytes = bytes
    let server = try LoopbackServer { .file(bytes, to: $0) }
    defer { server.stop() }
    let seen = Mutex<[Int]>([])
    let file = try downloader().fetch(
      server.address + "/data.csv", as: "data.csv", into: folder.path,
      checksum: .init(.sha256, SHA256.digest(bytes), isBinding: true)
    ) { size, total in
      #expect(total == 200_000)
      seen.withLock { $0.append(size) }
    }
    #expect(file.size == 200_000)
    #expect(file.warnings == [])
    #expect(FileManager.default.contents(atPath: folder.file("data.csv")).map { [UInt8]($0) } == bytes)
    #expect(folder.contents == ["data.csv"])
    #expect(server.requests.map { $0.headers["user-agent"] } == ["entente/1.2.3"])
    #expect(seen.withLock { $0.last } == 200_000)
    #expect(seen.withLock { $0 == $0.sorted() })
  }

  @Test func goesOnWhereTheConnectionWasCut() throws {
    let bytes = bytes
    let count = Mutex(0)
    let server = try LoopbackServer { request in
      var answer = LoopbackServer.Answer.file(bytes, to: request)
      if count.withLock({
        $0 += 1; return $0
      }) == 1 {
        answer.cutAfter = 70_000
      }
      return answer
    }
    defer { server.stop() }
    let file = try downloader().fetch(server.address + "/a", as: "a", into: folder.path)
    #expect(FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } == bytes)
    #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=70000-"])
    #expect(server.requests.last?.headers["if-range"] == "\"one\"")
  }

  @Test func goesOnInALaterRunAndBeginsAnewWhenTheFileChanged() throws {
    let bytes = bytes
    let tag = Mutex("\"one\"")
    let cut = Mutex<Int?>(50_000)
    let server = try LoopbackServer { request in
      var answer = LoopbackServer.Answer.file(bytes, tag: tag.withLock { $0 }, to: request)
      answer.cutAfter = cut.withLock { $0 }
      return answer
    }
    defer { server.stop() }
    let url = server.address + "/a"
    let cutShort = failure { () throws(DownloadError) in
      _ = try downloader(attempts: 1).fetch(url, as: "a", into: folder.path)
    }
    #expect(cutShort == .cut(url: url, received: 50_000, expected: 200_000))
    #expect(folder.contents == ["a.part", "a.part.json"])
    tag.withLock { $0 = "\"two\"" }
    cut.withLock { $0 = nil }
    let file = try downloader(attempts: 1).fetch(url, as: "a", into: folder.path)
    #expect(server.requests.last?.headers["range"] == "bytes=50000-")
    #expect(FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } == bytes)
    #expect(folder.contents == ["a"])
  }

  @Test func beginsAnewWhenThePartialFileIsOfAnotherAddressOrTooLong() throws {
    let bytes = bytes
    let server = try LoopbackServer { .file(bytes, to: $0) }
    defer { server.stop() }
    for origin in ["\(server.address)/a", "\(server.address)/other"] {
      try Data(repeating: 1, count: 200_000).write(to: URL(fileURLWithPath: folder.file("a.part")))
      let json = try JSONEncoder().encode(PartialFile.Origin(url: origin, validator: "\"one\""))
      try json.write(to: URL(fileURLWithPath: folder.file("a.part.json")))
      let file = try downloader().fetch(server.address + "/a", as: "a", into: folder.path)
      #expect(FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } == bytes)
    }
    #expect(server.requests.map { $0.headers["range"] } == ["bytes=200000-", nil, nil])
  }

  @Test func wrongChecksumIsRefusedOrWarned() throws {
    let bytes = bytes
    let server = try LoopbackServer { .file(bytes, to: $0) }
    defer { server.stop() }
    let url = server.address + "/a"
    let refused = failure { () throws(DownloadError) in
      _ = try downloader().fetch(
        url, as: "a", into: folder.path, checksum: .init(.md5, "00ff", isBinding: true))
    }
    guard case .checksum(url, "MD5", let found, "00ff")? = refused else {
      Issue.record("found \(String(describing: refused))")
      return
    }
    #expect(found.count == 32)
    #expect(folder.contents == [])
    let file = try downloader().fetch(
      url, as: "a", into: folder.path, checksum: .init(.sha256, "00FF", isBinding: false))
    #expect(file.warnings.count == 1)
    #expect(file.warnings.first?.contains("expected 00ff") == true)
    #expect(folder.contents == ["a"])
  }

  @Test func statusesHaveTheirMeaning() throws {
    let server = try LoopbackServer { request in
      let status = Int(request.path.dropFirst()) ?? 500
      let body = "You may not download this file without the required Guestbook response"
      return LoopbackServer.Answer(status: status, body: status == 403 ? Array(body.utf8) : [])
    }
    defer { server.stop() }
    func failed(_ status: Int) -> DownloadError? {
      failure { () throws(DownloadError) in
        _ = try downloader(attempts: 2).fetch("\(server.address)/\(status)", as: "a", into: folder.path)
      }
    }
    #expect(failed(404) == .notFound(url: server.address + "/404"))
    #expect(failed(410) == .notFound(url: server.address + "/410"))
    #expect(
      failed(403)
        == .refused(
          url: server.address + "/403", status: 403,
          detail: "the publisher asks every user to fill in a form (guestbook) first"))
    #expect(server.requests.count == 3)
    #expect(failed(503) == .server(url: server.address + "/503", status: 503))
    #expect(server.requests.count == 5, "a failing server is asked again")
    #expect(folder.contents == [])
  }

  @Test func webPageInsteadOfAFile() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.Answer(
        headers: ["Content-Type": "text/csv"], body: Array("\u{FEFF}\n <!DOCTYPE html><html>Please log in".utf8))
    }
    defer { server.stop() }
    let url = server.address + "/a.csv"
    let failed = failure { () throws(DownloadError) in
      _ = try downloader().fetch(url, as: "a.csv", into: folder.path)
    }
    #expect(failed == .webPage(url: url))
    #expect(folder.contents == [])
  }

  @Test(arguments: [nil, 0, 1_000_000]) func tooLarge(announced: Int?) throws {
    let bytes = bytes
    let server = try LoopbackServer { _ in LoopbackServer.Answer(body: bytes, announced: announced) }
    defer { server.stop() }
    let failed = failure { () throws(DownloadError) in
      _ = try downloader(bytes: 100_000, attempts: 1).fetch(server.address + "/a", as: "a", into: folder.path)
    }
    switch announced {
    case 0: #expect(failed == nil, "nothing was announced and nothing is read")
    case let announced?:
      #expect(failed == .tooLarge(url: server.address + "/a", bytes: announced, limit: 100_000))
    case nil: #expect(failed == .tooLarge(url: server.address + "/a", bytes: 200_000, limit: 100_000))
    }
    #expect(!folder.contents.contains("a") || announced == 0)
  }

  @Test func slowServersAreLeft() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Answer(body: [1, 2, 3], delay: 4) }
    defer { server.stop() }
    let url = server.address + "/a"
    let start = ContinuousClock.now
    let silent = failure { () throws(DownloadError) in
      _ = try downloader(idle: 1, attempts: 1).fetch(url, as: "a", into: folder.path)
    }
    #expect(silent == .timedOut(url: url, seconds: 1))
    let late = failure { () throws(DownloadError) in
      _ = try downloader(idle: 30, total: 0.5, attempts: 1).fetch(url, as: "b", into: folder.path)
    }
    #expect(late == .timedOut(url: url, seconds: 0.5))
    #expect(ContinuousClock.now - start < .seconds(3.5))
  }

  @Test func followsRedirectionsToALimit() throws {
    let bytes = bytes
    let server = try LoopbackServer { request in
      switch request.path {
      case "/start": .init(status: 302, headers: ["Location": "/store/file?key=1"])
      case "/loop": .init(status: 302, headers: ["Location": "/loop"])
      default: .file(bytes, to: request)
      }
    }
    defer { server.stop() }
    let file = try downloader().fetch(server.address + "/start", as: "a", into: folder.path)
    #expect(file.url == server.address + "/store/file?key=1")
    #expect(file.size == 200_000)
    let looped = failure { () throws(DownloadError) in
      _ = try downloader().fetch(server.address + "/loop", as: "b", into: folder.path)
    }
    #expect(looped == .unexpected(url: server.address + "/loop", detail: "more than 10 redirections"))
  }

  @Test func noServerNoNameNoAddress() {
    func failed(_ url: String) -> DownloadError? {
      failure { () throws(DownloadError) in
        _ = try downloader(attempts: 1).fetch(url, as: "a", into: folder.path)
      }
    }
    guard case .unreachable? = failed("http://127.0.0.1:9/a") else {
      Issue.record("connected to port 9")
      return
    }
    #expect(failed("ftp://example.org/a") == .badAddress("ftp://example.org/a"))
    #expect(failed("no address") == .badAddress("no address"))
    #expect(failed("file:///etc/passwd") == .badAddress("file:///etc/passwd"))
  }

  @Test func brokenCertificatesAreNamed() {
    let unverified = NSError(
      domain: NSURLErrorDomain, code: NSURLErrorUnknown,
      userInfo: [NSLocalizedDescriptionKey: "SSL certificate problem: unable to get local issuer certificate"])
    let error = DownloadError(unverified, url: "https://x/", 0, nil)
    #expect(
      error
        == .certificate(url: "https://x/", detail: "SSL certificate problem: unable to get local issuer certificate"))
    #expect(error.description.contains("incomplete chain"))
  }

  @Test func contentRanges() {
    #expect(ContentRange("bytes 100-199/200")?.start == 100)
    #expect(ContentRange("bytes 100-199/200")?.total == 200)
    #expect(ContentRange("bytes 0-9/*")?.total == nil)
    #expect(ContentRange("bytes 0-9/*")?.start == 0)
    for text in [nil, "", "bytes", "bytes */200", "items 0-1/2", "bytes x-1/2", "bytes 1-2"] {
      #expect(ContentRange(text) == nil, "\(text ?? "nil")")
    }
  }
}
