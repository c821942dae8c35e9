import Foundation
import Statistics
import Testing

@testable import IdealPoints

/// Ranks of true parameters among posterior draws are uniform if the sampler draws from the posterior it states.
///
/// Source: Talts, Betancourt, Simpson, Vehtari and Gelman (2018), arXiv:1804.06788; the log-likelihood among the quantities:
/// Modrák and others (2023), doi:10.1214/23-BA1404.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_FULL"] == "1"))
struct SimulationBasedCalibrationTests {
  private static let replicates = 400
  private static let draws = 400
  private static let thinning = 8
  private static let warmup = 400
  private static let bins = 10
  /// Least p-value of each of the seven chi-square tests: one false alarm in about 140 runs.
  private static let least = 0.001

  private static let names = [
    "first position", "last position", "middle position", "slope", "slope of the repeated roll call", "step scale",
    "log-likelihood",
  ]

  @Test func ranksAreUniform() async throws {
    let ranks = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      for r in 0..<Self.replicates { group.addTask { (r, try Self.ranks(UInt64(r))) } }
      var all = [[Double]](repeating: [], count: Self.replicates)
      for try await (r, ranks) in group { all[r] = ranks }
      return all
    }
    for (q, name) in Self.names.enumerated() {
      var counts = [Int](repeating: 0, count: Self.bins)
      for rank in ranks { counts[min(Int(rank[q] * Double(Self.bins)), Self.bins - 1)] += 1 }
      let expected = Double(Self.replicates) / Double(Self.bins)
      let statistic = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
      let p = Self.chiSquareTail(statistic)
      print("calibration: \(name): counts \(counts), chi-square \(statistic), p \(p)")
      #expect(p > Self.least, "\(name): \(counts)")
    }
  }

  /// The weighted rank, 0 to 1, of each true quantity among the draws of one chain.
  private static func ranks(_ replicate: UInt64) throws -> [Double] {
    let simulation = PriorSimulation(seed: 2018, stream: replicate + 1)
    let votes = try OrganisedVotes(simulation.data)
    let options = IdealPointOptions(chains: 1, warmup: warmup, draws: draws, seed: 77 + replicate)
    var chain = Chain(votes, options: options, start: votes.startingPositions(anchor: 2), chain: 0)
    for _ in 0..<warmup { chain.sweep() }
    let truth = quantities(votes, chain.model, simulation.theta, simulation.items, simulation.stepVariance)
    var samples: [(values: [Double], logWeight: Double)] = []
    for _ in 0..<draws {
      for _ in 0..<thinning { chain.sweep() }
      samples.append(
        (
          quantities(votes, chain.model, chain.theta, chain.items, chain.stepVariance),
          PriorSimulation.logWeight(chain.items)
        ))
    }
    var random = Xoshiro256(seed: 5, stream: replicate)
    let own = PriorSimulation.logWeight(simulation.items)
    let top = samples.reduce(own) { max($0, $1.logWeight) }
    return truth.indices.map { q in
      // The truth is one more draw: its weight is divided at random.
      let trueWeight = exponential(own - top)
      var below: Double = random.uniform() * trueWeight
      var total = trueWeight
      for sample in samples {
        let weight = exponential(sample.logWeight - top)
        total += weight
        if sample.values[q] < truth[q] { below += weight }
      }
      return below / total
    }
  }

  /// Standardised positions and slopes on the anchor's side, the standardised step scale, and the log-likelihood.
  private static func quantities(
    _ votes: OrganisedVotes, _ model: OrdinalProbit, _ theta: [Double], _ items: [ItemParameters], _ variance: Double
  ) -> [Double] {
    let (mean, sd) = moments(theta)
    let anchor = theta.prefix(PriorSimulation.sessions).reduce(0) { $0 + $1 - mean }
    let sign: Double = anchor < 0 ? -1 : 1
    let likelihood = theta.withUnsafeBufferPointer { theta in
      items.indices.reduce(0) { $0 + votes.value(ofItem: $1, at: items[$1], theta: theta, model: model) }
    }
    func place(_ i: Int) -> Double { sign * (theta[i] - mean) / sd }
    return [
      place(0), place(theta.count - 1), place(theta.count / 2), sign * items[7].slope * sd, sign * items[0].slope * sd,
      variance.squareRoot() / sd, likelihood,
    ]
  }

  /// Upper tail of chi-square with `bins` − 1 = 9 degrees of freedom, by its series for odd freedom.
  private static func chiSquareTail(_ x: Double) -> Double {
    var term: Double = (2 * x / 3.141592653589793).squareRoot() * exponential(-x / 2)
    var total: Double = complementaryError((x / 2).squareRoot())
    for k in [1, 3, 5, 7] {
      total += term
      term *= x / Double(k + 2)
    }
    return total
  }
}
