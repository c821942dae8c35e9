import Testing

@testable import Delimited

@Suite struct DayTextTests {
  func day(_ text: String, _ format: Delimited.DayFormat = .yearMonthDay) -> Int32? {
    Array(text.utf8).withUnsafeBufferPointer { parseDay($0, format) }
  }

  @Test func knownDays() {
    #expect(day("1970-01-01") == 0)
    #expect(day("2001-07-16") == 11_519)
    #expect(day("1950-02-14") == -7_261)
    #expect(day("1816-01-01") == -56_248)
    #expect(day("01:01:1816", .dayMonthYear) == -56_248)
    #expect(day("7/16/2001", .monthDayYear) == 11_519)
    #expect(day("20010716", .compact) == 11_519)
    #expect(day("2000-2-29") == 11_016)
  }

  @Test func daysThatDoNotExist() {
    for wrong in [
      "", "2001", "2001-07", "2001-02-29", "1900-02-29", "2001-13-01", "2001-00-10", "2001-01-32", "01-01-2001",
      "2001-01-01T00", "2001--01", "2001-01-", "a-b-c", "20010716",
    ] {
      #expect(day(wrong) == nil, "\(wrong)")
    }
    #expect(day("2001071", .compact) == nil)
    #expect(day("16.07.01", .dayMonthYear) == nil)
  }

  @Test func successiveDaysAreSuccessive() {
    var expected: Int32 = -56_248
    var wrong: [String] = []
    for year in 1816...2030 {
      for month in 1...12 {
        for d in 1...31 {
          guard let found = day("\(year)-\(month)-\(d)") else { continue }
          if found != expected { wrong.append("\(year)-\(month)-\(d)") }
          expected += 1
        }
      }
    }
    #expect(wrong == [])
    #expect(expected == 22_280)
  }
}
