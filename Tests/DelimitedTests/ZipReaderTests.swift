import Testing

@testable import Delimited

@Suite struct ZipReaderTests {
  let schema: Delimited.Schema = [.integer("a"), .text("b")]
  let one = Array("a,b\n1,x\n".utf8)
  let two = Array("a,b\n2,y\n".utf8)

  func read(_ bytes: [UInt8], _ member: Delimited.Member = .only) throws(DelimitedError) -> [Int32] {
    try Delimited.read(.bytes(bytes, name: "t.zip", member: member), schema: schema).integers("a")
  }

  @Test(arguments: [false, true], [false, true])
  func readsStoredAndDeflated(_ stored: Bool, _ zip64: Bool) throws {
    #expect(try read(zip([("t.csv", one)], stored: stored, zip64: zip64)) == [1])
  }

  @Test func choosesByBasename() throws {
    let bytes = zip([("A/one.csv", one), ("b\\Two.CSV", two), ("A/", []), ("__MACOSX/A/one.csv", two)])
    #expect(try read(bytes, .named("ONE.csv")) == [1])
    #expect(try read(bytes, .named("two.csv")) == [2])
    #expect(try read(bytes, .matching("a file beginning with tw") { $0.hasPrefix("tw") }) == [2])
    #expect(try Delimited.ZipReader(bytes, name: "t.zip").members.map(\.basename) == ["one.csv", "Two.CSV"])
  }

  @Test func onlyIsTheOnlyTable() throws {
    #expect(try read(zip([("readme.pdf", [1, 2]), ("data.csv", one)])) == [1])
    let error = failure { () throws(DelimitedError) in _ = try read(zip([("a.csv", one), ("b.csv", two)])) }
    #expect(
      error?.description
        == "t.zip: found \"a.csv\", \"b.csv\", expected a single table. Name the member to read")
  }

  @Test func unknownMemberListsTheMembers() {
    let error = failure { () throws(DelimitedError) in _ = try read(zip([("a.csv", one)]), .named("c.csv")) }
    #expect(error?.description.contains("found \"a.csv\", expected a member \"c.csv\"") == true)
  }

  @Test func archivesWithinArchives() throws {
    let inner = zip([("NMC-70-abridged.csv", one), ("notes.txt", [0x20])])
    let outer = zip([("NMCv7/NMC-v7-abridged.zip", inner), ("x.csv", two)])
    let member = Delimited.Member.named("NMC-v7-abridged.zip").then(.named("NMC-70-abridged.csv"))
    #expect(try read(outer, member) == [1])
    #expect(try read(inner, member) == [1])
    #expect(try read(one, member) == [1])
    #expect(try read(zip([("t.csv.gz", gzip(two))])) == [2])
  }

  @Test func bytesOfAMember() throws {
    let archive = try Delimited.ZipReader(zip([("a.csv", one), ("b.bin", two)]), name: "t.zip")
    #expect(try archive.bytes(of: archive.entry(.named("B.BIN"))) == two)
    #expect(archive.members[0].size == one.count)
  }

  @Test(arguments: [false, true])
  func everyTruncationIsAnError(_ zip64: Bool) {
    let bytes = zip([("a.csv", one), ("b.csv", two)], zip64: zip64)
    for count in 4..<bytes.count {
      let error = failure { () throws(DelimitedError) in _ = try read(Array(bytes[..<count]), .named("a.csv")) }
      guard case .damaged(_, "zip", _, _)? = error else {
        Issue.record("cut after \(count) bytes: \(String(describing: error))")
        return
      }
    }
  }

  @Test(arguments: [false, true])
  func wrongChecksumIsAnError(_ stored: Bool) {
    var bytes = zip([("a.csv", one)], stored: stored)
    // The checksum in the directory: the directory begins 46 + 5 bytes before the 22 of the end record.
    bytes[bytes.count - 22 - 51 + 16] ^= 1
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("the checksum (CRC-32) differs") == true, "\(String(describing: error))")
  }

  @Test func encryptedAndForeignMembersAreRefused() {
    let plain = zip([("a.csv", one)])
    var bytes = plain
    bytes[bytes.count - 22 - 51 + 8] |= 1
    #expect(failure { () throws(DelimitedError) in _ = try read(bytes) }?.description.contains("is encrypted") == true)
    bytes = plain
    bytes[bytes.count - 22 - 51 + 10] = 93
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("compressed by method 93") == true)
  }

  @Test func workbooksAreRefused() {
    let bytes = zip([("[Content_Types].xml", one), ("xl/sheet1.xml", two)])
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("is an Excel or Office file") == true)
  }

  @Test func bombIsRefused() {
    let bytes = zip([("a.csv", [UInt8](repeating: 0x61, count: 2_000_000))])
    let error = failure { () throws(DelimitedError) in
      _ = try Delimited.read(.bytes(bytes, name: "t.zip"), schema: schema, limits: .init(bytes: 1_000_000))
    }
    guard case .limit? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  @Test func nestingIsLimited() {
    var bytes = one
    for _ in 0..<6 { bytes = zip([("a.zip", bytes)]) }
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("the depth of archives within archives") == true)
  }
}
