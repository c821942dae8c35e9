import Testing

@testable import Delimited

@Suite struct SignatureTests {
  let schema: Delimited.Schema = [.integer("a")]

  @Test(arguments: [
    "<!DOCTYPE html><html>", "\n\t <HTML lang=en>", "\u{FEFF}<html>", "<?xml version=\"1.0\"?>",
  ])
  func webPages(_ text: String) {
    #expect(failure { () throws(DelimitedError) in _ = try read(text, schema) } == .html(file: "t.csv"))
    let packed = failure { () throws(DelimitedError) in _ = try read(gzip(text), schema) }
    #expect(packed == .html(file: "t.csv"))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "PDF"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel"), ([0x42, 0x5A, 0x68, 0x39], "bzip2"),
    ] as [([UInt8], String)])
  func otherKinds(_ bytes: [UInt8], _ word: String) {
    let error = failure { () throws(DelimitedError) in _ = try read(bytes, schema) }
    #expect(error?.description.contains(word) == true, "\(String(describing: error))")
  }

  @Test func utf16WithoutMarkIsNamed() {
    let bytes: [UInt8] = "a,b\n1,x\n".utf8.flatMap { [$0, UInt8(0)] }
    let error = failure { () throws(DelimitedError) in _ = try read(bytes, schema) }
    #expect(error == .nul(file: "t.csv", line: 1, offset: 1))
    #expect(error?.description.contains("UTF-16") == true)
  }
}
