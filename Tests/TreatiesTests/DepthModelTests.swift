import Statistics
import Testing

@testable import Treaties

@Suite struct DepthModelTests {
  static let items = [
    ProvisionItem("a", .depth, levels: ["0", "1", "2"]), ProvisionItem("b", .depth, levels: ["0", "1"]),
    ProvisionItem("c", .depth, levels: ["0", "1", "2", "3"]), ProvisionItem("d", .depth, levels: ["0", "1"]),
    ProvisionItem("e", .scope, levels: ["0", "1", "2"]), ProvisionItem("f", .scope, levels: ["0", "1"]),
    ProvisionItem("g", .scope, levels: ["0", "1", "2"]),
  ]
  static let loadings = [1.2, 1.0, 1.6, 0.8, 1.4, 0.9, 1.1]
  static let cuts: [[Double]] = [[-0.2, 0.8], [0.3], [-0.6, 0.2, 1.0], [0], [-0.3, 0.7], [0.2], [-0.4, 0.5]]

  /// Responses drawn from the model with a known correlation of the axes.
  static func simulated(_ count: Int, correlation: Double, seed: UInt64) -> (ProvisionData, [[Double]]) {
    var random = Xoshiro256(seed: seed)
    var theta: [[Double]] = []
    var levels: [[Int?]] = []
    for _ in 0..<count {
      let x = random.normal()
      let y: Double = correlation * x + (1 - correlation * correlation).squareRoot() * random.normal()
      theta.append([x, y])
      levels.append(
        items.indices.map { j in
          if random.uniform() < 0.03 { return nil }
          let latent: Double = loadings[j] * (items[j].axis == .depth ? x : y) + random.normal()
          return cuts[j].count { latent > $0 }
        })
    }
    return (ProvisionData(treaties: (0..<count).map { "T\($0)" }, items: items, levels: levels), theta)
  }

  static let fitted: (fit: DepthFit?, theta: [[Double]]) = {
    let (data, theta) = simulated(220, correlation: 0.5, seed: 7)
    let options = DepthModel.Options(chains: 2, warmup: 200, sweeps: 400, thinning: 2, seed: 3, correlatedAxes: true)
    return (DepthModel.fit(data, options: options), theta)
  }()

  @Test func recoversPositionsLoadingsAndCorrelation() throws {
    let fit = try #require(Self.fitted.fit)
    for (axis, k) in [(ProvisionItem.Axis.depth, 0), (.scope, 1)] {
      let truth = Self.fitted.theta.map { $0[k] }
      let means = fit.scores.map { $0.on(axis).mean }
      #expect(Self.correlation(truth, means) > 0.75, "\(axis)")
      let inside = zip(fit.scores, truth).count { $0.on(axis).low <= $1 && $1 <= $0.on(axis).high }
      #expect((170...216).contains(inside), "\(axis): \(inside) of 220 inside 90 %")
    }
    for (item, truth) in zip(fit.items, Self.loadings) {
      #expect(abs(item.loading.mean - truth) < 4 * item.loading.sd + 0.1, "\(item.item.name)")
    }
    #expect(fit.correlation.low < 0.5 && 0.5 < fit.correlation.high)
    #expect(fit.largestRHat < 1.2)
    #expect(fit.axes.allSatisfy { (0.4...0.95).contains($0.reliability) })
  }

  @Test func theSameSeedGivesTheSameFitAndAnotherAnother() {
    let (data, _) = Self.simulated(40, correlation: 0, seed: 2)
    let options = DepthModel.Options(chains: 2, warmup: 60, sweeps: 40, thinning: 2, seed: 5)
    let a = DepthModel.fit(data, options: options)
    #expect(a == DepthModel.fit(data, options: options))
    var other = options
    other.seed = 6
    #expect(a?.scores != DepthModel.fit(data, options: other)?.scores)
  }

  @Test func independentAxesDoNotBorrow() throws {
    // The same depth levels with scope all low or all high give the same depth when the axes are independent.
    let (data, _) = Self.simulated(80, correlation: 0.6, seed: 9)
    let rows = (0..<80).map { i in Self.items.indices.map { j in data[i, j] < 0 ? nil : Int?(data[i, j]) } }
    let twins: [[Int?]] = [[1, 1, 2, 1, 0, 0, 0], [1, 1, 2, 1, 2, 1, 2]]
    let doubled = ProvisionData(treaties: data.treaties + ["low", "high"], items: Self.items, levels: rows + twins)
    let options = DepthModel.Options(chains: 2, warmup: 100, sweeps: 600, thinning: 1, seed: 5)
    let fit = try #require(DepthModel.fit(doubled, options: options))
    let (low, high) = (try #require(fit.score("low")), try #require(fit.score("high")))
    #expect(abs(low.depth.mean - high.depth.mean) < 0.25)
    #expect(high.scope.mean - low.scope.mean > 0.8)
  }

  @Test func aTreatyWithNothingKnownHasThePrior() throws {
    var (data, _) = Self.simulated(60, correlation: 0, seed: 4)
    let rows = (0..<60).map { i in Self.items.indices.map { j in data[i, j] < 0 ? nil : Int?(data[i, j]) } }
    data = ProvisionData(
      treaties: data.treaties + ["empty"], items: Self.items, levels: rows + [Self.items.map { _ in nil }])
    let options = DepthModel.Options(chains: 2, warmup: 60, sweeps: 300, thinning: 1, seed: 5)
    let score = try #require(DepthModel.fit(data, options: options)?.score("empty"))
    #expect(abs(score.depth.mean) < 0.35 && (0.8...1.2).contains(score.depth.sd))
  }

  @Test func tooLittleIsRefused() {
    let (data, _) = Self.simulated(1, correlation: 0, seed: 4)
    #expect(DepthModel.fit(data) == nil)
    let (more, _) = Self.simulated(5, correlation: 0, seed: 4)
    #expect(DepthModel.fit(more, options: .init(chains: 1, warmup: 50, sweeps: 4, thinning: 2)) == nil)
  }

  @Test func itemsAreOnOneAxisAndNamed() {
    #expect(Set(ProvisionItem.all.map(\.name)).count == ProvisionItem.all.count)
    #expect(ProvisionItem.all.allSatisfy { $0.levels.count >= 2 })
    #expect(Set(ProvisionItem.all.map(\.axis)) == [.depth, .scope])
  }

  static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (mx, my) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      xx += (x - mx) * (x - mx)
      xy += (x - mx) * (y - my)
      yy += (y - my) * (y - my)
    }
    return xy / (xx * yy).squareRoot()
  }
}
