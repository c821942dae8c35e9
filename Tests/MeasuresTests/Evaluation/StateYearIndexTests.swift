import StateSystem
import Testing

@testable import Measures

struct StateYearIndexTests {
  @Test func rowsByStateAndYear() {
    let index = StateYearIndex(states: [365, 2, 2, 365, 2], years: [1990, 1991, 1990, 1992, 1990])
    #expect(index.years == 1990...1992)
    #expect(index.states == [2, 365])
    #expect(index.row(of: 2, in: 1990) == 2, "of two rows the first counts")
    #expect(index.row(of: 365, in: 1990) == 0)
    #expect(index.row(of: 365, in: 1991) == nil)
    #expect(index.row(of: 710, in: 1990) == nil)
    #expect(index.row(of: 2, in: 1989) == nil)
    #expect(index.rows(of: 1990) == [2, 0])
    #expect(index.rows(of: 1993).isEmpty)
    #expect(index.rows(of: 2, before: 1992).map(\.row) == [2, 1])
    #expect(index.rows(of: 2, before: 1990).isEmpty)
  }

  @Test func empty() {
    let index = StateYearIndex(states: [], years: [])
    #expect(index.row(of: 2, in: 0) == nil)
    #expect(index.rows(of: 0).isEmpty)
  }
}
