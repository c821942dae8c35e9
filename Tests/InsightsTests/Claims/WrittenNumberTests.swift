import Evidence
import Testing

@testable import Insights

@Suite("Numbers as they are written")
struct WrittenNumberTests {
  @Test(arguments: [
    ("16.3", Unit.ratio, 16.3, 0.05), ("nearly eight times", .ratio, 8, 0.5), ("32.2 %", .share, 0.322, 0.0005),
    ("32 per cent", .share, 0.32, 0.005), ("\u{2212}7.6 %", .growth, -0.076, 0.0005),
    ("+14.4%", .growth, 0.144, 0.0005),
    ("15th", .rank, 15, 0), ("the eighth", .rank, 8, 0), ("$9.87 bn", .currentUSDMillion, 9870, 5),
    ("160.6 billion dollars", .currentUSDMillion, 160_600, 50), ("9870", .currentUSDMillion, 9870, 0.5),
    ("13,001", .tivMillion, 13001, 0.5), ("13\u{202F}001 units", .tivMillion, 13001, 0.5), ("twice", .ratio, 2, 0.5),
    ("none", .count, 0, 0), ("12 disputes", .count, 12, 0), ("0.279", .coefficient, 0.279, 0.0005),
    ("30 years", .years, 30, 0.5), ("1,234.5", .ratio, 1234.5, 0.05), ("forty-four votes", .count, 44, 0),
    ("ninety", .count, 90, 0),
    ("the twenty-first", .rank, 21, 0), ("fiftieth", .rank, 50, 0), ("two hundred disputes", .count, 200, 50),
    ("thirty-two per cent", .share, 0.32, 0.005), ("thirty-odd", .count, 30, 0),
  ])
  func aNumberIsReadInItsUnit(text: String, unit: Unit, value: Double, precision: Double) throws {
    let found = WrittenNumber.all(in: text).compactMap { Quantity($0, unit: unit) }
    let quantity = try #require(found.first, "\(text)")
    #expect((quantity.value - value).magnitude < 1e-9 * max(1, value.magnitude), "\(text): \(quantity)")
    #expect((quantity.precision - precision).magnitude < 1e-9 * max(1, value.magnitude), "\(text): \(quantity)")
  }

  @Test(arguments: ["G7", "the 1990s", "A4 paper", "U2", "x86", ""])
  func digitsInsideAWordAreNoNumber(text: String) { #expect(WrittenNumber.all(in: text).isEmpty, "\(text)") }

  @Test(arguments: [("8 %", Unit.rank), ("8th", .ratio), ("$5", .share), ("8 %", .count), ("5 bn", .rank)])
  func aSignThatDoesNotFitTheUnitIsRefused(text: String, unit: Unit) throws {
    let number = try #require(WrittenNumber.all(in: text).first)
    #expect(Quantity(number, unit: unit) == nil, "\(text) \(unit)")
  }

  @Test(arguments: [
    ("14 February 1950", "1950-02-14", 0.0), ("1950-02-14", "1950-02-14", 0), ("in February 1950", "1950-02-14", 14),
    ("by 1963", "1963-07-02", 183),
  ])
  func aDateIsReadWithItsSpan(text: String, near: String, within: Double) throws {
    let found = try #require(WrittenDate.first(in: text))
    let wanted = try Quantity(near, unit: .day)
    #expect((found.value - wanted.value).magnitude <= within + 1, "\(text)")
    #expect(found.precision >= within - 1 && found.precision <= within + 1, "\(text): \(found)")
  }

  @Test(arguments: ["33 April 1997", "29 February 2001", "no date", "session 56"])
  func aDayThatDoesNotExistIsNoDate(text: String) { #expect(WrittenDate.first(in: text) == nil, "\(text)") }

  /// A value agrees exactly when it rounds to what is written.
  @Test func agreementIsRounding() throws {
    let written = try Quantity("16.3", unit: .ratio)
    for (value, agrees) in [(16.2501, true), (16.3499, true), (16.24, false), (16.36, false)] {
      #expect(written.agrees(with: value) == agrees, "\(value)")
    }
  }
}
