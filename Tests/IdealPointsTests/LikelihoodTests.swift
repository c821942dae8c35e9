import CProbit
import Statistics
import Testing

@testable import IdealPoints

@Suite struct LikelihoodTests {
  private let simulation = Simulation(states: 15, sessions: 3, rollCalls: 10)

  private static func item(
    _ votes: OrganisedVotes, _ j: Int, _ p: ItemParameters, _ theta: [Double], _ model: OrdinalProbit
  ) throws -> ItemDerivatives {
    let found = theta.withUnsafeBufferPointer { theta -> ItemDerivatives? in
      guard let theta = theta.baseAddress else { return nil }
      return votes.withKernel(model) { $0.item(j, at: p, theta: theta) }
    }
    return try #require(found)
  }

  private static func position(
    _ votes: OrganisedVotes, _ p: Int, _ theta: Double, _ items: [ItemParameters], _ model: OrdinalProbit
  ) throws -> PositionDerivatives {
    let flat = items.flatMap { [$0.slope, $0.lower, $0.upper] }
    let found = flat.withUnsafeBufferPointer { flat -> PositionDerivatives? in
      guard let flat = flat.baseAddress else { return nil }
      return votes.withKernel(model) { $0.position(p, theta: theta, items: flat) }
    }
    return try #require(found)
  }

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
      let d = try Self.item(votes, j, p, theta, model)
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
      func at(_ x: Double) throws -> PositionDerivatives { try Self.position(votes, p, x, items, model) }
      let h = 1e-3
      let (down, here, up) = (try at(0.4 - h), try at(0.4), try at(0.4 + h))
      #expect(abs((up.logLikelihood - down.logLikelihood) / (2 * h) - here.first) < 1e-3)
      #expect(abs((up.first - down.first) / (2 * h) + here.information) < 0.05)
    }
  }

  /// Positions and items see the same votes: the sum over either is the whole log-likelihood.
  @Test(arguments: [false, true]) func positionsAndItemsAgree(halfWay: Bool) throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: halfWay)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    let items = votes.startingItems(theta: theta, twoCuts: !halfWay)
    let byItem = try votes.items.indices.reduce(0.0) { try $0 + Self.item(votes, $1, items[$1], theta, model).value }
    let byPosition = try votes.positions.indices.reduce(0.0) {
      try $0 + Self.position(votes, $1, theta[$1], items, model).logLikelihood
    }
    #expect(abs(byItem - byPosition) < 1e-9 * abs(byItem))
  }

  /// Far outside the table, where a vote is all but impossible, the value is still the exact one.
  @Test func impossibleVotes() throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: false)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    for p in [
      ItemParameters(slope: 30, lower: -0.3, upper: 0.5), ItemParameters(slope: -45, lower: 1, upper: 1.2),
      ItemParameters(slope: 1, lower: 40, upper: 41), ItemParameters(slope: 0.5, lower: -60, upper: -28),
    ] {
      for j in votes.items.indices {
        var exact = 0.0
        for k in 0..<3 {
          for i in votes.itemBounds[4 * j + k]..<votes.itemBounds[4 * j + k + 1] {
            let mean: Double = p.slope * theta[Int(votes.positionOf[Int(i)])]
            let (a, b) = (p.lower - mean, p.upper - mean)
            switch k {
            case 0: exact += Normal.logCumulative(a)
            case 2: exact += Normal.logCumulative(-b)
            default:
              let (near, far) = a + b > 0 ? (-a, -b) : (b, a)
              let top = Normal.logCumulative(near)
              exact += top + logarithm(1 - exponential(Normal.logCumulative(far) - top))
            }
          }
        }
        let d = try Self.item(votes, j, p, theta, model)
        #expect(abs(d.value - exact) < 1e-8 * abs(exact) + 1e-7, "item \(j) \(p)")
        #expect(d.slopeSlope.isFinite && d.slope.isFinite)
      }
    }
  }

  /// The widest instructions give the bytes that the plainest give.
  @Test(arguments: [Int32(0), 1]) func everyProcessorAlike(half: Int32) throws {
    var random = Xoshiro256(seed: 7)
    let count = 211
    let theta = (0..<count).map { _ in 2 * random.normal() }
    let items = (0..<count).flatMap { _ in
      let middle: Double = random.normal()
      return [2 * random.normal(), middle - random.uniform(), middle + random.uniform()]
    }
    let checked = LogNormalTable.shared.withCoefficients { table -> Int? in
      var equal = 0
      for round in 0..<200 {
        let n = Int32(1 + round % 67)
        let index = (0..<(n + 7)).map { _ in Int32(random.index(below: count)) }
        let first = Int32(random.index(below: Int(n)))
        let bounds: [Int32] = [0, first, first + (n - first) / 2, n]
        var (a, b) = (probit_item_sums(), probit_item_sums())
        probit_item(table, index, bounds, theta, 1.3, -0.4, 0.6, half, &a)
        probit_item_plain(table, index, bounds, theta, 1.3, -0.4, 0.6, half, &b)
        var (c, d) = (probit_position_sums(), probit_position_sums())
        probit_position(table, index, bounds, items, 0.7, half, &c)
        probit_position_plain(table, index, bounds, items, 0.7, half, &d)
        let sameItem = withUnsafeBytes(of: a) { a in withUnsafeBytes(of: b) { a.elementsEqual($0) } }
        let samePosition = withUnsafeBytes(of: c) { c in withUnsafeBytes(of: d) { c.elementsEqual($0) } }
        if sameItem, samePosition { equal += 1 }
      }
      return equal
    }
    #expect(checked == 200)
  }
}
