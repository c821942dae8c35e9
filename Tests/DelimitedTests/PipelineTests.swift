import Testing

@testable import Delimited

/// Whatever the cuts and the number of threads, the result must be the same.
@Suite struct PipelineTests {
  let schema: Delimited.Schema = [.integer("a", range: 0...500), .text("b"), .number("c"), .text("d", interned: false)]

  /// Rows with everything that makes cutting hard: line breaks and separators in quotes, lone quotes, doubled quotes,
  /// blank lines, ragged rows, wrong numbers.
  func text(_ rows: Int, _ generator: inout Seeded, lineBreak: String) -> String {
    let fields = [
      "x", "\"y\"", "\"p,q\"", "\"two\(lineBreak)lines\"", "say \"hi\"", "\"a \"\"b\"\" c\"", "\"", "", "\"\"\"\"",
      "\"x\" y", "é", "\"\(lineBreak)\(lineBreak),\"",
    ]
    var out = "a,b,c,d\(lineBreak)"
    for _ in 0..<rows {
      var row = "\(Int.random(in: 0...505, using: &generator))"
      row += "," + (fields.randomElement(using: &generator) ?? "")
      row += ",\(Double.random(in: 0...1, using: &generator))"
      row += "," + (fields.randomElement(using: &generator) ?? "")
      if Int.random(in: 0..<20, using: &generator) == 0 { row += "," }
      if Int.random(in: 0..<20, using: &generator) == 0 { row += lineBreak }
      out += row + lineBreak
    }
    return out
  }

  @Test(arguments: ["\n", "\r\n", "\r"], 0..<20)
  func cutsAndThreadsDoNotMatter(_ lineBreak: String, _ seed: Int) {
    var generator = Seeded(UInt64(seed))
    let bytes = Array(text(60, &generator, lineBreak: lineBreak).utf8)
    let limits = Delimited.Limits(fieldBytes: 200)
    let expected = outcome { () throws(DelimitedError) in try read(bytes, schema, limits: limits) }
    #expect(expected.contains("RowIssue"))
    for workers in [1, 2] {
      for blockBytes in [1, 2, 5, 17, 64, 333, 4_000] {
        let found = outcome { () throws(DelimitedError) in
          try read(bytes, schema, limits: limits, workers: workers, blockBytes: blockBytes)
        }
        #expect(found == expected, "\(workers) workers, blocks of \(blockBytes)")
      }
    }
  }

  @Test func strictErrorIsTheFirstInTheFile() {
    var text = "a,b,c,d\n"
    for i in 0..<3_000 { text += i == 2_000 || i == 2_900 ? "bad,x,1,y\n" : "1,x,1,y\n" }
    for workers in [1, 2] {
      for blockBytes in [64, 1_000, 1 << 18] {
        let error = failure { () throws(DelimitedError) in
          _ = try read(text, schema, mode: .strict, workers: workers, blockBytes: blockBytes)
        }
        guard case .row(let issue)? = error else {
          Issue.record("found \(String(describing: error))")
          return
        }
        #expect(issue.line == 2_002)
      }
    }
  }

  @Test func quoteThatIsOnlyAGuess() throws {
    // One quote that is not a quote: from here on every cut by parity is wrong.
    var text = "a,b,c,d\n1,5\" gun,1,y\n"
    for i in 0..<5_000 { text += "\(i % 500),x,0.5,y\n" }
    for workers in [1, 2] {
      let table = try read(text, schema, workers: workers, blockBytes: 512)
      #expect(table.rowCount == 5_001)
      #expect(table.issues.isEmpty)
    }
  }
}
