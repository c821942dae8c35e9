import StateSystem
import Testing

@testable import Measures

struct RollCallCriteriaTests {
  @Test func spans() throws {
    let sessions = RollCallSpan.sessions(45...59)
    #expect(sessions.description == "sessions 45-59")
    #expect(RollCallSpan.sessions(56...56).description == "session 56")
    #expect(sessions.edtf == "1990/2004")
    #expect(sessions.contains(session: 45, day: 0) && !sessions.contains(session: 44, day: 0))
    let first = try #require(Day(1997, 9, 2)?.number)
    let last = try #require(Day(2002, 9, 1)?.number)
    let days = RollCallSpan.days(first...last)
    #expect(days.description == "1997-09-02/2002-09-01")
    #expect(days.contains(session: 0, day: last) && !days.contains(session: 0, day: last + 1))
    #expect(days.years == 1997...2002)
  }

  @Test("which sets need a third power") func thirds() {
    #expect(RollCallSet.allCases.filter(\.needsThird) == [.opposed, .unopposed, .alone])
  }
}
