import Statistics

extension IdealPointModel {
  /// Positions summarised at once by one task.
  private static let chunk = 512

  static func summarise(
    _ runs: [ChainRun], _ votes: OrganisedVotes, _ options: IdealPointOptions
  ) async -> IdealPointFit {
    let kept = runs.map(\.kept)
    let count = votes.positions.count
    let estimates = await withTaskGroup(of: (Int, [PositionEstimate]).self) { group in
      for first in stride(from: 0, to: count, by: chunk) {
        group.addTask { (first, estimate(first..<min(first + chunk, count), kept, votes)) }
      }
      var parts: [Int: [PositionEstimate]] = [:]
      for await (first, part) in group { parts[first] = part }
      return stride(from: 0, to: count, by: chunk).flatMap { parts[$0] ?? [] }
    }
    var summarizer = ChainSummarizer(chains: kept.count, draws: options.draws)
    let steps = options.prior == .randomWalk ? summarizer.summary(of: kept.flatMap(\.steps)[...]) : nil
    return IdealPointFit(
      options: options, votes: votes, positions: estimates, stepDeviation: steps,
      convergence: report(estimates, runs.map(\.chain.acceptance)), draws: JointDraws(kept))
  }

  private static func estimate(
    _ range: Range<Int>, _ kept: [ChainDraws], _ votes: OrganisedVotes
  ) -> [PositionEstimate] {
    guard let draws = kept.first?.draws else { return [] }
    var summarizer = ChainSummarizer(chains: kept.count, draws: draws)
    var values: [Float] = []
    return range.compactMap { p in
      values.removeAll(keepingCapacity: true)
      for chain in kept { values += chain.positions[(p * draws)..<((p + 1) * draws)] }
      guard let s = summarizer.summary(of: values[...]), s.quantiles.count == 5 else { return nil }
      let position = votes.positions[p]
      return PositionEstimate(
        state: position.state, session: position.session, votes: votes.votes(at: p), mean: s.mean, sd: s.sd,
        q5: s.quantiles[0], q10: s.quantiles[1], q50: s.quantiles[2], q90: s.quantiles[3], q95: s.quantiles[4],
        rhat: s.rhat, bulkESS: s.bulkESS, tailESS: s.tailESS)
    }
  }

  static func report(
    _ estimates: [PositionEstimate], _ acceptance: [AcceptanceRecord]
  ) -> ConvergenceReport {
    func isConverged(_ e: PositionEstimate) -> Bool {
      e.rhat <= ConvergenceReport.rhatLimit && e.bulkESS >= ConvergenceReport.essLimit
    }
    let converged = estimates.count { isConverged($0) }
    let share = Double(converged) / Double(max(estimates.count, 1))
    let worst = estimates.filter { !isConverged($0) }.sorted { $0.rhat > $1.rhat }.prefix(3)
    let warning = ConvergenceWarning.tooFewConverged(
      share: share, worst: worst.map { .init(state: $0.state, session: $0.session) })
    let parts: [KeyPath<AcceptanceRecord, AcceptanceRecord.Ratio> & Sendable] = [
      \.positions, \.items, \.sessions,
    ]
    let rates = parts.map { part in
      let accepted = acceptance.reduce(0) { $0 + $1[keyPath: part].accepted }
      let proposed = acceptance.reduce(0) { $0 + $1[keyPath: part].proposed }
      return Double(accepted) / Double(max(proposed, 1))
    }
    let ascending = estimates.map(\.bulkESS).sorted()
    return ConvergenceReport(
      positions: estimates.count, converged: converged,
      largestRHat: estimates.map(\.rhat).max() ?? .nan, smallestBulkESS: ascending.first ?? .nan,
      smallestTailESS: estimates.map(\.tailESS).min() ?? .nan,
      medianBulkESS: quantile(0.5, ofSorted: ascending) ?? .nan,
      acceptance: rates, warnings: share < ConvergenceReport.requiredShare ? [warning] : [])
  }
}

extension JointDraws {
  /// Joins the chains' thinned draws.
  init(_ chains: [ChainDraws]) {
    let thinned = chains.first?.thinnedDraws ?? 0
    let total = thinned * chains.count
    func join(_ rows: Int, _ value: (ChainDraws, Int) -> ArraySlice<Float>) -> [Float] {
      var all: [Float] = []
      all.reserveCapacity(rows * total)
      for row in 0..<rows { for chain in chains { all += value(chain, row) } }
      return all
    }
    let itemRows = thinned > 0 ? (chains.first?.items.count ?? 0) / thinned : 0
    let draws = chains.first?.draws ?? 1
    let positionRows = (chains.first?.positions.count ?? 0) / max(draws, 1)
    count = total
    items = join(itemRows) { $0.items[($1 * thinned)..<(($1 + 1) * thinned)] }
    var thinnedPositions: [Float] = []
    thinnedPositions.reserveCapacity(positionRows * total)
    for p in 0..<positionRows {
      for chain in chains {
        for k in stride(from: 0, to: draws, by: chain.thinning) {
          thinnedPositions.append(chain.positions[p * draws + k])
        }
      }
    }
    positions = thinnedPositions
  }
}
