import Dispatch
import Statistics
import Synchronization

/// Two latent axes of treaties from their provisions: a graded-response model with a probit link.
///
/// Formula: P(y_ij ≤ k) = Φ(γ_jk − a_j θ_i,axis(j)), cut points γ ordered, a_j > 0 unless the item's sign is left to the data; θ_depth, θ_scope ~ N(0, 1), independent by
/// default, so that each axis is measured by its own provisions alone; else with a correlation uniform on (−1, 1).
/// Priors: a ~ N(0, 1.5²), cut at 0 where positive, γ ~ N(0, 2.5²). Range: θ is in standard deviations of the population of
/// treaties, 0 its mean; a higher value means deeper or broader. Missing data: a provision a coder does not code is left out
/// of the likelihood. Complexity: O(chains × sweeps × treaties × items).
/// Source: Samejima (1969), doi:10.1007/BF03372160; on latent depth and scope Benson and Clinton (2016),
/// doi:10.1177/0022002714560348. Not for: adding the two axes, or comparing fits of different sets of treaties.
public enum DepthModel {
  public struct Options: Hashable, Sendable, Codable {
    public var chains: Int
    public var warmup: Int
    /// Sweeps a chain after warm-up.
    public var sweeps: Int
    /// Every how many sweeps one is kept.
    public var thinning: Int
    public var seed: UInt64
    /// Whether the prior lets the axes correlate, so that each is also measured by the other's provisions.
    public var correlatedAxes: Bool

    public init(
      chains: Int = 4, warmup: Int = 1_000, sweeps: Int = 4_000, thinning: Int = 4, seed: UInt64 = 1,
      correlatedAxes: Bool = false
    ) {
      self.chains = chains
      self.warmup = warmup
      self.sweeps = sweeps
      self.thinning = thinning
      self.seed = seed
      self.correlatedAxes = correlatedAxes
    }

    var draws: Int { sweeps / max(thinning, 1) }
  }

  /// Fits the model; equal data and options give equal bytes on any number of cores.
  ///
  /// - Returns: `nil` for fewer than two treaties, or options that leave fewer than 8 draws a chain.
  public static func fit(_ data: ProvisionData, options: Options = Options()) -> DepthFit? {
    guard data.treaties.count > 1, options.chains > 0, options.warmup >= 50, options.draws >= 8 else { return nil }
    let finished = Mutex<[Int: DepthDraws]>([:])
    DispatchQueue.concurrentPerform(iterations: options.chains) { index in
      var chain = DepthChain(
        data, seed: options.seed, stream: UInt64(index), correlated: options.correlatedAxes)
      for sweep in 0..<options.warmup { chain.sweep(warmup: sweep, of: options.warmup) }
      var draws = DepthDraws(data, capacity: options.draws)
      for sweep in 1...options.sweeps {
        chain.sweep()
        if sweep.isMultiple(of: options.thinning) { draws.record(chain) }
      }
      finished.withLock { $0[index] = draws }
    }
    let draws = finished.withLock { done in (0..<options.chains).compactMap { done[$0] } }
    return DepthFit(data, options: options, chains: draws)
  }
}

/// What a chain has kept.
struct DepthDraws: Sendable {
  /// Draws of one quantity lie together.
  var theta: [[Float]]
  var loadings: [[Float]]
  var cuts: [[Float]]
  var correlation: [Float] = []

  init(_ data: ProvisionData, capacity: Int) {
    theta = Array(repeating: [], count: data.treaties.count * 2)
    loadings = Array(repeating: [], count: data.items.count)
    cuts = Array(repeating: [], count: data.items.map { $0.levels.count - 1 }.reduce(0, +))
    for i in theta.indices { theta[i].reserveCapacity(capacity) }
  }

  mutating func record(_ chain: DepthChain) {
    for i in theta.indices { theta[i].append(Float(chain.theta[i])) }
    for j in loadings.indices { loadings[j].append(Float(chain.items[j].loading)) }
    var at = 0
    for item in chain.items {
      for cut in item.cuts {
        cuts[at].append(Float(cut))
        at += 1
      }
    }
    correlation.append(Float(chain.sampleCorrelation))
  }
}
