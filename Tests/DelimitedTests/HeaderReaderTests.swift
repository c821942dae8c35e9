import Testing

@testable import Delimited

@Suite struct HeaderReaderTests {
  let ab: Delimited.Schema = [.integer("a"), .text("b")]

  @Test func byteOrderMark() throws {
    #expect(try read("\u{FEFF}\"a\",b\n1,x\n", ab).header == ["a", "b"])
    let table = try read("\u{FEFF}1,x\n", ab, format: .init(header: .none(["a", "b"])))
    #expect(try table.integers("a") == [1])
    #expect(table.lines[0] == 1)
  }

  @Test func preambleByLines() throws {
    let text = "Data from \"somewhere\n\n,,\r\n\na,b\n1,x\n"
    let table = try read(text, ab, format: .init(header: .afterLines(3)))
    #expect(try table.integers("a") == [1])
    #expect(table.lines[0] == 6)
  }

  @Test func preambleByNames() throws {
    let text = "A \"title\", of sorts\n\"a\",b and more\n\"two\nlines\",\n B ,A,c\nx,1,\n"
    let format = Delimited.Format(header: .firstRowNaming(["a", "b"]))
    let table = try read(text, ab, format: format)
    #expect(table.header == [" B ", "A", "c"])
    #expect(try table.integers("a") == [1])
    #expect(table.lines[0] == 6)
    let error = failure { () throws(DelimitedError) in _ = try read("x,y\n1,2\n", ab, format: format) }
    #expect(error == .noHeader(file: "t.csv", naming: ["a", "b"], linesSearched: 2))
  }

  @Test func emptyFiles() throws {
    for text in ["", "\n\n", "\r\n", "\u{FEFF}"] {
      #expect(failure { () throws(DelimitedError) in _ = try read(text, ab) } == .empty(file: "t.csv"), "\(text)")
    }
    #expect(failure { () throws(DelimitedError) in _ = try read("\na,b", ab) } == .noRows(file: "t.csv", line: 2))
    #expect(failure { () throws(DelimitedError) in _ = try read("a,b\n\n", ab) } == .noRows(file: "t.csv", line: 1))
    let headless = Delimited.Format(header: .none(["a", "b"]))
    #expect(failure { () throws(DelimitedError) in _ = try read("\n", ab, format: headless) } == .empty(file: "t.csv"))
    let lenient = Delimited.Format(requiresRows: false)
    #expect(try read("a,b\n", ab, format: lenient).rowCount == 0)
  }

  @Test func longHeaders() throws {
    let names = (0..<15_000).map { "column_number_\($0)" }
    let text = names.joined(separator: ",") + "\n" + names.indices.map { "\($0)" }.joined(separator: ",") + "\n"
    #expect(text.utf8.count > 1 << 18)
    for blockBytes in [64, 1 << 18] {
      let table = try read(text, [.integer("column_number_14999")], blockBytes: blockBytes)
      #expect(try table.integers("column_number_14999") == [14_999])
    }
    let error = failure { () throws(DelimitedError) in
      _ = try read(text, [.integer("column_number_0")], limits: .init(columns: 100))
    }
    #expect(error == .limit(file: "t.csv", what: "the number of columns", limit: 100, position: "line 1"))
  }

  @Test func namesInOldEncodings() throws {
    let bytes = Array("a,C".utf8) + [0xF4] + Array("te\n1,2\n".utf8)
    for encoding in [Delimited.Encoding.utf8, .latin1, .windows1252] {
      #expect(try read(bytes, [.integer("a")], format: .init(encoding: encoding)).header == ["a", "Côte"])
    }
  }

  @Test func headerAlone() throws {
    #expect(try Delimited.header(.bytes(Array("\"\",b\n1,2\n".utf8), name: "t")) == ["", "b"])
  }
}
