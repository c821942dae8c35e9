import Testing

@testable import Panel

/// No code can be mistaken for a value, in any type of cell.
@Suite struct MissingCodeTests {
  @Test(arguments: MissingCode.allCases)
  func everyTypeKeepsEveryCode(code: MissingCode) {
    #expect(UInt8.encoded(code).missingCode == code)
    #expect(Int16.encoded(code).missingCode == code)
    #expect(Int32.encoded(code).missingCode == code)
    #expect(Double.encoded(code).missingCode == code)
    #expect(Double.encoded(code).isNaN)
  }

  @Test func valuesAreNoCodes() {
    for value in UInt8.min...250 { #expect(value.missingCode == nil, "\(value)") }
    for value in [Int16.min + 5, -9, 0, Int16.max] { #expect(value.missingCode == nil, "\(value)") }
    for value in [Int32.min + 5, -9, 0, Int32.max] { #expect(value.missingCode == nil, "\(value)") }
    for value in [-Double.infinity, -9, -0.0, 0, .leastNonzeroMagnitude, .infinity] {
      #expect(value.missingCode == nil, "\(value)")
    }
  }

  @Test func aPlainNaNIsMissing() {
    #expect(Double.nan.missingCode == .missing)
    #expect(Double.signalingNaN.missingCode == .missing)
    #expect((-Double.nan).missingCode == .missing)
  }

  @Test func lettersAreThoseOfStata() {
    #expect(MissingCode.allCases.map(\.text) == [".a", ".b", ".c", ".d", ".e"])
  }
}
