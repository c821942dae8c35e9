import Testing

@testable import Delimited

@Suite struct LimitsTests {
  let schema: Delimited.Schema = [.integer("a"), .text("b")]

  func limit(_ text: String, _ limits: Delimited.Limits, blockBytes: Int = 1 << 18) -> String? {
    let error = failure { () throws(DelimitedError) in
      _ = try read(text, schema, limits: limits, blockBytes: blockBytes)
    }
    guard case .limit(_, let what, _, let position)? = error else { return error.map { "\($0)" } }
    return "\(position): \(what)"
  }

  @Test(arguments: [3, 50, 1 << 18])
  func fieldLength(_ blockBytes: Int) throws {
    let limits = Delimited.Limits(fieldBytes: 10)
    let long = String(repeating: "x", count: 11)
    let fits = String(long.dropLast())
    #expect(
      limit("a,b\n1,x\n2,\(long)\n", limits, blockBytes: blockBytes) == "line 3: the length of a field in bytes")
    let table = try read("a,b\n1,\(fits)\n2,\"\(fits)\"\n", schema, limits: limits, blockBytes: blockBytes)
    #expect(try table.texts("b").strings() == [fits, fits])
    let quoted = try read("a,b\n1,\"\(long)\"\n2,x\n", schema, limits: limits, blockBytes: blockBytes)
    #expect(try quoted.integers("a") == [2])
    #expect(quoted.issues.listed.first?.expected == "a quote that closes the field within 10 bytes")
  }

  @Test(arguments: [16, 1 << 18])
  func rowLength(_ blockBytes: Int) {
    let limits = Delimited.Limits(rowBytes: 1_000)
    let row = "1," + String(repeating: "\"x\n\",", count: 400)
    #expect(
      limit("a,b\n1,x\n" + row + "\n", limits, blockBytes: blockBytes) == "line 3: the length of a row in bytes")
  }

  @Test func rowCount() throws {
    let text = "a,b\n" + String(repeating: "1,x\n", count: 10)
    #expect(limit(text, .init(rows: 9)) == "row 10: the number of rows")
    #expect(limit(text, .init(rows: 10)) == nil)
  }

  @Test func size() {
    #expect(limit("a,b\n1,x\n", .init(bytes: 7))?.hasSuffix("the size in bytes") == true)
    #expect(limit("a,b\n1,x\n", .init(bytes: 8)) == nil)
  }

  @Test func nulBytes() {
    for blockBytes in [4, 1 << 18] {
      let error = failure { () throws(DelimitedError) in
        _ = try read("a,b\n1,x\n2,\"y\n\"\n3,z\0\n", schema, blockBytes: blockBytes)
      }
      #expect(error == .nul(file: "t.csv", line: 5, offset: 18))
      let earlier = failure { () throws(DelimitedError) in
        _ = try read("a,b\n1,x\nq,y\n3,z\0\n", schema, mode: .strict, blockBytes: blockBytes)
      }
      guard case .row? = earlier else {
        Issue.record("found \(String(describing: earlier))")
        return
      }
    }
  }
}
