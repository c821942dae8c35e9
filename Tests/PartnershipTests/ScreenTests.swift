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

  /// Where coordination is known it decides the rungs of votes, whatever the rates.
  @Test func coordinationDecides() throws {
    let votes = try Self.inputs()
    let tests: [[(difference: Double, n: Int, holds: Bool)?]] = [
      [(0.12, 90, true), (0.08, 90, true), nil], [(-0.05, 90, false), (0.01, 90, false), nil],
      [(0.02, 90, true), (-0.04, 90, false), nil], [nil, nil, nil],
    ]
    let inputs = zip(votes, tests).map {
      Screen.Input($0.dyad, depth: $0.depth, obligations: $0.obligations, counts: $0.counts, tests: $1)
    }
    let screen = Screen(third: 2, inputs: inputs, baseRates: (disputes: 0.02, wars: nil), by: .conduct, top: 10)
    #expect(screen.isTested && screen.comparisons.prefix(3) == [0, 0, 0])
    let first = try #require(screen.rows.first { $0.a == 200 && $0.b == 220 })
    // It votes together in 10 of 100, yet more than its positions predict.
    #expect(first.rates[0].holds && first.rates[0].coordination == 0.12 && first.rates[0].held == 10)
    #expect(first.rates.map(\.rung) == [.uncontested, .opposed, .coerced] && first.limit == .coerced)
    let second = try #require(screen.rows.first { $0.b == 255 && $0.a == 200 })
    #expect(!second.rates[0].holds && second.rates[0].place < first.rates[0].place)
    let third = try #require(screen.rows.first { $0.a == 220 && $0.b == 255 })
    #expect(third.outcome == .at && third.limit == .opposed)
    #expect(screen.leftOut == 1)
  }
}
