import Testing

@testable import Measures

struct RollCallTalliesTests {
  @Test func talliesAndSets() throws {
    // Twenty voters: yes × 19 and no × 1; all abstain; ten yes, four no, six abstain; all yes.
    let states = (0..<20).map { UInt16(100 + $0) }
    let calls: [HandMade.Call] = [
      .init(session: 1, votes: [3] + Array(repeating: 1, count: 19)),
      .init(session: 1, votes: Array(repeating: 2, count: 20)),
      .init(session: 1, votes: [3, 3, 3, 3] + Array(repeating: 2, count: 6) + Array(repeating: 1, count: 10)),
      .init(session: 1, votes: Array(repeating: 1, count: 20)),
    ]
    let tallies = RollCallTallies(try HandMade.rollCalls(states, calls))
    #expect(tallies.yes == [19, 0, 10, 20])
    #expect(tallies.abstain == [0, 20, 6, 0])
    #expect(tallies.no == [1, 0, 4, 0])
    #expect((0..<4).map { tallies.isUnanimous($0) } == [false, true, false, true])
    #expect((0..<4).map { tallies.hasMinority($0, perMille: 0) } == [true, true, true, true])
    #expect((0..<4).map { tallies.hasMinority($0, perMille: 25) } == [true, false, true, false])
    #expect((0..<4).map { tallies.hasMinority($0, perMille: 100) } == [false, false, true, false])
    #expect((0..<4).map { tallies.hasMinority($0, perMille: 300) } == [false, false, false, false])
    #expect(tallies.isIn(.alone, 0, vote: 3))
    #expect(!tallies.isIn(.alone, 0, vote: 1))
    #expect(!tallies.isIn(.alone, 2, vote: 3))
    #expect(tallies.isIn(.opposed, 2, vote: 3))
    #expect(tallies.isIn(.unopposed, 2, vote: 2))
    #expect(!tallies.isIn(.unopposed, 2, vote: 8))
  }

  @Test("nearly alone is at most three, or 5 % of the votes cast")
  func nearlyAlone() throws {
    func isAlone(no: Int, of cast: Int) throws -> Bool {
      let states = (0..<cast).map { UInt16(1 + $0) }
      let votes = Array(repeating: UInt8(3), count: no) + Array(repeating: UInt8(1), count: cast - no)
      return RollCallTallies(try HandMade.rollCalls(states, [.init(session: 1, votes: votes)])).isIn(.alone, 0, vote: 3)
    }
    #expect(try isAlone(no: 3, of: 10))
    #expect(try !isAlone(no: 4, of: 10))
    #expect(try isAlone(no: 8, of: 160))
    #expect(try !isAlone(no: 9, of: 160))
  }
}
