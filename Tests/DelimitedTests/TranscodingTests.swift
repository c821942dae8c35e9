import Testing

@testable import Delimited

@Suite struct TranscodingTests {
  let schema: Delimited.Schema = [.integer("a"), .text("b")]

  func read(_ field: [UInt8], _ encoding: Delimited.Encoding) throws -> (text: String?, table: Delimited.Table) {
    let bytes = Array("a,b\n1,".utf8) + field + Array("\n".utf8)
    let table = try Delimited.read(
      .bytes(bytes, name: "t.csv"), format: .init(encoding: encoding), schema: schema)
    return (table.rowCount == 1 ? try table.texts("b")[0] : nil, table)
  }

  @Test func encodings() throws {
    let ivory: [UInt8] = [0x43, 0xF4, 0x74, 0x65]
    #expect(try read(ivory, .latin1).text == "Côte")
    #expect(try read(ivory, .windows1252).text == "Côte")
    #expect(try read([0x92, 0x80], .windows1252).text == "\u{2019}\u{20AC}")
    #expect(try read([0x92], .latin1).text == "\u{92}")
    #expect(try read(Array("Côte 中 𝄞".utf8), .utf8).text == "Côte 中 𝄞")
    #expect(try read([0x22, 0xF4, 0x22, 0x22, 0x22], .latin1).text == "ô\"")
  }

  @Test func invalidUTF8RejectsTheRow() throws {
    let table = try read([0x43, 0xF4, 0x74, 0x65], .utf8).table
    #expect(table.rowCount == 0)
    #expect(
      table.issues.listed.first?.description
        == "t.csv: line 2, column 2 (b): found \"C\\xf4te\", expected UTF-8 text; if the file is older, read it as"
        + " Windows-1252")
  }

  @Test func fallback() throws {
    let result = try read([0x43, 0xF4, 0x74, 0x65], .utf8ElseWindows1252)
    #expect(result.text == "Côte")
    #expect(result.table.transcodedFields == 1)
    #expect(try read(Array("Côte".utf8), .utf8ElseWindows1252).table.transcodedFields == 0)
  }

  @Test func validityEqualsTheLibrary() {
    var generator = Seeded(3)
    var wrong: [[UInt8]] = []
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xC0, 0xF5, 0xFF]
          .randomElement(using: &generator) ?? UInt8(0)
      }
      let valid = bytes.withUnsafeBufferPointer { $0.baseAddress.map { isUTF8($0, bytes.count) } ?? true }
      if valid != (String(validating: bytes, as: UTF8.self) != nil) { wrong.append(bytes) }
    }
    #expect(wrong == [])
  }
}
