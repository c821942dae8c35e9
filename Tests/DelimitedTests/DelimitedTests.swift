import Testing

@testable import Delimited

@Suite struct DelimitedTests {
  let ab: Delimited.Schema = [.integer("a"), .text("b")]

  @Test func readsRows() throws {
    let table = try read("a,b\n1,x\n2,y\n", ab)
    #expect(try table.integers("a") == [1, 2])
    #expect(try table.texts("b").strings() == ["x", "y"])
    #expect(table.lines[0] == 2)
    #expect(table.lines[1] == 3)
    #expect(table.lines[2] == nil)
    #expect(table.issues.isEmpty)
    #expect(table.header == ["a", "b"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "end"])
  func lineBreaks(_ lineBreak: String, _ end: String) throws {
    let text = "a,b\(lineBreak)1,x\(lineBreak)\(lineBreak)2,\"y\(lineBreak)z\"" + (end.isEmpty ? "" : lineBreak)
    for blockBytes in [1, 2, 3, 7, 1 << 18] {
      let table = try read(text, ab, blockBytes: blockBytes)
      #expect(try table.integers("a") == [1, 2], "block of \(blockBytes)")
      #expect(try table.texts("b").strings() == ["x", "y\(lineBreak)z"])
      #expect(table.blankLines == 1)
      #expect(table.lines[0] == 2)
      #expect(table.lines[1] == 4)
    }
  }

  @Test func quotes() throws {
    let text = "a,b\n1,\"x, \"\"y\"\"\"\n2,\"\"\n3,say \"\"hi\"\"\n\"4\",z\n5,\"\"\"\"\n"
    let table = try read(text, ab)
    #expect(try table.integers("a") == [1, 2, 3, 4, 5])
    #expect(try table.texts("b").strings() == ["x, \"y\"", "", "say \"\"hi\"\"", "z", "\""])
  }

  @Test func withoutQuotes() throws {
    let table = try read("a\tb\n1\t\"x\n2\t5\" gun\n", ab, format: .tsv)
    #expect(try table.texts("b").strings() == ["\"x", "5\" gun"])
  }

  @Test func semicolons() throws {
    let table = try read("a;b\n1;x,y\n", ab, format: .init(separator: .semicolon))
    #expect(try table.texts("b").strings() == ["x,y"])
  }

  @Test func missingCodes() throws {
    let schema: Delimited.Schema = [
      .integer("i", missing: ["-9", "", "."], range: 0...5), .number("x", missing: ["-9", "NA"]),
      .text("t", missing: ["", "NA"]), .day("d", missing: ["", "-9"]),
    ]
    let table = try read("i,x,t,d\n-9,-9,NA,-9\n,-9.0,,\n.,NA,\"\",\n3,.5,n,1970-01-02\n", schema)
    #expect(try table.integers("i") == [.min, .min, .min, 3])
    let x = try table.numbers("x")
    #expect(x[..<3].allSatisfy(\.isNaN) && x[3] == 0.5)
    #expect(try table.texts("t").codes == [-1, -1, -1, 0])
    #expect(try table.days("d") == [.min, .min, .min, 1])
    #expect(table.issues.isEmpty)
  }

  @Test func wrongFieldsAreListed() throws {
    let text = "a,b\n1,x\nzwei,y\n99999999999,z\n,q\n4,w,extra\n5\n6,v\n"
    let table = try read(text, [.integer("a", missing: []), .text("b")])
    #expect(try table.integers("a") == [1, 6])
    #expect(table.issues.total == 5)
    #expect(table.issues.listed.map(\.line) == [3, 4, 5, 6, 7])
    #expect(
      table.issues.listed[0].description
        == "t.csv: line 3, column 1 (a): found \"zwei\", expected an integer")
    #expect(table.issues.listed[3].description.contains("found 3 fields in \"4,w,extra\", expected 2 fields"))
    #expect(table.lines[1] == 8)
  }

  @Test func rangesAreChecked() throws {
    let table = try read("a\n1\n9\n10\n-1\n2147483648\n", [.integer("a", range: 0...9)])
    #expect(try table.integers("a") == [1, 9])
    #expect(table.issues.listed.first?.expected == "an integer from 0 to 9, or missing as \"\"")
    let numbers = try read("a\n0.5\n1.5\n1e400\n", [.number("a", range: 0...1)])
    #expect(try numbers.numbers("a") == [0.5])
    #expect(numbers.issues.total == 2)
  }

  @Test func strictThrowsTheFirst() {
    let error = failure { () throws(DelimitedError) in _ = try read("a,b\n1,x\nq,y\nr,z\n", ab, mode: .strict) }
    guard case .row(let issue)? = error else {
      Issue.record("expected a row, found \(String(describing: error))")
      return
    }
    #expect(issue.line == 3)
    #expect(issue.found == "\"q\"")
  }

  @Test func listIsCappedAndAllAreCounted() throws {
    let text = "a\n" + String(repeating: "x\n", count: 5_000)
    let table = try read(text, [.integer("a")], blockBytes: 64)
    #expect(table.issues.total == 5_000)
    #expect(table.issues.listed.count == 1_000)
    #expect(try read(text, [.integer("a")], mode: .collect(listing: 3)).issues.listed.map(\.line) == [2, 3, 4])
  }

  @Test func wholeNumbersWithDecimals() throws {
    let schema: Delimited.Schema = [.integer("a", acceptsDecimals: true)]
    let table = try read("a\n120.0\n1e+05\n\"7\"\n +8 \n1.5\n3e10\n", schema)
    #expect(try table.integers("a") == [120, 100_000, 7, 8])
    #expect(table.issues.total == 2)
    #expect(try read("a\n120.0\n", [.integer("a")]).issues.total == 1)
  }

  @Test func quoteThatNeverCloses() throws {
    let text = "a,b\n1,x\n2,\"y\n3,z\n4,w\n"
    for blockBytes in [1, 4, 9, 1 << 18] {
      let table = try read(text, ab, blockBytes: blockBytes)
      #expect(try table.integers("a") == [1, 3, 4], "block of \(blockBytes)")
      #expect(table.issues.listed.map(\.line) == [3])
    }
    let table = try read("a,b\n1,\"x\" y\n2,z\n", ab)
    #expect(try table.integers("a") == [2])
    #expect(table.issues.listed.first?.found == "\" y\" after the closing quote")
  }

  @Test func paddedRows() throws {
    let text = "a,b,c\n1,x\n2,y,z\n3,y,z,,\n4,y,z,q\n5\n"
    let schema: Delimited.Schema = [.integer("a"), .text("b"), .integer("c", missing: ["", "z"])]
    let table = try read(text, schema, format: .init(raggedRows: .pad))
    #expect(try table.integers("a") == [1, 2, 3, 5])
    #expect(try table.integers("c") == [.min, .min, .min, .min])
    #expect(table.issues.listed.map(\.line) == [5])
  }

  @Test func accessorsNameWhatThereIs() throws {
    let table = try read("a,b\n1,x\n", [.integer("a"), .text("b"), .number("c", optional: true)])
    #expect(!table.has("c"))
    let error = failure { () throws(DelimitedError) in _ = try table.numbers("c") }
    #expect(error?.description == "t.csv: the table has no number column \"c\"; it has \"a\", \"b\"")
  }

  @Test func batchesAreTheTable() throws {
    var text = "a,b\n"
    for i in 0..<2_000 { text += "\(i),\"v\(i % 7)\n\"\n" }
    for workers in [1, 2] {
      var values: [Int32] = []
      var lines: [Int] = []
      var texts: [String?] = []
      let summary = try Delimited.forEachBatch(
        .bytes(Array(text.utf8), name: "t.csv"), format: .csv, schema: ab, mode: .collect, limits: .standard,
        workers: workers, blockBytes: 512
      ) { batch in
        values += try batch.integers("a")
        texts += try batch.texts("b").strings()
        lines += (0..<batch.rowCount).map { batch.lines[$0] ?? -1 }
      }
      #expect(summary.rowCount == 2_000)
      #expect(values == (0..<2_000).map { Int32($0) })
      #expect(lines == (0..<2_000).map { 2 + 2 * $0 })
      #expect(texts == (0..<2_000).map { "v\($0 % 7)\n" })
    }
  }

  @Test func batchErrorsArePassedOn() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      _ = try Delimited.forEachBatch(.bytes(Array("a,b\n1,x\n".utf8), name: "t"), schema: ab) { _ in throw Stop() }
    }
  }
}
