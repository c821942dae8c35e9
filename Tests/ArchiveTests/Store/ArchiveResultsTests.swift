import GRDB
import Testing

@testable import Archive

@Suite("Results")
struct ArchiveResultsTests {
  @Test func keptByAllPartsOfTheKey() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file("a.sqlite"), for: .write)
    func key(
      _ kind: String = "k", _ subject: String = "s", _ settings: String = "x", _ seed: Int64 = 1, _ v: String = "v"
    )
      -> Archive.ResultKey
    {
      .init(kind: kind, subject: subject, settings: settings, seed: seed, vintages: v)
    }
    #expect(try archive.result(key()) == nil)
    try archive.store([1, 2, 3], as: key(), computed: "2026-11-23")
    #expect(try archive.result(key()) == [1, 2, 3])
    for other in [key("j"), key("k", "t"), key("k", "s", "y"), key("k", "s", "x", -1), key("k", "s", "x", 1, "w")] {
      #expect(try archive.result(other) == nil, "\(other)")
    }
    try archive.store([], as: key(), computed: "2026-11-24")
    #expect(try archive.result(key()) == [])
    try archive.store([9, 9], as: key(), computed: "2026-11-24")
    try archive.queue.write { try $0.execute(sql: "UPDATE result SET bytes = x'0909ff'") }
    #expect(try archive.result(key()) == nil, "damaged bytes are no result")
  }
}
