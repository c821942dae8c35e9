import StateSystem
import Testing

@testable import Partnership

struct QuestionTests {
  @Test func theWorkedExampleLooksBackFromItsDay() throws {
    let question = try worked()
    #expect(question.lastYear == 2001)
    #expect(question.lastSession == 56)
    #expect(question.windowRange == 1997...2001)
    #expect(question.seriesRange == 1987...2001)
    #expect(question.windowDates == "1997-09-02/2002-09-01")
  }

  @Test(arguments: [
    ("2001-12-31", 2001, 56), ("2002-01-01", 2001, 56), ("2002-10-01", 2001, 57), ("1995-01-01", 1994, 49),
  ])
  func yearAndSessionAreTheLastThatCount(day: String, year: Int, session: Int) throws {
    let question = try worked(day)
    #expect(question.lastYear.value == year)
    #expect(question.lastSession.number == session)
  }

  @Test func beforeTheUnitedNationsThereAreNoSessions() throws {
    #expect(try worked("1914-08-01").seriesSessions == nil)
    #expect(try worked("1950-02-14").seriesSessions == 1...4)
  }

  @Test func aLeapDayLooksBackToAnExistingDay() throws {
    #expect(try worked("2004-02-29", years: 1).windowDates == "2003-02-28/2004-02-28")
  }

  @Test func impossibleQuestionsAreRefused() {
    let day = Day(number: 0)
    #expect(throws: QuestionError.samePartners(2)) { try Question(2, 2, third: 365, asOf: day) }
    #expect(throws: QuestionError.thirdIsPartner(2)) { try Question(2, 365, third: 2, asOf: day) }
    #expect(throws: QuestionError.window(0)) { try Question(2, 365, third: 710, asOf: day, windowYears: 0) }
    #expect(QuestionError.thirdIsPartner(2).description.contains("--third"))
  }
}
