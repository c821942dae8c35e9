import Testing

@testable import Measures

struct WordsTests {
  @Test(
    arguments: [
      (0.75, 3, "0.750"), (-0.0004, 3, "0.000"), (-1.5, 1, "-1.5"), (9865, 0, "9865"), (0.9995, 3, "1.000"),
      (12.345, 2, "12.35"),
    ])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(rounded(value, decimals: decimals) == text)
  }

  @Test func notFinite() { #expect(rounded(.nan) == "nan") }
}
