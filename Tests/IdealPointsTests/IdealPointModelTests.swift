import Statistics
import Testing

@testable import IdealPoints

@Suite struct IdealPointModelTests {
  private let simulation = Simulation()
  private var quick: IdealPointOptions { .init(chains: 2, warmup: 80, draws: 120, itemThinning: 2) }

  @Test func findsThePositionsItWasMadeFrom() async throws {
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    #expect(simulation.correlation(fit) > 0.95)
    #expect(fit.positions.count == 150)
    #expect(fit.convergence.largestRHat < 1.2)
    let anchor = fit.positions.filter { $0.state == 2 }.map(\.mean)
    #expect(anchor.reduce(0, +) > 0)
    let (mean, sd) = moments(fit.positions.map(\.mean))
    #expect(abs(mean) < 1e-6)
    #expect(sd > 0.9 && sd < 1)
    for e in fit.positions { #expect(e.q5 < e.q10 && e.q10 < e.q50 && e.q50 < e.q90 && e.q90 < e.q95) }
  }

  @Test func intervalsCoverTheTruth() async throws {
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let sign: Double = (simulation.positions[.init(state: 2, session: 40)] ?? 0) >= 0 ? 1 : -1
    let inside = fit.positions.count { e in
      let truth: Double = sign * (simulation.positions[.init(state: e.state, session: e.session)] ?? 0)
      return truth >= e.q5 && truth <= e.q95
    }
    #expect(Double(inside) / Double(fit.positions.count) > 0.8)
  }

  @Test func sameSeedSameDraws() async throws {
    let a = try await IdealPointModel.fit(simulation.data, options: quick)
    let b = try await IdealPointModel.fit(simulation.data, options: quick)
    #expect(a.positions == b.positions)
    #expect(a.draws.items == b.draws.items)
    var other = quick
    other.seed = 2
    let c = try await IdealPointModel.fit(simulation.data, options: other)
    #expect(a.positions != c.positions)
  }

  @Test func publishedPrior() async throws {
    var options = quick
    options.prior = .published
    let fit = try await IdealPointModel.fit(simulation.data, options: options)
    #expect(simulation.correlation(fit) > 0.93)
    #expect(fit.stepDeviation == nil)
  }

  @Test(arguments: [VoteSelection.Abstention.halfWay, .missing, .no])
  func abstentionsReadOtherwise(_ abstention: VoteSelection.Abstention) async throws {
    var options = quick
    options.selection.abstention = abstention
    let fit = try await IdealPointModel.fit(simulation.data, options: options)
    #expect(simulation.correlation(fit) > 0.93)
  }

  @Test func tooFewDrawsAreReported() async throws {
    var options = quick
    options.draws = 20
    options.itemThinning = 1
    let fit = try await IdealPointModel.fit(simulation.data, options: options)
    #expect(fit.convergence.warnings.count == 1)
    #expect(fit.convergence.warnings.first?.description.contains("take more draws") == true)
  }

  @Test func badOptions() async {
    var options = quick
    options.chains = 0
    await #expect(throws: IdealPointError.badOption(name: "chains", found: "0", expected: "1 to 64")) {
      try await IdealPointModel.fit(simulation.data, options: options)
    }
  }
}
