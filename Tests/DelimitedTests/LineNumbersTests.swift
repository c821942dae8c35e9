import Testing

@testable import Delimited

@Suite struct LineNumbersTests {
  @Test func findsEveryRow() throws {
    let expected = (0..<500).filter { $0 % 7 != 3 && $0 % 11 != 5 }
    var text = "a\n"
    for i in 0..<500 { text += i % 7 == 3 ? "\n" : i % 11 == 5 ? "bad\n" : "\(i)\n" }
    for blockBytes in [8, 100, 1 << 18] {
      let table = try read(text, [.integer("a")], blockBytes: blockBytes)
      #expect((0..<table.rowCount).map { table.lines[$0] } == expected.map { $0 + 2 })
      #expect(table.lines[table.rowCount] == nil)
      #expect(table.lines[-1] == nil)
    }
  }

  @Test func plainFilesNeedOneEntry() throws {
    let text = "a\n" + String(repeating: "1\n", count: 10_000)
    #expect(try read(text, [.integer("a")], workers: 2, blockBytes: 256).lines.rows.count == 1)
  }
}
