import StateSystem

/// What ties the positions of one state together over sessions.
public enum PositionPrior: String, Hashable, Sendable, Codable, CaseIterable {
  /// A joint Gaussian random walk: variance σ² a session of gap, σ estimated, first positions N(0, τ²), τ estimated.
  case randomWalk = "random-walk"
  /// The forward plug-in smoother of the published code: N(conditional mean of the preceding session, 0.5 n/(n + n_previous)).
  case published
}

/// How the published prior is sampled.
public enum PublishedSampler: String, Hashable, Sendable, Codable, CaseIterable {
  /// As the published code does, to reproduce its figures: starting values, steps of the cut points and their acceptance, which is incomplete
  /// and decides the level of the early sessions.
  case published
  /// Chains that begin apart around what the votes say, and cut points drawn from their conditional distribution.
  case corrected
}

/// Settings of a fit; the same data, settings and seed give the same bytes on any number of cores.
public struct IdealPointOptions: Hashable, Sendable, Codable {
  public var selection: VoteSelection
  public var prior: PositionPrior
  /// For the published prior alone.
  public var publishedSampler = PublishedSampler.published
  /// Dimensions of the positions, 1 or 2.
  public var dimensions: Int
  public var chains: Int
  /// Sweeps a chain that adapt the moves and are thrown away.
  public var warmup: Int
  /// Sweeps a chain that are kept.
  public var draws: Int
  /// Every how many kept sweeps item parameters and positions are stored for the coordination test.
  public var itemThinning: Int
  public var seed: UInt64
  /// The state whose mean position is positive.
  public var anchor: StateID

  public init(
    selection: VoteSelection = .all, prior: PositionPrior = .randomWalk, dimensions: Int = 1, chains: Int = 4,
    warmup: Int = 150,
    draws: Int = 800, itemThinning: Int = 4, seed: UInt64 = 1, anchor: StateID = 2
  ) {
    self.selection = selection
    self.prior = prior
    self.dimensions = dimensions
    self.chains = chains
    self.warmup = warmup
    self.draws = draws
    self.itemThinning = itemThinning
    self.seed = seed
    self.anchor = anchor
  }

  /// As many sweeps as the published sampler needs, whose steps are short.
  public mutating func useLongChains() {
    warmup = 4000
    draws = 4000
    itemThinning = 22
  }

  /// As many sweeps as two dimensions need, which mix more slowly than one.
  public mutating func usePlaneChains() {
    warmup = 300
    draws = 1200
    itemThinning = 7
  }

  func check() throws(IdealPointError) {
    func demand(_ holds: Bool, _ name: String, _ found: Int, _ expected: String) throws(IdealPointError) {
      if !holds { throw .badOption(name: name, found: String(found), expected: expected) }
    }
    try demand((1...64).contains(chains), "chains", chains, "1 to 64")
    try demand((1...2).contains(dimensions), "dimensions", dimensions, "1 or 2")
    if dimensions == 2, prior == .published {
      throw .badOption(name: "prior", found: prior.rawValue, expected: "random-walk with two dimensions")
    }
    if selection.abstention == .halfWay, prior == .published {
      throw .badOption(
        name: "abstention", found: selection.abstention.name,
        expected: "category, missing, no or yes with the published prior, whose latent votes cannot be halved")
    }
    try demand((20...1_000_000).contains(warmup), "warmup", warmup, "20 or more")
    try demand((8...1_000_000).contains(draws), "draws", draws, "8 or more")
    try demand((1...draws).contains(itemThinning), "itemThinning", itemThinning, "1 to the number of draws")
  }
}
