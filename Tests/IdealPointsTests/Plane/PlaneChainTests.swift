import Statistics
import Testing

@testable import IdealPoints

@Suite struct PlaneChainTests {
  @Test func blockFactorAgreesWithTheDenseOne() throws {
    var random = Xoshiro256(seed: 4)
    let n = 5
    let diagonal = (0..<n).map { _ in
      Symmetric2(xx: 6 + random.uniform(), xy: random.normal() * 0.3, yy: 5 + random.uniform())
    }
    let coupling = (0..<n).map { _ in
      Symmetric2(xx: 1 + random.uniform(), xy: 0.4 * random.normal(), yy: 1 + random.uniform())
    }
    var dense = [Double](repeating: 0, count: 4 * n * n)
    func put(_ row: Int, _ column: Int, _ a: Symmetric2, _ sign: Double) {
      dense[(2 * row) * 2 * n + 2 * column] = sign * a.xx
      dense[(2 * row) * 2 * n + 2 * column + 1] = sign * a.xy
      dense[(2 * row + 1) * 2 * n + 2 * column] = sign * a.xy
      dense[(2 * row + 1) * 2 * n + 2 * column + 1] = sign * a.yy
    }
    for k in 0..<n {
      put(k, k, diagonal[k], 1)
      if k > 0 { put(k, k - 1, coupling[k - 1], -1) }
    }
    var reference = Cholesky(size: 2 * n)
    let whole = reference.factor(dense)
    let expected = try #require(whole)
    var factor = PairTridiagonalFactor(capacity: n)
    let blocks = factor.factor(diagonal, coupling: coupling, n: n)
    let logDeterminant = try #require(blocks)
    #expect(abs(logDeterminant - expected) < 1e-10)
    var x = (0..<n).map { _ in SIMD2(random.normal(), random.normal()) }
    let flat = x.flatMap { [$0.x, $0.y] }
    #expect(abs(factor.quadratic(x) - reference.quadratic(flat)) < 1e-9)
    let solved = reference.solve(flat)
    factor.solve(&x)
    for k in 0..<n { #expect(abs(x[k].x - solved[2 * k]) < 1e-10 && abs(x[k].y - solved[2 * k + 1]) < 1e-10) }
    // A coloured vector has the length of what it was made from.
    var z = (0..<n).map { _ in SIMD2(random.normal(), random.normal()) }
    let length = z.reduce(0) { $0 + ($1 * $1).sum() }
    factor.colour(&z)
    #expect(abs(factor.quadratic(z) - length) < 1e-9)
  }

  @Test func fourByFourAgreesWithTheDenseOne() throws {
    let corner = Symmetric2(xx: 5, xy: 1, yy: 4)
    let third = SIMD3(0.5, -0.7, 3)
    let fourth = SIMD4(0.2, 0.4, -0.9, 2)
    let factor = Cholesky4(corner, third, fourth, floor: .zero)
    var reference = Cholesky(size: 4)
    let whole = reference.factor([5, 0, 0, 0, 1, 4, 0, 0, 0.5, -0.7, 3, 0, 0.2, 0.4, -0.9, 2])
    let expected = try #require(whole)
    #expect(abs(factor.logDeterminant - expected) < 1e-12)
    let b = SIMD4(1.0, -2, 0.5, 3)
    let x = factor.solve(b)
    let y = reference.solve([1, -2, 0.5, 3])
    for k in 0..<4 { #expect(abs(x[k] - y[k]) < 1e-12) }
    #expect(abs(factor.quadratic(b) - reference.quadratic([1, -2, 0.5, 3])) < 1e-12)
    #expect(abs(factor.quadratic(factor.colour(b)) - (b * b).sum()) < 1e-12)
  }

  @Test func nearestOrthogonal() {
    let turn = Matrix2(first: SIMD2(0.6, -0.8), second: SIMD2(0.8, 0.6))
    let flip = Matrix2(first: SIMD2(0.6, 0.8), second: SIMD2(0.8, -0.6))
    let stretch = Matrix2(first: SIMD2(3, 0.2), second: SIMD2(0.2, 1))
    for r in [turn, flip] {
      let found = (r * stretch).nearestOrthogonal
      let gap = found.first - r.first
      #expect((gap * gap).sum() < 1e-20)
    }
  }

  @Test func wishartHasItsMean() {
    var random = Xoshiro256(seed: 11)
    let scale = Symmetric2(xx: 2, xy: 0.6, yy: 1)
    var sum = Symmetric2.zero
    let draws = 20_000
    for _ in 0..<draws { sum = sum + random.wishart(freedom: 9, inverseScale: scale) }
    let gap = (1 / Double(draws)) * sum - 9 * scale.inverse
    #expect(gap.trace(gap).squareRoot() < 0.15)
  }

  @Test func derivativesAgreeWithDifferences() throws {
    let simulation = PlaneSimulation(states: 12, sessions: 2, rollCalls: 8)
    let votes = try OrganisedVotes(simulation.data)
    let model = OrdinalProbit(table: .shared, halfWay: false)
    let theta = votes.positions.map { simulation.positions[$0] ?? .zero }
    let h = 1e-4
    for j in votes.items.indices {
      let p = PlaneItem(slope: SIMD2(0.8, -0.5), lower: -0.3, upper: 0.4)
      func at(_ q: PlaneItem) -> PlaneItemDerivatives {
        theta.withUnsafeBufferPointer { votes.derivatives(ofItem: j, at: q, theta: $0, model: model) }
      }
      let d = at(p)
      for (path, expected) in [
        (\PlaneItem.slope.x, d.slope.x), (\.slope.y, d.slope.y), (\.lower, d.lower), (\.upper, d.upper),
      ]
        as [(WritableKeyPath<PlaneItem, Double>, Double)]
      {
        var up = p
        var down = p
        up[keyPath: path] += h
        down[keyPath: path] -= h
        #expect(abs((at(up).value - at(down).value) / (2 * h) - expected) < 2e-3)
      }
      var up = p
      var down = p
      up.slope.y += 1e-3
      down.slope.y -= 1e-3
      let bend = (at(up).slope - at(down).slope) / 2e-3
      #expect(abs(bend.x + d.slopeSlope.xy) < 0.1 && abs(bend.y + d.slopeSlope.yy) < 0.1)
    }
    let items = votes.items.indices.map { PlaneItem(slope: SIMD2(1, 0.1 * Double($0) - 0.4), lower: -0.2, upper: 0.3) }
    for p in votes.positions.indices {
      func at(_ x: SIMD2<Double>) -> PlanePositionDerivatives {
        items.withUnsafeBufferPointer { votes.derivatives(at: p, theta: x, items: $0, model: model) }
      }
      let here = at(SIMD2(0.2, -0.4))
      let first = (at(SIMD2(0.2 + h, -0.4)).value - at(SIMD2(0.2 - h, -0.4)).value) / (2 * h)
      let second = (at(SIMD2(0.2, -0.4 + h)).value - at(SIMD2(0.2, -0.4 - h)).value) / (2 * h)
      #expect(abs(first - here.first.x) < 2e-3 && abs(second - here.first.y) < 2e-3)
    }
  }

  /// A move of sessions is weighed by the whole density, votes at home included, which must cancel.
  @Test(arguments: 0..<6) func sessionMovesAreWeighedRight(kind: Int) throws {
    let votes = try OrganisedVotes(PlaneSimulation(states: 10, sessions: 4, rollCalls: 8).data)
    let options = IdealPointOptions(dimensions: 2, warmup: 20)
    var chain = PlaneChain(votes, options: options, start: votes.startingPlane(anchor: 2), chain: 0)
    for _ in 0..<5 { chain.sweep() }
    for range in [0...0, 1...2, 0...3, 3...3] {
      chain.pin.reset(chain.theta)
      chain.slopeSquares = chain.items.reduce(into: .zero) { $0.add(1, $1.slope) }
      let move = AffineMove(kind: kind, 0.2)
      let found = chain.change(range, move)
      var moved = chain
      moved.apply(move, to: range)
      moved.pin.reset(moved.theta)
      let places = range.reduce(0) { $0 + chain.sessions.positions[$1].count - chain.sessions.items[$1].count }
      let expected: Double = moved.density - chain.density + move.logDeterminant * Double(places)
      #expect(abs(found.logRatio - expected) < 1e-6, "\(range): \(found.logRatio) \(expected)")
      #expect(abs(found.pin.value - moved.pin.value) < 1e-8)
    }
  }
}

extension PlaneChain {
  /// Log density of everything but the scales of the walk.
  fileprivate var density: Double {
    var total = pin.value
    total += pin.slopeTerm(
      squares: items.reduce(into: Symmetric2.zero) { $0.add(1, $1.slope) }, count: Double(items.count))
    for i in theta.indices {
      total -=
        gaps[i] == 0
        ? 0.5 * firstPrecision.quadratic(theta[i])
        : 0.5 * stepPrecision.quadratic(theta[i] - theta[i - 1]) / Double(gaps[i])
    }
    theta.withUnsafeBufferPointer { theta in
      for j in items.indices {
        total += cuts.value(items[j].cuts)
        total += votes.derivatives(ofItem: j, at: items[j], theta: theta, model: model).value
      }
    }
    return total
  }
}
