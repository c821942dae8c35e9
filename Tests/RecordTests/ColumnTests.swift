import Testing

@testable import Record

@Suite struct ColumnTests {
  @Test func countsAndNames() {
    let columns: [Column] = [
      .uint8([1]), .uint16([1, 2]), .int16([1, 2, 3]), .int32([1]), .float64([0.5, .nan]), .text(TextColumn(["a"])),
    ]
    #expect(columns.map(\.count) == [1, 2, 3, 1, 2, 1])
    #expect(columns.map(\.typeName) == ["uint8", "uint16", "int16", "int32", "float64", "text"])
  }

  @Test func textsKeepTheirBytes() {
    let strings = ["", "Côte d'Ivoire", "中国", "a,b\n", ""]
    let column = TextColumn(strings)
    #expect(column.strings == strings)
    #expect(column.count == 5)
    #expect(TextColumn(offsets: column.offsets, bytes: column.bytes) == column)
  }

  @Test(arguments: [
    [] as [UInt32], [1, 3], [0, 2], [0, 3, 1, 3], [0, 4],
  ])
  func storedOffsetsMustFit(offsets: [UInt32]) {
    #expect(TextColumn(offsets: offsets, bytes: [65, 66, 67]) == nil)
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(TextColumn(offsets: [0, 2], bytes: [0xFF, 65])?[0] == "\u{FFFD}A")
  }

  @Test func aSetKeepsItsOrder() {
    var set = ColumnSet([("b", .uint8([1])), ("a", .uint8([2]))])
    set["c"] = .int16([3])
    set["a"] = .uint8([4])
    #expect(set.names == ["b", "a", "c"])
    set["b"] = nil
    #expect(set.names == ["a", "c"])
    #expect(set["a"] == .uint8([4]))
  }

  @Test func aWrongTypeIsNamed() {
    let set = ColumnSet([("year", .uint8([1]))])
    #expect(throws: RecordError.column(table: "t", name: "year", expected: "int16", found: "uint8")) {
      try set.int16("year", in: "t")
    }
    #expect(throws: RecordError.column(table: "t", name: "x", expected: "text", found: "no such column")) {
      try set.text("x", in: "t")
    }
    #expect(
      "\(RecordError.column(table: "t", name: "x", expected: "text", found: "uint8"))".contains("entente data add"))
  }
}
