import Testing

@testable import Delimited

@Suite struct SchemaTests {
  func positions(_ header: [String], _ schema: Delimited.Schema) throws(DelimitedError) -> [Int?] {
    try schema.resolve(header, file: "t.csv", line: 1).map(\.position)
  }

  @Test func namesAreFoundWithoutCaseAndSpaces() throws {
    #expect(try positions(["CCode", "EndDay2 ", "x"], [.integer("ccode"), .integer("EndDay2")]) == [0, 1])
    #expect(try positions(["YEAR", "year"], [.integer("year")]) == [1])
  }

  @Test func alternativesAreTriedInOrder() throws {
    #expect(try positions(["stateb", "ccode2"], [.integer("b", or: ["ccode2", "stateb"])]) == [1])
  }

  @Test func positionsAndUnnamedColumns() throws {
    #expect(try positions(["", "a", "", "a"], [.integer("#1"), .integer("second a", or: ["#4"])]) == [0, 3])
    let error = failure { () throws(DelimitedError) in _ = try positions(["a", "b", "a"], [.integer("a")]) }
    #expect(error == .ambiguousColumn(file: "t.csv", name: "a", positions: [1, 3]))
    #expect(error?.description.hasSuffix("ask for one of them by position, \"#1\"") == true)
  }

  @Test func absentColumns() throws {
    #expect(try positions(["a"], [.integer("a"), .number("x", optional: true)]) == [0, nil])
    let error = failure { () throws(DelimitedError) in _ = try positions(["ccode1", "yaer"], [.integer("year")]) }
    #expect(
      error?.description
        == "t.csv: line 1: no column \"year\"; the nearest name is \"yaer\". Found \"ccode1\", \"yaer\"")
    let far = failure { () throws(DelimitedError) in _ = try positions(["ccode1"], [.integer("year")]) }
    #expect(far?.description == "t.csv: line 1: no column \"year\". Found \"ccode1\"")
    #expect(throws: DelimitedError.self) { try positions(["a"], [.integer("#2")]) }
  }

  @Test func contradictions() {
    #expect(throws: DelimitedError.self) { try positions(["a"], []) }
    #expect(throws: DelimitedError.self) { try positions(["a"], [.integer("a"), .text("a")]) }
    #expect(throws: DelimitedError.self) { try positions(["a"], [.integer("a"), .text("A")]) }
    #expect(throws: DelimitedError.self) { try positions([], [.integer("a")]) }
  }
}
