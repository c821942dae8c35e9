import Record
import StateSystem
import Statistics
import Testing

@testable import IdealPoints

@Suite struct PlanePredictionsTests {
  private let simulation = PlaneSimulation(states: 20, sessions: 3, rollCalls: 20)
  private var quick: IdealPointOptions { .init(dimensions: 2, chains: 2, warmup: 80, draws: 100, itemThinning: 1) }

  /// Held-out agreement of two states on one row of the table, by the formula of the table's documentation.
  private func agreement(_ t: VotePredictions, _ a: Int, _ b: Int) -> Double {
    func part(_ place: Int, _ first: Int) -> [Double] {
      (0...t.itemLoadings).map { Double(t.scores[place * t.width + first + $0]) / VotePredictions.scale }
    }
    func weight(_ place: Int) -> [Double] {
      [1] + (0..<t.itemLoadings).map { Double(t.weights[place * t.itemLoadings + $0]) / VotePredictions.scale }
    }
    func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    let half = t.width / 2
    func abstain(_ place: Int) -> [Double] {
      zip(weight(place), zip(part(place, 0), part(place, half))).map { $0 - $1.0 - $1.1 }
    }
    let joint: Double = dot(part(a, 0), part(b, 0)) + dot(part(a, half), part(b, half)) + dot(abstain(a), abstain(b))
    return joint / dot(weight(a), weight(b))
  }

  @Test func predictionsDoNotDependOnTheRotation() async throws {
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let turned = fit.turned()
    let a = try #require(await fit.predictions(simulation.data, origin: ("votes", "x")))
    let b = try #require(await turned.predictions(simulation.data, origin: ("votes", "x")))
    #expect(a.itemLoadings == 4 && a.ownLoadings == 2)
    #expect(a.votes == b.votes)
    var largest = 0.0
    var pulls = 0.0
    var sum = 0.0
    for row in 0..<a.count {
      let start = Int(a.starts[row])
      for k in 1..<8 {
        let gap = abs(agreement(a, start, start + k) - agreement(b, start, start + k))
        largest = max(largest, gap)
        sum += gap / Double(7 * a.count)
      }
      // How far the own position moves a probability: the length of its loadings.
      func length(_ t: VotePredictions) -> Double {
        (1...2).reduce(0.0) { sum, d in
          let own = Double(t.scores[start * t.width + t.itemLoadings + d]) / VotePredictions.scale
          return sum + own * own
        }.squareRoot()
      }
      pulls = max(pulls, abs(length(a) - length(b)))
    }
    // Scores are rounded, and clamped where a vote all but decides its item.
    #expect(largest < 1e-2, "\(largest)")
    #expect(sum < 1e-4, "\(sum)")
    #expect(pulls < 1e-3, "\(pulls)")
  }

  /// The stored predictions against the weights computed from every draw.
  @Test func predictionsAgreeWithTheReference() async throws {
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let table = try #require(await fit.predictions(simulation.data, origin: ("votes", "x")))
    let test = CoordinationTest(fit, data: simulation.data)
    var largest = 0.0
    for (a, b) in [(2, 3), (5, 17), (9, 12)] as [(StateID, StateID)] {
      let dyad = try #require(Dyad(a, b))
      let reference = try #require(test.outcome(of: dyad, over: table.ids))
      var sum = 0.0
      for row in 0..<table.count {
        let places = Int(table.starts[row])..<Int(table.starts[row + 1])
        let i = try #require(places.first { table.states[$0] == a.cow })
        let j = try #require(places.first { table.states[$0] == b.cow })
        sum += agreement(table, i, j)
      }
      largest = max(largest, abs(sum / Double(table.count) - reference.expected))
    }
    #expect(largest < 0.01, "\(largest)")
  }
}

extension IdealPointFit {
  /// The same fit in axes turned by the angle with cosine 0.6.
  fileprivate func turned() -> IdealPointFit {
    let c: Float = 0.6
    let s: Float = 0.8
    let n = draws.count
    let places = votes.positions.count
    var positions = draws.positions
    for i in 0..<(places * n) {
      let (x, y) = (positions[i], positions[places * n + i])
      positions[i] = c * x - s * y
      positions[places * n + i] = s * x + c * y
    }
    var items = draws.items
    for j in votes.items.indices {
      for k in 0..<n {
        let (x, y) = (items[4 * j * n + k], items[(4 * j + 1) * n + k])
        items[4 * j * n + k] = c * x - s * y
        items[(4 * j + 1) * n + k] = s * x + c * y
      }
    }
    return IdealPointFit(
      options: options, votes: votes, positions: self.positions, stepDeviation: stepDeviation,
      convergence: convergence, draws: JointDraws(count: n, positions: positions, items: items, dimensions: 2))
  }
}
