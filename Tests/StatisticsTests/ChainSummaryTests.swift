import Statistics
import Testing

/// Reference values of R packages posterior 1.4.0 and loo 2.5.1 on draws both sides make themselves: Benchmarks/peers/diagnostics.R.
@Suite struct ChainSummaryTests {
  @Test func agreesWithPosterior() throws {
    var summarizer = ChainSummarizer(chains: 4, draws: 500)
    let sOrNone = summarizer.summary(of: ReferenceDraws.single(draws: 500)[...])
    let s = try #require(sOrNone)
    #expect(abs(s.rhat - 1.01880538189) < 1e-8)
    #expect(abs(s.bulkESS - 348.617497313) < 1e-5)
    #expect(abs(s.tailESS - 742.20504163) < 1e-5)
    #expect(abs(s.meanESS - 352.392073063) < 1e-5)
    #expect(abs(s.standardErrorOfMean - 0.0753503752898) < 1e-9)
    #expect(abs(s.mean - 0.0830249639382) < 1e-9)
    #expect(abs(s.sd - 1.41448545162) < 1e-9)
    let quantiles = [-2.21403687, -1.72066186666, 0.110990874469, 1.8782389164, 2.35536725521]
    for (found, expected) in zip(s.quantiles, quantiles) { #expect(abs(found - expected) < 1e-7) }
  }

  @Test func tiesTakeAverageRanks() throws {
    var summarizer = ChainSummarizer(chains: 4, draws: 500)
    let rounded = ReferenceDraws.single(draws: 500).map { ($0 * 2).rounded(.toNearestOrEven) / 2 }
    let sOrNone = summarizer.summary(of: rounded[...])
    let s = try #require(sOrNone)
    #expect(abs(s.rhat - 1.01842177349) < 1e-8)
    #expect(abs(s.bulkESS - 358.582050258) < 1e-5)
    #expect(abs(s.tailESS - 704.935743234) < 1e-5)
  }

  @Test func oddLengthsDropTheMiddleDraw() throws {
    var summarizer = ChainSummarizer(chains: 4, draws: 499)
    let sOrNone = summarizer.summary(of: ReferenceDraws.single(draws: 499)[...])
    let s = try #require(sOrNone)
    #expect(abs(s.rhat - 1.01945334657) < 1e-8)
    #expect(abs(s.bulkESS - 343.442747881) < 1e-5)
    #expect(abs(s.tailESS - 739.718034142) < 1e-5)
  }

  @Test func aConstantHasNoDiagnostics() throws {
    var summarizer = ChainSummarizer(chains: 2, draws: 10)
    let sOrNone = summarizer.summary(of: [Float](repeating: 3, count: 20)[...])
    let s = try #require(sOrNone)
    #expect(s.mean == 3)
    #expect(s.bulkESS.isNaN)
    let tooShort = summarizer.summary(of: [1, 2, 3][...])
    #expect(tooShort == nil)
  }

  @Test func smoothingAgreesWithLoo() throws {
    let ratios = ReferenceDraws.chain(0, draws: 500).map { $0 * 1.5 }
    let smoothed = try #require(ParetoSmoothedWeights(logRatios: ratios))
    #expect(abs(smoothed.shape - 0.578166842204) < 1e-6)
    #expect(abs((smoothed.weights.max() ?? 0) - 0.103821538519) < 1e-7)
    #expect(abs(smoothed.effectiveDraws - 1 / 0.0260284698766) < 1e-4)
    #expect(abs(smoothed.weights[2] - 0.00382860134631) < 1e-8)
    #expect(abs(smoothed.weights.reduce(0, +) - 1) < 1e-12)
    #expect(ParetoSmoothedWeights(logRatios: []) == nil)
    #expect(ParetoSmoothedWeights(logRatios: [0, .nan]) == nil)
  }
}

/// Autoregressive chains from the minimal standard generator, the same as in Benchmarks/peers/diagnostics.R.
enum ReferenceDraws {
  static func chain(_ index: Int, draws: Int) -> [Double] {
    var state: UInt64 = 12345
    let normals = (0..<(4 * 501)).map { _ -> Double in
      state = state * 16807 % 2_147_483_647
      return Normal.quantile(Double(state) / 2_147_483_647)
    }
    var x: [Double] = []
    for i in 0..<draws {
      let noise = normals[index * 501 + i]
      x.append(i == 0 ? noise : 0.7 * x[i - 1] + noise)
    }
    return x.map { $0 + (index == 3 ? 0.3 : 0) }
  }

  static func single(draws: Int) -> [Float] { (0..<4).flatMap { chain($0, draws: draws).map(Float.init) } }
}
