import StateSystem
import Testing

@testable import Partnership

struct ScreenTests {
  /// Three pairs: pledged and not done, done and not pledged, neither.
  private static func inputs() throws -> [Screen.Input] {
    func counts(_ votes: Int, joined: Int) -> [(held: Int, n: Int)] {
      [(votes, 100), (votes, 100), (0, 0), (0, 0), (joined, 10), (0, 0)]
    }
    return [
      Screen.Input(
        try #require(Dyad(200, 220)), depth: 3, obligations: ["defense"], counts: counts(10, joined: 0)),
      Screen.Input(try #require(Dyad(200, 255)), depth: 0, obligations: [], counts: counts(95, joined: 5)),
      Screen.Input(try #require(Dyad(220, 255)), depth: 0, obligations: [], counts: counts(60, joined: 1)),
      Screen.Input(
        try #require(Dyad(220, 325)), depth: 0, obligations: [], counts: Array(repeating: (0, 0), count: 6)),
    ]
  }

  private func screen(_ order: Screen.Order, top: Int = 10) throws -> Screen {
    Screen(third: 2, inputs: try Self.inputs(), baseRates: (disputes: 0.02, wars: nil), by: order, top: top)
  }

  @Test func theGapIsWhatIsPledgedBeyondWhatIsDone() throws {
    let screen = try screen(.gap)
    #expect(screen.pairs == 4 && screen.leftOut == 1)
    #expect(screen.rows.map(\.b) == [220, 255, 255])
    #expect(screen.rows[0].gap > 0 && screen.rows[0].a == 200)
    #expect(screen.rows.allSatisfy { ($0.gap - ($0.pledge - $0.conduct)).magnitude < 1e-12 })
    #expect(try self.screen(.unpledged).rows.first?.obligations == [])
    #expect(try self.screen(.gap, top: 1).rows.count == 1)
  }

  @Test func placesAndLimits() throws {
    let rows = try screen(.conduct).rows
    #expect(rows.first?.rates.map(\.rung) == [.uncontested, .opposed, .coerced])
    // The middle pair: one below, itself counted half, of three.
    let middle = try #require(rows.first { $0.a == 220 })
    #expect((middle.rates[0].place - 0.5).magnitude < 1e-12)
    #expect(try #require(rows.first).outcome == .above)
    #expect(try #require(rows.last).limit == .uncontested)
  }
}
