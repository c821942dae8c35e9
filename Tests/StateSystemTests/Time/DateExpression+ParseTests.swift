import Foundation
import Testing

@testable import StateSystem

@Suite("Reading dates")
struct DateExpressionParseTests {
  @Test(
    "The place and the reason of an error",
    arguments: [
      ("", 0, "a year of four digits"), ("abc", 0, "a year of four digits"), ("195", 3, "a digit or X"),
      ("19", 2, "a digit or X"), ("1", 1, "a digit"), ("19X5", 3, "X"), ("1XXX", 1, "a digit"),
      ("19500", 4, "four digits, or Y before a longer year"),
      ("1950-13", 5, "a month 01 to 12, a season 21 to 24, or XX"),
      ("1950-2", 5, "a month 01 to 12, a season 21 to 24, or XX"),
      ("1950-25", 5, "a month 01 to 12, a season 21 to 24, or XX"),
      ("1950-02-29", 8, "a day 01 to 28, or XX"), ("1952-02-30", 8, "a day 01 to 29, or XX"),
      ("1950-02-1", 8, "a day 01 to 28, or XX"), ("1950-04-00", 8, "a day 01 to 30, or XX"),
      ("1950-XX-14", 8, "XX, because the month is not known"), ("1950-02-14T12:00", 10, "a date without a time of day"),
      ("1950-02-14x", 10, "the end"), ("1963?~", 5, "the end"), ("195x", 3, "a digit or X"), ("195X-02", 4, "the end"),
      ("2001-21-01", 7, "the end"), ("1980/1950", 5, "a date not before the start"),
      ("../..", 3, "a date on at least one side"),
      ("/", 1, "a date on at least one side"), ("1950/1951/1952", 9, "the end"), ("1950/x", 5, "a year of four digits"),
      ("1950 /1951", 4, "/"), ("-0000", 0, "the year 0000 without a sign"), ("-19XX", 3, "a digit"),
      ("Y1950", 1, "a year of five or more digits after Y"), ("Y", 1, "a year of five or more digits after Y"),
      ("Y-", 1, "a year of five or more digits after Y"), ("Y012345", 1, "a year of five or more digits after Y"),
      ("Y9999999999999", 14, "a year of at most 12 digits"), ("Y17000-01", 6, "the end"),
      ("~1963", 0, "a year of four digits"),
      ("1950...", 4, "the end"), (".../1950", 2, "/"), ("１９５０", 0, "a year of four digits"),
    ])
  func errors(text: String, position: Int, expected: String) {
    #expect(throws: DateExpressionError(text: text, position: position, expected: expected)) {
      try DateExpression.parse(text)
    }
    #expect(DateExpression(text) == nil)
  }

  @Test("The message quotes the text and the place")
  func message() {
    let error = #expect(throws: DateExpressionError.self) { try DateExpression.parse("1950-13") }
    #expect(
      error?.description
        == "\"1950-13\" is no date: at character 6 found \"13\", expected a month 01 to 12, a season 21 to 24, or XX")
    let early = #expect(throws: DateExpressionError.self) { try DateExpression.parse("1950-") }
    #expect(early?.description.contains("at character 6 found the end") == true)
  }

  @Test("Random dates are printed and read back")
  func roundTrip() throws {
    var random = Seeded(11)
    for _ in 0..<5_000 {
      let text = Self.interval(&random)
      guard let date = DateExpression(text) else {
        #expect(text.contains("/"), "only an interval can be the wrong way round: \(text)")
        continue
      }
      #expect(date.description == text)
      #expect(DateExpression(date.description) == date)
      if let first = date.earliest, let last = date.latest { #expect(first <= last, "\(text)") }
    }
  }

  @Test("Random texts give a date or an error inside the text")
  func randomTexts() {
    var random = Seeded(12)
    let alphabet = Array("0123456789-/X?~%.Y T")
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...10, using: &random)
      let text = String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
      do throws(DateExpressionError) {
        let date = try DateExpression.parse(text)
        read += 1
        #expect(date.description == text)
      } catch {
        #expect((0...text.utf8.count).contains(error.position), "\(text)")
      }
    }
    #expect(read > 0)
  }

  @Test("Coded as a string")
  func coding() throws {
    let dates = try ["1963~", "1996-04-26/..", "Y-17000"].map { try DateExpression.parse($0) }
    let data = try JSONEncoder().encode(dates)
    #expect(String(data: data, encoding: .utf8)?.replacing("\\/", with: "/") == #"["1963~","1996-04-26/..","Y-17000"]"#)
    #expect(try JSONDecoder().decode([DateExpression].self, from: data) == dates)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DateExpression].self, from: Data(#"["1950-13"]"#.utf8))
    }
    #expect(error.map { "\($0)" }?.contains("a month 01 to 12") == true)
  }

  private static func interval(_ random: inout Seeded) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: date(&random) + "/" + date(&random)
    case 1: date(&random) + "/.."
    case 2: "../" + date(&random)
    case 3: date(&random) + "/"
    default: date(&random)
    }
  }

  private static func date(_ random: inout Seeded) -> String {
    func two(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &random)
      return number < 10 ? "0\(number)" : "\(number)"
    }
    let mark = ["", "", "?", "~", "%"].randomElement(using: &random) ?? ""
    let sign = Int.random(in: 0..<8, using: &random) == 0 ? "-" : ""
    let year = sign + two(1...99) + two(0...99)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return two(0...99) + "XX" + mark
    case 1: return two(0...99) + "\(Int.random(in: 0...9, using: &random))X" + mark
    case 2: return year + "-XX" + mark
    case 3: return year + "-XX-XX" + mark
    case 4: return year + "-" + two(1...12) + "-XX" + mark
    case 5: return year + "-" + two(21...24) + mark
    case 6: return year + "-" + two(1...12) + mark
    case 7: return "Y\(sign)\(Int.random(in: 10_000...999_999_999_999, using: &random))" + mark
    case 8: return year + mark
    default: return year + "-" + two(1...12) + "-" + two(1...28) + mark
    }
  }
}
