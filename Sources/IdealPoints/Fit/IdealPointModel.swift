import Statistics

/// The dynamic ordinal-probit model of votes of Bailey, Strezhnev and Voeten.
///
/// Formula: z = β_v θ_st + e, e ~ N(0, 1); yes if z ≤ γ1_v, abstain if γ1_v < z ≤ γ2_v, no above; β ~ N(0, 1), cut points flat on
/// −7 < γ1 < γ2 < 7, θ by `PositionPrior`. Draws are standardised afterwards and turned to the anchor's side.
/// Missing data: absent is missing at random; a state that did not vote in a session has no position in it.
/// Errors: `IdealPointError`. Complexity: O(chains × sweeps × votes).
/// Source: doi:10.1177/0022002715595700. Not for: comparing positions across fits of different selections as if one scale.
public enum IdealPointModel {
  /// Where a fit stands.
  public struct Progress: Sendable {
    public let chain: Int
    /// Sweeps done by this chain and all it has to do.
    public let done: Int
    public let total: Int
    public let isWarmup: Bool
  }

  /// Fits the model; the same data, options and seed give the same result on any number of cores.
  public static func fit(
    _ data: VoteData, options: IdealPointOptions = .init(), checkpoints: Checkpoints? = nil,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws(IdealPointError) -> IdealPointFit {
    try options.check()
    if options.dimensions == 2 {
      return try await PlaneModel.fit(data, options: options, checkpoints: checkpoints, progress: progress)
    }
    let votes = try OrganisedVotes(data, selection: options.selection)
    let start = votes.startingPositions(anchor: options.anchor.cow)
    let anchors = votes.anchors(options.anchor.cow)
    let runs = await withTaskGroup(of: (Int, ChainRun).self) { group in
      for index in 0..<options.chains {
        group.addTask {
          var run = ChainRun(votes, options: options, start: start, chain: index)
          if let saved = checkpoints?.load(index) { _ = run.resume(saved) }
          run.finish(anchors: anchors, checkpoints: checkpoints, progress: progress)
          return (index, run)
        }
      }
      var byIndex: [Int: ChainRun] = [:]
      for await (index, run) in group { byIndex[index] = run }
      return (0..<options.chains).compactMap { byIndex[$0] }
    }
    guard runs.allSatisfy(\.isFinished), !runs.isEmpty else { throw .cancelled }
    return await summarise(runs, votes, options)
  }
}

/// One chain with what it has kept so far.
struct ChainRun: Sendable {
  var chain: Chain
  var kept: ChainDraws
  let index: Int
  let total: Int

  init(_ votes: OrganisedVotes, options: IdealPointOptions, start: [Double], chain index: Int) {
    chain = Chain(votes, options: options, start: start, chain: index)
    kept = ChainDraws(
      draws: options.draws, thinning: options.itemThinning, positions: votes.positions.count, items: votes.items.count)
    self.index = index
    total = options.warmup + options.draws
  }

  var isFinished: Bool { chain.sweeps == total }

  /// Runs to the end, or to the next sweep after the task is cancelled.
  mutating func finish(
    anchors: [Int], checkpoints: Checkpoints? = nil, progress: (IdealPointModel.Progress) -> Void
  ) {
    while !isFinished, !Task.isCancelled {
      let warm = chain.isWarmingUp
      chain.sweep()
      if !warm { kept.record(chain, anchors: anchors) }
      checkpoints?.note(index, sweeps: chain.sweeps, isFinished: isFinished) { bytes }
      if chain.sweeps % 20 == 0 || isFinished {
        progress(.init(chain: index, done: chain.sweeps, total: total, isWarmup: chain.isWarmingUp))
      }
    }
  }
}

extension OrganisedVotes {
  /// Positions of the anchor; of the state with most sessions where the anchor has none.
  func anchors(_ state: UInt16) -> [Int] {
    let own = positions.indices.filter { positions[$0].state == state }
    if !own.isEmpty { return own }
    var longest: Range<Int>?
    for s in 0..<(stateStarts.count - 1) {
      let range: Range<Int> = stateStarts[s]..<stateStarts[s + 1]
      if range.count > (longest?.count ?? 0) { longest = range }
    }
    return longest.map(Array.init) ?? []
  }
}
