import Evidence
import StateSystem
import Testing

@testable import Insights

struct WordingTests {
  @Test(arguments: [
    (0.75, Unit.share, "75.0 %"), (0.7497, .share, "75.0 %"), (16.283, .ratio, "16.3"), (0.986, .ratio, "0.99"),
    (15, .rank, "15th"), (2, .rank, "2nd"), (11, .rank, "11th"), (9865, .currentUSDMillion, "$9.87 bn"),
    (160_553, .currentUSDMillion, "$160.6 bn"), (14_900_000, .constantUSDMillion, "$14.90 tn"),
    (0.2, .growth, "+20.0 %"),
    (6, .coefficient, "6"), (0.725, .coefficient, "0.725"), (-0.05, .growth, "\u{2212}5.0 %"), (1, .flag, "yes"),
    (12_495, .tivMillion, "12\u{202F}495 TIV m"),
  ])
  func valuesAreWrittenInTheirUnit(value: Double, unit: Unit, text: String) {
    #expect(Wording.value(value, unit) == text)
  }

  @Test(arguments: [
    ("2001-07-16", "16 July 2001"), ("1963~", "about 1963"), ("1996-04-26/..", "since 26 April 1996"),
    ("1950-02-14/1980", "14 February 1950 to 1980"), ("1984?", "1984 (doubtful)"), ("195X", "195X"),
    ("2001-21", "2001-21"),
  ])
  func datesAreWrittenInWords(text: String, words: String) { #expect(Wording.date(text) == words) }

  @Test func listsAndOrdinals() {
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list([]) == "")
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map(Wording.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
      ])
    #expect(Wording.grouped(9999) == "9999")
  }

  @Test func namesTakeTheArticleEnglishWants() throws {
    let day = try #require(Day(1965, 1, 1))
    #expect(Names.name(2, on: day) == "the United States")
    #expect(Names.name(365, on: day) == "the Soviet Union")
    #expect(Names.name(710, on: day) == "China")
  }
}
