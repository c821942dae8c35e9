import Testing

@testable import Delimited

/// Damaged files: always a table or a typed error, and the same on one thread and on two.
@Suite struct MutationTests {
  let schema: Delimited.Schema = [
    .integer("ccode"), .integer("year", missing: ["-9", ""]), .text("name"), .number("flow", optional: true),
    .day("date", optional: true),
  ]
  let text = """
    ccode,year,name,flow,date
    2,1950,United States of America,1.5,1950-02-14
    365,1950,"Russia, or ""USSR\""",.25,1950-02-14
    710,-9,"China
    (PRC)",1e3,2001-07-16

    740,1999,Japan,-0.5,1999-01-01
    437,1999,Côte d'Ivoire,7,1999-12-31

    """

  func mutate(_ bytes: [UInt8], _ generator: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
      case 4: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      case 5: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF].randomElement(using: &generator) ?? 0, at: place)
      default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    return bytes
  }

  @Test(arguments: ["plain", "gzip", "zip", "zip64"], 0..<250)
  func neverCrashes(_ container: String, _ seed: Int) {
    var generator = Seeded(UInt64(seed) &* 977 &+ UInt64(container.utf8.count))
    let plain = Array(text.utf8)
    let original: [UInt8] =
      switch container {
      case "gzip": gzip(plain)
      case "zip": zip([("a/t.csv", plain), ("b.txt", [0x61])], stored: seed % 2 == 0)
      case "zip64": zip([("a/t.csv", plain)], zip64: true)
      default: plain
      }
    let bytes = mutate(original, &generator)
    let format = Delimited.Format(encoding: seed % 3 == 0 ? .utf8ElseWindows1252 : .utf8)
    var results: [String] = []
    for (workers, blockBytes) in [(1, 1 << 18), (2, 1 << 18), (1, 16), (2, 16)] {
      results.append(
        outcome { () throws(DelimitedError) in
          try Delimited.read(
            .bytes(bytes, name: "t", member: .named("t.csv")), format: format, schema: schema, mode: .collect,
            limits: .init(bytes: 1 << 20), workers: workers, blockBytes: blockBytes)
        })
    }
    #expect(Set(results).count == 1, "\(results)")
  }

  @Test func theOriginalIsWhole() throws {
    let table = try read(text, schema)
    #expect(try table.integers("ccode") == [2, 365, 710, 740, 437])
    #expect(try table.texts("name").strings()[1] == "Russia, or \"USSR\"")
    #expect(table.lines[3] == 7)
  }
}
