import Testing

@testable import StateSystem

@Suite("Dates of the Extended Date/Time Format")
struct DateExpressionTests {
  @Test(
    "Bounds",
    arguments: [
      ("1963", "1963-01-01", "1963-12-31"), ("1963~", "1963-01-01", "1963-12-31"),
      ("1984?", "1984-01-01", "1984-12-31"),
      ("1950-02", "1950-02-01", "1950-02-28"), ("2004-02%", "2004-02-01", "2004-02-29"),
      ("1950-02-14", "1950-02-14", "1950-02-14"), ("1950-02-14/1980", "1950-02-14", "1980-12-31"),
      ("195X", "1950-01-01", "1959-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
      ("1950-XX", "1950-01-01", "1950-12-31"),
      ("1950-02-XX", "1950-02-01", "1950-02-28"), ("1950-XX-XX", "1950-01-01", "1950-12-31"),
      ("2001-21", "2001-03-01", "2001-05-31"), ("2001-22", "2001-06-01", "2001-08-31"),
      ("2001-23", "2001-09-01", "2001-11-30"), ("2003-24", "2003-12-01", "2004-02-29"),
      ("0000", "0000-01-01", "0000-12-31"),
      ("-0044-03-15", "-0044-03-15", "-0044-03-15"), ("2004-06~/2004-08?", "2004-06-01", "2004-08-31"),
    ])
  func bounds(text: String, earliest: String, latest: String) throws {
    let date = try DateExpression.parse(text)
    #expect(date.earliest?.description == earliest)
    #expect(date.latest?.description == latest)
    #expect(date.description == text)
    let first = try #require(date.earliest)
    #expect(date.period == Period(from: first, to: date.latest?.advanced(by: 1)))
  }

  @Test("Open and unknown ends")
  func ends() throws {
    let open = try DateExpression.parse("1996-04-26/..")
    #expect(open.earliest == Day(1996, 4, 26) && open.latest == nil)
    #expect(open.period == Period(since: day("1996-04-26")))
    let before = try DateExpression.parse("../1980")
    #expect(before.earliest == nil && before.latest == Day(1980, 12, 31) && before.period == nil)
    #expect(try DateExpression.parse("1985/").form == .interval(.date(CalendarDate("1985")), .unknown))
    for text in ["1985/", "/1985", "../1985", "1985/.."] { #expect(try DateExpression.parse(text).description == text) }
  }

  @Test("Years beyond the calendar have no day")
  func longYears() throws {
    for text in ["Y-17000", "Y17000", "Y170000002", "Y-999999999999"] {
      let date = try DateExpression.parse(text)
      #expect(date.description == text && date.earliest == nil && date.latest == nil && date.period == nil)
    }
    #expect(try DateExpression.parse("Y-17000").isCertainlyBefore(.parse("1950")))
    #expect(try DateExpression.parse("2000/Y20000").period == nil)
  }

  @Test("Marks of doubt")
  func qualifiers() throws {
    let cases = [("1963", false, false), ("1963?", true, false), ("1963~", false, true), ("1963%", true, true)]
    for (text, uncertain, approximate) in cases {
      for text in [text, text + "/..", "../" + text] {
        let date = try DateExpression.parse(text)
        #expect(date.isUncertain == uncertain && date.isApproximate == approximate, "\(text)")
      }
    }
  }

  @Test("Exact is a day, or from day to day, without doubt")
  func exact() throws {
    for text in ["1950-02-14", "1950-02-14/1980-04-10"] { #expect(try DateExpression.parse(text).isExact) }
    for text in ["1950-02-14?", "1950-02", "1950-02-14/1980", "1950-02-14/..", "1950-02-XX"] {
      #expect(try !DateExpression.parse(text).isExact, "\(text)")
    }
    #expect(DateExpression(day("2001-07-16")).description == "2001-07-16")
    #expect(DateExpression(day("2001-07-16")).isExact)
  }

  @Test("Intervals made of ends keep the rules of those read")
  func ends2() throws {
    let (early, late) = (CalendarDate(day("1950-02-14")), CalendarDate(day("1980-04-10")))
    #expect(DateExpression(from: .date(early), to: .date(late))?.description == "1950-02-14/1980-04-10")
    #expect(DateExpression(from: .date(late), to: .date(early)) == nil)
    #expect(DateExpression(from: .open, to: .unknown) == nil)
    #expect(DateExpression(from: .date(early), to: .open)?.description == "1950-02-14/..")
  }
}

extension CalendarDate {
  /// The date of a text that is one date.
  init(_ text: String) throws {
    guard case .date(let date) = try DateExpression.parse(text).form else {
      throw DateExpressionError(text: text, position: 0, expected: "one date")
    }
    self = date
  }
}
