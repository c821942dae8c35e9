import Testing

@testable import Charts

struct NumberFormatTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.0, 2, "0.00"), (1234.5, 1, "1,234.5"), (999.95, 1, "1,000.0"), (-1_234_567, 0, "−1,234,567"),
    (0.1 + 0.2, 2, "0.30"), (-0.004, 2, "0.00"), (2.5, 0, "3"), (1e14, 0, "100,000,000,000,000"), (3e20, 0, "3×10²⁰"),
  ])
  func numbers(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberFormat.number(decimals: decimals)(value) == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (640, "640"), (9.5, "9.5"), (999.6, "1k"), (9865, "9.87k"), (160_553, "161k"),
    (1_200_000, "1.2\u{A0}m"),
    (454e9, "454\u{A0}bn"), (-2.5e12, "−2.5\u{A0}tn"), (1e18, "1×10¹⁸"), (0.0001, "1×10⁻⁴"),
  ])
  func compact(_ value: Double, _ expected: String) {
    #expect(NumberFormat.compact(value) == expected)
  }

  @Test func sharesAndYears() {
    #expect(NumberFormat.percent()(0.787) == "79\u{A0}%")
    #expect(NumberFormat.percent(decimals: 1)(0.787) == "78.7\u{A0}%")
    #expect(NumberFormat.year(2002) == "2002")
    #expect(NumberFormat.year(12002) == "12002")
    #expect(NumberFormat.compact(.nan) == "–")
    #expect(NumberFormat.percent()(.infinity) == "–")
  }

  @Test func ticksHaveAsManyDecimalsAsTheirStepNeeds() {
    #expect(NumberFormat.number(decimals: 4).tick(0.5, step: 0.25) == "0.50")
    #expect(NumberFormat.number(decimals: 4).tick(20, step: 10) == "20")
    #expect(NumberFormat.percent(decimals: 1).tick(0.2, step: 0.1) == "20\u{A0}%")
    #expect(NumberFormat.percent().tick(0.125, step: 0.025) == "12.5\u{A0}%")
  }

  @Test func intervals() {
    #expect(NumberFormat.percent().withInterval(.value(0.5, low: 0.4, high: 0.6)) == "50\u{A0}% (40–60\u{A0}%)")
    #expect(NumberFormat.number(decimals: 1).withInterval(.value(0, low: -1, high: 1)) == "0.0 (−1.0 to 1.0)")
    #expect(NumberFormat.number(decimals: 1).withInterval(.value(2)) == "2.0")
    #expect(NumberFormat.number(decimals: 1).withInterval(.absent("not covered")) == "not covered")
  }

  @Test func exactNumbersReadBack() {
    for value in [0.1, 1.0 / 3, 160_553, -5e-324, 1.7976931348623157e308, 0.787] {
      #expect(Double(Digits.exact(value)) == value)
    }
    #expect(Digits.exact(2001) == "2001")
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
    (111, "111th"),
  ])
  func ordinals(_ rank: Int, _ expected: String) { #expect(RankChart.ordinal(Double(rank)) == expected) }
}
