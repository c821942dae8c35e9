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

  /// Log-likelihood of all groups from `start` on, and their derivatives.
  private static func positions(
    _ votes: OrganisedVotes, _ start: Int, _ count: Int, _ theta: [Double], _ items: [ItemParameters],
    _ model: OrdinalProbit
  ) throws -> (value: Double, first: [Double], information: [Double]) {
    let flat = items.flat
    var scratch = [Double](repeating: .nan, count: 2 * (votes.packed.most(in: count) + Int(PROBIT_ROOM)))
    var first = [Double](repeating: .nan, count: count)
    var information = first
    let value = votes.withKernel(model) { kernel in
      kernel.positions(
        start, count, theta: theta, items: flat, scratch: &scratch, first: &first, information: &information
      ).logLikelihood
    }
    return (try #require(value), first, information)
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
      #expect(abs(d.value - value(p)) < 1e-8)
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
      func at(_ x: Double) throws -> (value: Double, first: [Double], information: [Double]) {
        var moved = theta
        moved[p] = x
        return try Self.positions(votes, p, 1, moved, items, model)
      }
      let h = 1e-3
      let (down, here, up) = (try at(0.4 - h), try at(0.4), try at(0.4 + h))
      #expect(abs((up.value - down.value) / (2 * h) - here.first[0]) < 1e-3)
      #expect(abs((up.first[0] - down.first[0]) / (2 * h) + here.information[0]) < 0.05)
    }
  }

  /// Votes packed across positions are those of the positions one by one.
  @Test(arguments: [false, true]) func blocksAreTheirPositions(halfWay: Bool) throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: halfWay)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    let items = votes.startingItems(theta: theta, twoCuts: !halfWay)
    for (start, count) in [(0, 1), (3, 8), (11, 5), (0, votes.positions.count)] {
      let together = try Self.positions(votes, start, count, theta, items, model)
      var value = 0.0
      for k in 0..<count {
        let alone = try Self.positions(votes, start + k, 1, theta, items, model)
        value += alone.value
        #expect(abs(alone.first[0] - together.first[k]) < 1e-9, "\(start + k)")
        #expect(abs(alone.information[0] - together.information[k]) < 1e-9, "\(start + k)")
      }
      #expect(abs(value - together.value) < 1e-9 * abs(value))
    }
  }

  /// Positions and items see the same votes: the sum over either is the whole log-likelihood.
  @Test(arguments: [false, true]) func positionsAndItemsAgree(halfWay: Bool) throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: halfWay)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    let items = votes.startingItems(theta: theta, twoCuts: !halfWay)
    let byItem = try votes.items.indices.reduce(0.0) { try $0 + Self.item(votes, $1, items[$1], theta, model).value }
    let byPosition = try Self.positions(votes, 0, votes.positions.count, theta, items, model).value
    #expect(abs(byItem - byPosition) < 1e-9 * abs(byItem))
  }

  /// An abstention is taken from a difference of probabilities where it is likely and from logarithms where it is not; both say the same at the border.
  @Test func likelyAndUnlikelyAbstentions() throws {
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: false)
    let theta = votes.positions.map { simulation.positions[$0] ?? 0 }
    for width in [1e-6, 1e-4, 2e-3, 2.4e-3, 2.6e-3, 3e-3, 0.1, 6] {
      let p = ItemParameters(slope: 0.6, lower: 0.2 - width / 2, upper: 0.2 + width / 2)
      for j in votes.items.indices {
        var exact = 0.0
        for i in votes.itemBounds[4 * j + 1]..<votes.itemBounds[4 * j + 2] {
          let middle: Double = 0.2 - p.slope * theta[Int(votes.positionOf[Int(i)])]
          // Simpson's rule over the gap.
          let ends = Normal.density(middle - width / 2) + Normal.density(middle + width / 2)
          let simple: Double = width / 6 * (ends + 4 * Normal.density(middle))
          let direct: Double = Normal.cumulative(middle + width / 2) - Normal.cumulative(middle - width / 2)
          exact += logarithm(width < 0.05 ? simple : direct)
        }
        let found = try #require(
          theta.withUnsafeBufferPointer { theta in
            theta.baseAddress.flatMap { base in votes.withKernel(model) { $0.abstentions(j, at: p, theta: base) } }
          })
        let count = Double(votes.itemBounds[4 * j + 2] - votes.itemBounds[4 * j + 1])
        // Below the border the difference of two logarithms of about −1 ± 1e-9 is what is left of the gap.
        let tolerance: Double = width < 2e-3 ? 1e-8 / width : 1e-6
        #expect(abs(found - exact) <= tolerance * count, "item \(j), width \(width)")
      }
    }
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
  @Test(arguments: [false, true]) func everyProcessorAlike(halfWay: Bool) throws {
    var random = Xoshiro256(seed: 7)
    let count = 211
    let theta = (0..<count).map { _ in 2 * random.normal() }
    let items = (0..<count).map { _ in
      let middle: Double = random.normal()
      return ItemParameters(
        slope: 2 * random.normal(), lower: middle - random.uniform(), upper: middle + random.uniform())
    }
    let flat = items.flat
    let model = OrdinalProbit(table: .shared, halfWay: halfWay)
    let votes = try OrganisedVotes(simulation.data)
    var equal = 0
    for round in 0..<200 {
      let n = Int32(1 + round % 67)
      let index = (0..<(n + 7)).map { _ in Int32(random.index(below: count)) }
      let first = Int32(random.index(below: Int(n)))
      let bounds: [Int32] = [0, first, first + (n - first) / 2, n]
      let groups = PackedVotes(
        (0..<(1 + round % 5)).map { _ in
          var group = PackedVotes.Group()
          for _ in 0..<random.index(below: 40) {
            group.add(
              random.index(below: 3), item: Int32(random.index(below: count)), owner: Int32(random.index(below: count)))
          }
          return group
        })
      let size = groups.groups
      let same = votes.withKernel(model, groups: groups) { kernel in
        var tables = kernel.votes.tables
        var packed = kernel.votes
        let half: Int32 = halfWay ? 1 : 0
        var (a, b) = (probit_item_sums(), probit_item_sums())
        probit_item(&tables, index, bounds, theta, 1.3, -0.4, 0.6, half, &a)
        probit_item_plain(&tables, index, bounds, theta, 1.3, -0.4, 0.6, half, &b)
        var (c, d) = (probit_sum(), probit_sum())
        var scratch = [Double](repeating: 0, count: 2 * (groups.count + Int(PROBIT_ROOM)))
        var (f, h) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
        var (g, k) = (f, h)
        probit_positions(&packed, flat, theta, 0, Int64(size), &scratch, &f, &h, &c)
        probit_positions_plain(&packed, flat, theta, 0, Int64(size), &scratch, &g, &k, &d)
        let sameItem = withUnsafeBytes(of: a) { a in withUnsafeBytes(of: b) { a.elementsEqual($0) } }
        let sameSum = withUnsafeBytes(of: c) { c in withUnsafeBytes(of: d) { c.elementsEqual($0) } }
        return sameItem && sameSum && f.map(\.bitPattern) == g.map(\.bitPattern)
          && h.map(\.bitPattern) == k.map(\.bitPattern)
      }
      if same == true { equal += 1 }
    }
    #expect(equal == 200)
  }
}
