import Foundation
import StateSystem
import Testing

@Suite("Days")
struct DayTests {
  @Test("Known days")
  func known() {
    #expect(Day(1970, 1, 1)?.number == 0)
    #expect(Day(2000, 3, 1)?.number == 11_017)
    #expect(Day(1816, 1, 1)?.number == -56_248)
    #expect(Day(1, 1, 1)?.number == -719_162)
    #expect(day("2001-07-16").description == "2001-07-16")
    #expect(day("1992-02-29").advanced(by: 366).description == "1993-03-01")
  }

  @Test(
    "Days that do not exist",
    arguments: [
      (1900, 2, 29), (2001, 2, 29), (2000, 2, 30), (2000, 0, 1), (2000, 13, 1), (2000, 1, 0), (2000, 4, 31),
      (10_000, 1, 1),
      (-10_000, 1, 1), (.max, 1, 1), (.min, 1, 1), (2000, .max, 1), (2000, 1, .min),
    ])
  func missing(year: Int, month: Int, dayOfMonth: Int) {
    #expect(Day(year, month, dayOfMonth) == nil)
  }

  @Test(
    "Texts that are no day",
    arguments: ["", "2001-7-16", "2001-07-16 ", "20010716", "2001-02-29", "+001-01-01", "2001-07-1６"])
  func noDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("Every day from 1599 to 2401 follows the day before it")
  func sequence() {
    var previous = Day(1599, 1, 1).map { $0.advanced(by: -1) }
    for year in 1599...2401 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(of: month, in: year) {
          guard let day = Day(year, month, dayOfMonth) else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is missing")
            return
          }
          if day.fields != (year, month, dayOfMonth) || day.advanced(by: -1) != previous {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day)")
            return
          }
          previous = day
        }
      }
    }
  }

  @Test("Random days go through fields, text and JSON and come back")
  func roundTrips() throws {
    var random = Seeded(1)
    for _ in 0..<2_000 {
      let day = Day(number: .random(in: -4_000_000...2_900_000, using: &random))
      let fields = day.fields
      #expect(Day(fields.year, fields.month, fields.day) == day)
      #expect(day.advanced(by: 12_345).advanced(by: -12_345) == day)
      if fields.year >= 0 { #expect(Day(day.description) == day) }
      #expect(day.year == Year(fields.year))
    }
    let days = [day("1816-01-01"), day("2024-02-29")]
    #expect(try JSONDecoder().decode([Day].self, from: JSONEncoder().encode(days)) == days)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2023-02-29"]"#.utf8)) }
  }
}
