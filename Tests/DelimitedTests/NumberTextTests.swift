import Testing

@testable import Delimited

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct NumberTextTests {
  func parsed(_ text: String) -> Double? {
    let bytes = Array(text.utf8) + [0x0A]
    return exactPowersOfTen.withUnsafeBufferPointer { powers in
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress, let powers = powers.baseAddress,
          let (value, end) = parseNumber(base, powers), end == base + text.utf8.count
        else { return nil }
        return value
      }
    }
  }

  @Test func grammar() {
    #expect(parsed(".0397") == 0.0397)
    #expect(parsed("1e-3") == 0.001)
    #expect(parsed("+7.") == 7)
    #expect(parsed("-0")?.sign == .minus)
    #expect(parsed("1E+05") == 100_000)
    #expect(parsed("1e400") == .infinity)
    #expect(parsed("1e-400") == 0)
    for wrong in ["", "-", ".", "e5", "1e", "1e+", "1,5", "0x10", "nan", "inf", "1 ", "--1", "1.2.3"] {
      #expect(parsed(wrong) == nil, "\(wrong)")
    }
  }

  @Test func equalsTheLibraryBitForBit() {
    var generator = Seeded(1)
    var wrong: [String] = []
    for _ in 0..<100_000 {
      let digits = Int.random(in: 1...24, using: &generator)
      var text = Bool.random(using: &generator) ? "-" : ""
      let point = Int.random(in: 0...digits, using: &generator)
      for i in 0..<digits {
        if i == point { text += "." }
        text += String(Int.random(in: 0...9, using: &generator))
      }
      if Int.random(in: 0..<3, using: &generator) == 0 { text += "e\(Int.random(in: -330...310, using: &generator))" }
      if parsed(text)?.bitPattern != strtod(text, nil).bitPattern { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test func everyDoubleComesBack() {
    var generator = Seeded(2)
    var wrong: [Double] = []
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      if parsed("\(value)")?.bitPattern != value.bitPattern { wrong.append(value) }
    }
    #expect(wrong == [])
  }
}
