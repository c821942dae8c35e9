import Datasets
import Record
import Testing

@Suite(.publishedData) struct RollCallDataTests {
  static func calls() throws -> RollCalls { try SharedDatasets.table(RollCalls.self, of: .unVotes) }

  @Test func theShapeOfTheFile() throws {
    let contents = try SharedDatasets.contents(of: .unVotes)
    let table = try Self.calls()
    #expect(table.count == 6_203)
    #expect(table.states.count == 200)
    #expect(contents.version == "sessions 1-74")
    #expect(contents.tables[0].years == 1946...2019)
    #expect(table.votes.count { $0 != 0 } == 1_197_958)
    let counts = [1, 2, 3, 8, 9].map { (code: UInt8) in table.votes.count { $0 == code } }
    #expect(counts == [693_664, 110_897, 65_548, 73_328, 254_521])
    #expect(table.ids.count { $0 > 9_000 } == 147)
  }

  @Test func absencesAreNotCodedInTheAddedRollCalls() throws {
    let table = try Self.calls()
    // 774 roll calls of the later release, and four of the earlier one in which every member voted.
    #expect(table.codesAbsence.count { $0 == 0 } == 778)
    #expect(zip(table.codesAbsence, table.sessions).count { $0 == 0 && $1 >= 71 } == 429)
    #expect(zip(table.codesAbsence, table.sessions).allSatisfy { $0 == 1 || $1 >= 52 })
  }

  @Test func oneRollCallHasTwoSessions() throws {
    let notes = try SharedDatasets.contents(of: .unVotes).notes
    #expect(
      notes.contains(
        "Roll calls with another session in the file of votes, which is used: 4592 (59, not 60)."))
  }

  @Test func importanceIsCodedFromSession38() throws {
    let table = try Self.calls()
    #expect(table.important.count { $0 == 1 } == 411)
    #expect(table.important.count { $0 == 255 } == 605)
    #expect(zip(table.important, table.sessions).allSatisfy { $0 != 1 || $1 >= 38 })
  }

  @Test func matchedPairs() throws {
    let matches = try SharedDatasets.table(ResolutionMatches.self, of: .unVotes)
    #expect(matches.first.count == 955)
    #expect(matches.first[0] == 299 && matches.second[0] == 331)
  }

  /// Session, then votes by both and share of identical ones for USA-CHN, USA-RUS and CHN-RUS.
  static let all: [[Double]] = [
    [45, 83, 15.7, 84, 14.3, 83, 89.2],
    [46, 68, 10.3, 70, 24.3, 67, 53.7],
    [47, 71, 9.9, 74, 33.8, 71, 43.7],
    [48, 62, 9.7, 64, 35.9, 62, 37.1],
    [49, 66, 18.2, 68, 35.3, 66, 47],
    [50, 78, 14.1, 81, 35.8, 78, 47.4],
    [51, 76, 18.4, 75, 37.3, 75, 57.3],
    [52, 82, 20.7, 88, 43.2, 82, 61],
    [53, 76, 15.8, 80, 37.5, 75, 62.7],
    [54, 88, 13.6, 92, 34.8, 88, 64.8],
    [55, 76, 18.4, 76, 34.2, 75, 74.7],
    [56, 82, 13.4, 81, 30.9, 80, 75],
    [57, 102, 11.8, 104, 22.1, 100, 67],
    [58, 91, 13.2, 93, 25.8, 91, 72.5],
    [59, 87, 8, 88, 15.9, 86, 74.4],
  ]
  static let unitedStatesAgainst: [[Double]] = [
    [45, 54, 0, 55, 0, 54, 88.9],
    [46, 45, 0, 45, 2.2, 44, 45.5],
    [47, 43, 0, 44, 11.4, 43, 34.9],
    [48, 34, 0, 35, 14.3, 34, 23.5],
    [49, 32, 0, 34, 11.8, 32, 25],
    [50, 46, 0, 48, 10.4, 46, 43.5],
    [51, 38, 0, 38, 10.5, 38, 55.3],
    [52, 42, 0, 44, 18.2, 42, 61.9],
    [53, 39, 0, 41, 12.2, 39, 61.5],
    [54, 48, 0, 49, 16.3, 48, 68.8],
    [55, 38, 0, 38, 5.3, 38, 78.9],
    [56, 48, 0, 47, 6.4, 47, 78.7],
    [57, 65, 4.6, 67, 7.5, 64, 65.6],
    [58, 63, 1.6, 64, 6.2, 63, 76.2],
    [59, 62, 0, 63, 3.2, 62, 75.8],
  ]
  static let important: [[Double]] = [
    [45, 8, 50, 8, 62.5, 8, 75],
    [46, 7, 42.9, 10, 60, 7, 42.9],
    [47, 15, 13.3, 16, 56.2, 15, 26.7],
    [48, 13, 7.7, 13, 53.8, 13, 23.1],
    [49, 14, 7.1, 15, 53.3, 14, 35.7],
    [50, 28, 7.1, 28, 32.1, 28, 57.1],
    [51, 11, 9.1, 11, 45.5, 11, 45.5],
    [52, 11, 9.1, 11, 54.5, 11, 36.4],
    [53, 10, 10, 9, 44.4, 9, 55.6],
    [54, 13, 23.1, 13, 30.8, 13, 53.8],
    [55, 10, 10, 10, 20, 10, 70],
    [56, 10, 0, 10, 10, 10, 80],
    [57, 14, 14.3, 14, 14.3, 14, 78.6],
    [58, 13, 0, 13, 38.5, 13, 30.8],
    [59, 9, 11.1, 9, 22.2, 9, 55.6],
  ]

  private static let dyads: [(UInt16, UInt16)] = [(2, 710), (2, 365), (710, 365)]

  private static func agreement(_ table: RollCalls, _ a: UInt16, _ b: UInt16, _ rows: [Int]) -> (
    n: Int, percent: Double
  ) {
    let (i, j) = (table.states.firstIndex(of: a) ?? 0, table.states.firstIndex(of: b) ?? 0)
    let width = table.states.count
    let both = rows.filter {
      (1...3).contains(table.votes[$0 * width + i]) && (1...3).contains(table.votes[$0 * width + j])
    }
    let same = both.count { table.votes[$0 * width + i] == table.votes[$0 * width + j] }
    let percent = 100 * Double(same) / Double(max(both.count, 1))
    return (both.count, percent)
  }

  private static func check(_ expected: [[Double]], where isIn: (RollCalls, Int) -> Bool) throws {
    let table = try calls()
    for row in expected {
      let rows = (0..<table.count).filter { Double(table.sessions[$0]) == row[0] && isIn(table, $0) }
      for (k, (a, b)) in dyads.enumerated() {
        let found = agreement(table, a, b, rows)
        #expect(Double(found.n) == row[1 + 2 * k], "session \(row[0]), \(a)-\(b)")
        #expect(abs(found.percent - row[2 + 2 * k]) < 0.0501, "session \(row[0]), \(a)-\(b)")
      }
    }
  }

  @Test func agreementOnAllVotes() throws { try Self.check(Self.all) { _, _ in true } }

  @Test func agreementWhereTheUnitedStatesVoteNo() throws {
    try Self.check(Self.unitedStatesAgainst) { table, row in
      table.votes[row * table.states.count + (table.column(of: 2) ?? 0)] == 3
    }
  }

  @Test func agreementOnImportantVotes() throws { try Self.check(Self.important) { $0.important[$1] == 1 } }

  @Test func chinasSeatChangesHands() throws {
    let table = try Self.calls()
    let width = table.states.count
    func hasVotes(_ state: UInt16, _ sessions: ClosedRange<Int16>) -> Bool {
      guard let column = table.states.firstIndex(of: state) else { return false }
      return (0..<table.count).contains {
        sessions.contains(table.sessions[$0]) && (1...3).contains(table.votes[$0 * width + column])
      }
    }
    #expect(hasVotes(713, 1...25) && !hasVotes(710, 1...25))
    #expect(hasVotes(710, 27...74) && !hasVotes(713, 27...74))
  }
}
