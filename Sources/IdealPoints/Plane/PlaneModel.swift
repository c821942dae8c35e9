import Statistics

/// The dynamic ordinal-probit model of votes in two dimensions.
///
/// Formula: z = β1_v θ1_st + β2_v θ2_st + e, otherwise as in one dimension (`PlaneChain` states the prior).
/// Range: each dimension has mean 0 and standard deviation 1 over all positions, and the two are uncorrelated; `PlaneFrame` states
/// which rotation is reported. Missing data: as in one dimension.
/// Complexity: O(chains × sweeps × votes). Not for: reading dimension 2 as a scale with one meaning over all sessions.
enum PlaneModel {
  static func fit(
    _ data: VoteData, options: IdealPointOptions, checkpoints: Checkpoints?,
    progress: @escaping @Sendable (IdealPointModel.Progress) -> Void
  ) async throws(IdealPointError) -> IdealPointFit {
    let votes = try OrganisedVotes(data, selection: options.selection)
    let start = votes.startingPlane(anchor: options.anchor.cow)
    let runs = await withTaskGroup(of: (Int, PlaneRun).self) { group in
      for index in 0..<options.chains {
        group.addTask {
          var run = PlaneRun(votes, options: options, start: start, chain: index)
          if let saved = checkpoints?.load(index) { _ = run.resume(saved) }
          run.finish(checkpoints: checkpoints, progress: progress)
          return (index, run)
        }
      }
      var byIndex: [Int: PlaneRun] = [:]
      for await (index, run) in group { byIndex[index] = run }
      return (0..<options.chains).compactMap { byIndex[$0] }
    }
    guard runs.allSatisfy(\.isFinished), !runs.isEmpty else { throw .cancelled }
    return await summarise(runs.map(\.kept), runs.map(\.chain.acceptance), votes, options)
  }

  /// Positions summarised at once by one task.
  private static let chunk = 512

  private static func summarise(
    _ draws: [PlaneDraws], _ acceptance: [AcceptanceRecord], _ votes: OrganisedVotes, _ options: IdealPointOptions
  ) async -> IdealPointFit {
    var turned = draws
    _ = PlaneFrame(
      &turned, anchors: votes.anchors(options.anchor.cow), secondAnchors: votes.anchors(PlaneFrame.secondAnchor))
    let kept = turned
    let count = 2 * votes.positions.count
    let estimates = await withTaskGroup(of: (Int, [PositionEstimate]).self) { group in
      for first in stride(from: 0, to: count, by: chunk) {
        group.addTask { (first, estimate(first..<min(first + chunk, count), kept, votes)) }
      }
      var parts: [Int: [PositionEstimate]] = [:]
      for await (first, part) in group { parts[first] = part }
      return stride(from: 0, to: count, by: chunk).flatMap { parts[$0] ?? [] }
    }
    var summarizer = ChainSummarizer(chains: kept.count, draws: options.draws)
    return IdealPointFit(
      options: options, votes: votes, positions: estimates,
      stepDeviation: summarizer.summary(of: kept.flatMap(\.steps)[...]),
      convergence: IdealPointModel.report(estimates, acceptance), draws: JointDraws(kept))
  }

  private static func estimate(
    _ range: Range<Int>, _ kept: [PlaneDraws], _ votes: OrganisedVotes
  ) -> [PositionEstimate] {
    guard let draws = kept.first?.draws else { return [] }
    var summarizer = ChainSummarizer(chains: kept.count, draws: draws)
    var values: [Float] = []
    return range.compactMap { row in
      values.removeAll(keepingCapacity: true)
      for chain in kept { values += chain.positions[(row * draws)..<((row + 1) * draws)] }
      guard let s = summarizer.summary(of: values[...]), s.quantiles.count == 5 else { return nil }
      let p = row % votes.positions.count
      let position = votes.positions[p]
      return PositionEstimate(
        state: position.state, session: position.session, votes: votes.votes(at: p), mean: s.mean, sd: s.sd,
        q5: s.quantiles[0], q10: s.quantiles[1], q50: s.quantiles[2], q90: s.quantiles[3], q95: s.quantiles[4],
        rhat: s.rhat, bulkESS: s.bulkESS, tailESS: s.tailESS, dimension: row < votes.positions.count ? 1 : 2)
    }
  }
}

extension JointDraws {
  /// Joins the chains' thinned draws.
  init(_ chains: [PlaneDraws]) {
    let thinned = chains.first?.thinnedDraws ?? 0
    var items: [Float] = []
    var positions: [Float] = []
    for row in 0..<(4 * (chains.first?.itemCount ?? 0)) {
      for chain in chains { items += chain.items[(row * thinned)..<((row + 1) * thinned)] }
    }
    for row in 0..<(2 * (chains.first?.places ?? 0)) {
      for chain in chains {
        for k in stride(from: 0, to: chain.draws, by: chain.thinning) {
          positions.append(chain.positions[row * chain.draws + k])
        }
      }
    }
    self.init(count: thinned * chains.count, positions: positions, items: items, dimensions: 2)
  }
}
