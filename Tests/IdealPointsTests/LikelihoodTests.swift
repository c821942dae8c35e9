import Statistics
import Testing

@testable import IdealPoints

@Suite struct LikelihoodTests {
  private let simulation = Simulation(states: 15, sessions: 3, rollCalls: 10)

  /// Values against the normal distribution itself, derivatives against differences.
  @Test(arguments: [false, true]) func itemDerivatives(halfWay: Bool) throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: halfWay)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    for j in votes.items.indices {
      let p = ItemParameters(slope: 0.8, lower: -0.3, upper: halfWay ? -0.3 : 0.5)
      func value(_ q: ItemParameters) -> Double {
        theta.withUnsafeBufferPointer { votes.value(ofItem: j, at: q, theta: $0, model: model) }
      }
      let d = theta.withUnsafeBufferPointer { votes.derivatives(ofItem: j, at: p, theta: $0, model: model) }
      #expect(abs(d.value - value(p)) < 1e-9)
      let h = 1e-4
      var up = p
      var down = p
      up.slope += h
      down.slope -= h
      #expect(abs((value(up) - value(down)) / (2 * h) - d.slope) < 1e-3, "item \(j)")
      (up, down) = (p, p)
      up.lower += h
      down.lower -= h
      #expect(abs((value(up) - value(down)) / (2 * h) - d.lower) < 1e-3, "item \(j)")
      (up, down) = (p, p)
      up.upper += h
      down.upper -= h
      #expect(abs((value(up) - value(down)) / (2 * h) - d.upper) < 1e-3, "item \(j)")
      guard !halfWay else { continue }
      var exact = 0.0
      for k in 0..<3 {
        for i in votes.itemBounds[4 * j + k]..<votes.itemBounds[4 * j + k + 1] {
          let mean: Double = p.slope * theta[Int(votes.positionOf[Int(i)])]
          let low = k == 0 ? 0 : Normal.cumulative((k == 1 ? p.lower : p.upper) - mean)
          let high = k == 2 ? 1 : Normal.cumulative((k == 1 ? p.upper : p.lower) - mean)
          exact += logarithm(high - low)
        }
      }
      #expect(abs(d.value - exact) < 1e-6)
    }
  }

  @Test func positionDerivatives() throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: false)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    let items = votes.startingItems(theta: theta, twoCuts: true)
    for p in votes.positions.indices {
      func at(_ x: Double) -> PositionDerivatives {
        items.withUnsafeBufferPointer { votes.derivatives(at: p, theta: x, items: $0, model: model) }
      }
      let h = 1e-3
      let (down, here, up) = (at(0.4 - h), at(0.4), at(0.4 + h))
      #expect(abs((up.value - down.value) / (2 * h) - here.first) < 1e-3)
      #expect(abs((up.first - down.first) / (2 * h) + here.information) < 0.05)
    }
  }
}
