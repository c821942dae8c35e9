import Testing

@testable import Delimited

@Suite struct InflateStreamTests {
  let schema: Delimited.Schema = [.integer("a"), .text("b")]

  func text(_ rows: Int) -> String {
    var text = "a,b\n"
    for i in 0..<rows { text += "\(i),name \(i &* 7919 % 1000)\n" }
    return text
  }

  func read(_ bytes: [UInt8], limits: Delimited.Limits = .standard) throws(DelimitedError) -> Delimited.Table {
    try Delimited.read(.bytes(bytes, name: "t.gz"), schema: schema, limits: limits)
  }

  @Test func readsGzip() throws {
    let table = try read(gzip(text(10_000)))
    #expect(table.rowCount == 10_000)
    #expect(try table.integers("a").last == 9_999)
  }

  @Test func readsAllMembers() throws {
    let bytes = gzip("a,b\n1,x\n") + gzip("2,") + gzip("") + gzip("y\n3,z\n")
    #expect(try read(bytes).integers("a") == [1, 2, 3])
    #expect(try Delimited.gunzip(bytes, name: "t") == Array("a,b\n1,x\n2,y\n3,z\n".utf8))
  }

  @Test func acceptsZeroPadding() throws {
    #expect(try read(gzip("a,b\n1,x\n") + [0, 0, 0]).rowCount == 1)
  }

  @Test func refusesOtherBytesBehind() {
    let bytes = gzip("a,b\n1,x\n")
    let error = failure { () throws(DelimitedError) in _ = try read(bytes + Array("rest".utf8)) }
    guard case .damaged(_, "gzip", let offset, let reason)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(offset == bytes.count)
    #expect(reason.contains("further gzip member"))
  }

  @Test func everyTruncationIsAnError() {
    let bytes = gzip(text(300))
    for count in 2..<bytes.count {
      let error = failure { () throws(DelimitedError) in _ = try read(Array(bytes[..<count])) }
      guard case .damaged(_, "gzip", let offset, _)? = error else {
        Issue.record("cut after \(count) bytes: \(String(describing: error))")
        return
      }
      #expect(offset <= count)
    }
  }

  @Test func wrongChecksumIsAnError() {
    var bytes = gzip(text(300))
    bytes[bytes.count - 6] ^= 1
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("incorrect data check") == true, "\(String(describing: error))")
  }

  @Test func wrongLengthIsAnError() {
    var bytes = gzip(text(300))
    bytes[bytes.count - 1] ^= 1
    let error = failure { () throws(DelimitedError) in _ = try read(bytes) }
    #expect(error?.description.contains("incorrect length check") == true, "\(String(describing: error))")
  }

  @Test func bombIsRefusedBySize() {
    let bytes = gzip([UInt8](repeating: 0x61, count: 3_000_000))
    let limits = Delimited.Limits(bytes: 1_000_000)
    let error = failure { () throws(DelimitedError) in _ = try Delimited.gunzip(bytes, name: "t", limits: limits) }
    guard case .limit(_, "the decompressed size in bytes", 1_000_000, _)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  @Test func bombIsRefusedByRatio() {
    let bytes = gzip([UInt8](repeating: 0x0A, count: 80 << 20))
    let error = failure { () throws(DelimitedError) in _ = try Delimited.gunzip(bytes, name: "t") }
    guard case .limit(_, "the ratio of decompressed to compressed size", 500, _)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }
}
