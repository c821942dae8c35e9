import Testing

@testable import Delimited

@Suite struct RowIssueTests {
  @Test func escapesWhatDoesNotPrint() {
    #expect(escaped("a\t\"b\"\n\\".utf8) == "\"a\\t\\\"b\\\"\\n\\\\\"")
    #expect(escaped([0x00, 0x1B, 0xFF]) == "\"\\x00\\x1b\\xff\"")
    #expect(escaped("中".utf8) == "\"中\"")
  }

  @Test func cutsBetweenCharacters() {
    #expect(escaped("aaaa中".utf8, limit: 5) == "\"aaaa\"...")
    #expect(escaped("aa中中".utf8, limit: 5) == "\"aa中\"...")
    #expect(escaped([UInt8](repeating: 0x61, count: 100)).count == 65)
  }

  @Test func unnamedColumnsHaveAPosition() throws {
    let table = try read(",b\nx,1\n", [.integer("#1")])
    #expect(table.issues.listed.first?.description.contains("line 2, column 1: found \"x\"") == true)
  }
}
