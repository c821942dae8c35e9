import Testing

@testable import Delimited

@Suite struct TextColumnTests {
  @Test func codesCountInOrderOfAppearance() throws {
    var text = "t,u\n"
    for i in 0..<3_000 { text += "name \(i * i % 97),name \(i * i % 97)\n" }
    var order: [String] = []
    for i in 0..<3_000 where !order.contains("name \(i * i % 97)") { order.append("name \(i * i % 97)") }
    for (workers, blockBytes) in [(1, 1 << 18), (2, 128)] {
      let table = try read(text, [.text("t"), .text("u", interned: false)], workers: workers, blockBytes: blockBytes)
      let t = try table.texts("t")
      #expect(t.distinct() == order)
      #expect(t.distinctCount == 49)
      let u = try table.texts("u")
      #expect(u.codes == (0..<3_000).map { Int32($0) })
      #expect(u.strings() == t.strings())
    }
  }

  @Test func missingTexts() throws {
    let column = try read("t\nx\nNA\n\"\"\n", [.text("t", missing: ["NA"])]).texts("t")
    #expect(column.strings() == ["x", nil, ""])
    #expect(column[1] == nil)
    #expect(column.text(-1) == nil)
    #expect(column.text(9) == nil)
    #expect(column.utf8(0).map(Array.init) == [0x78])
  }

  @Test func trimsWhenTold() throws {
    let text = "t\n\" a b \"\n\tc\n"
    #expect(try read(text, [.text("t", trims: true)]).texts("t").strings() == ["a b", "c"])
    #expect(try read(text, [.text("t")]).texts("t").strings() == [" a b ", "\tc"])
  }
}
