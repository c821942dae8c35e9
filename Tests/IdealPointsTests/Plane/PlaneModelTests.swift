import Record
import StateSystem
import Statistics
import Testing

@testable import IdealPoints

@Suite struct PlaneModelTests {
  private var quick: IdealPointOptions {
    .init(dimensions: 2, chains: 2, warmup: 120, draws: 200, itemThinning: 2)
  }

  @Test func findsThePlaneItWasMadeFrom() async throws {
    let simulation = PlaneSimulation()
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let n = fit.votes.positions.count
    #expect(fit.positions.count == 2 * n)
    #expect(
      fit.positions.prefix(n).allSatisfy { $0.dimension == 1 }
        && fit.positions.suffix(n).allSatisfy { $0.dimension == 2 })
    let recovery = simulation.recovery(fit)
    #expect(recovery.x > 0.95 && recovery.y > 0.93, "\(recovery)")
    #expect(fit.convergence.largestRHat < 1.25)
    // Dimension 1 is the one with the larger slopes, and the anchors are on their sides.
    let first = fit.positions.prefix(n)
    #expect(first.filter { $0.state == 2 }.reduce(0) { $0 + $1.mean } > 0)
    let table = try fit.positionsTable()
    #expect(table.dimensions.filter { $0 == 2 }.count == n)
    #expect(table.row(of: 2, session: 40, dimension: 2) == n)
  }

  /// Every draw is white, whatever rotation it was turned by.
  @Test func drawsAreWhite() async throws {
    let fit = try await IdealPointModel.fit(
      PlaneSimulation(states: 20, sessions: 2, rollCalls: 20).data, options: quick)
    let n = fit.votes.positions.count
    for s in stride(from: 0, to: fit.draws.count, by: 37) {
      let theta = (0..<n).map { p in
        SIMD2(
          Double(Array(fit.draws.position(p, dimension: 1))[s]), Double(Array(fit.draws.position(p, dimension: 2))[s]))
      }
      var pin = PlanePin(tolerance: 1)
      pin.reset(theta)
      let gap = pin.covariance - .identity
      #expect(gap.trace(gap) < 1e-8)
      #expect((pin.mean * pin.mean).sum() < 1e-8)
    }
  }

  @Test func oneDimensionalTruthLeavesNoise() async throws {
    let simulation = PlaneSimulation(second: 0)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    #expect(simulation.recovery(fit).x > 0.95)
    var squares = SIMD2<Double>.zero
    for j in fit.votes.items.indices {
      for d in 1...2 {
        let mean = fit.draws.slope(j, dimension: d).reduce(0) { $0 + Double($1) } / Double(fit.draws.count)
        squares[d - 1] += mean * mean
      }
    }
    // Root mean square of the mean slopes: the second is a part of the first, small but for the prior that pulls to 1.
    #expect((squares.y / squares.x).squareRoot() < 0.5, "\(squares)")
    let n = fit.votes.positions.count
    let width = fit.positions.suffix(n).reduce(0) { $0 + $1.sd } / Double(n)
    let firstWidth = fit.positions.prefix(n).reduce(0) { $0 + $1.sd } / Double(n)
    #expect(width > 2 * firstWidth, "\(width) \(firstWidth)")
  }

  /// The chains' order of completion must not matter, and resuming must not either.
  @Test func sameSeedSameBytes() async throws {
    let data = PlaneSimulation(states: 15, sessions: 2, rollCalls: 15).data
    var options = quick
    options.draws = 60
    let a = try await IdealPointModel.fit(data, options: options)
    let votes = try OrganisedVotes(data, selection: .all)
    let start = votes.startingPlane(anchor: 2)
    // One core: the chains one after another, the second interrupted half-way.
    var runs = (0..<2).map { PlaneRun(votes, options: options, start: start, chain: $0) }
    runs[0].finish { _ in }
    for _ in 0..<130 {
      let warm = runs[1].chain.isWarmingUp
      runs[1].chain.sweep()
      if !warm { runs[1].kept.record(runs[1].chain) }
    }
    var resumed = PlaneRun(votes, options: options, start: start, chain: 1)
    let isResumed = resumed.resume(runs[1].bytes)
    #expect(isResumed)
    resumed.finish { _ in }
    var kept = [runs[0].kept, resumed.kept]
    _ = PlaneFrame(&kept, anchors: votes.anchors(2), secondAnchors: votes.anchors(PlaneFrame.secondAnchor))
    #expect(JointDraws(kept).positions == a.draws.positions)
    #expect(JointDraws(kept).items == a.draws.items)
    var stranger = PlaneRun(votes, options: options, start: start, chain: 0)
    let isFooled = stranger.resume([1, 2, 3])
    #expect(!isFooled)
  }

  @Test func unconvergedIsReported() async throws {
    var options = quick
    options.warmup = 20
    options.draws = 12
    options.itemThinning = 1
    let fit = try await IdealPointModel.fit(
      PlaneSimulation(states: 15, sessions: 2, rollCalls: 15).data, options: options)
    #expect(fit.convergence.warnings.count == 1)
  }

  @Test(arguments: [VoteSelection.Abstention.halfWay, .missing])
  func abstentionsReadOtherwise(_ abstention: VoteSelection.Abstention) async throws {
    let simulation = PlaneSimulation()
    var options = quick
    options.selection.abstention = abstention
    let recovery = simulation.recovery(try await IdealPointModel.fit(simulation.data, options: options))
    #expect(recovery.x > 0.93 && recovery.y > 0.9, "\(recovery)")
  }
}
