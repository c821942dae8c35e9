import Statistics

/// One chain in the plane with what it has kept so far.
struct PlaneRun: Sendable {
  var chain: PlaneChain
  var kept: PlaneDraws
  let index: Int
  let total: Int

  init(_ votes: OrganisedVotes, options: IdealPointOptions, start: [SIMD2<Double>], chain index: Int) {
    chain = PlaneChain(votes, options: options, start: start, chain: index)
    kept = PlaneDraws(
      draws: options.draws, thinning: options.itemThinning, positions: votes.positions.count, items: votes.items.count)
    self.index = index
    total = options.warmup + options.draws
  }

  var isFinished: Bool { chain.sweeps == total }

  /// Runs to the end, or to the next sweep after the task is cancelled.
  mutating func finish(checkpoints: Checkpoints? = nil, progress: (IdealPointModel.Progress) -> Void) {
    while !isFinished, !Task.isCancelled {
      let warm = chain.isWarmingUp
      chain.sweep()
      if !warm { kept.record(chain) }
      checkpoints?.note(index, sweeps: chain.sweeps, isFinished: isFinished) { bytes }
      if chain.sweeps % 20 == 0 || isFinished {
        progress(.init(chain: index, done: chain.sweeps, total: total, isWarmup: chain.isWarmingUp))
      }
    }
  }

  /// Everything that changes while a chain runs.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(chain.sweeps)
    writer.write(chain.random.state)
    writer.write(chain.stepPrecision)
    writer.write(chain.firstPrecision)
    writer.write(array: chain.theta)
    writer.write(array: chain.items)
    writer.write(array: chain.reach.logScales)
    for ratio in [chain.acceptance.positions, chain.acceptance.items, chain.acceptance.sessions] {
      writer.write(ratio.accepted)
      writer.write(ratio.proposed)
    }
    writer.write(kept.count)
    writer.write(array: kept.positions)
    writer.write(array: kept.items)
    writer.write(array: kept.steps)
    return writer.bytes
  }

  /// Goes on from saved bytes; `false`, with nothing changed, if they are not those of this chain.
  mutating func resume(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(bytes)
    var next = self
    guard let sweeps = reader.read(Int.self), (0...total).contains(sweeps),
      let state = reader.read(SIMD4<UInt64>.self), let step = reader.read(Symmetric2.self),
      let first = reader.read(Symmetric2.self),
      let theta = reader.readArray(SIMD2<Double>.self),
      let items = reader.readArray(PlaneItem.self), let scales = reader.readArray(Double.self),
      theta.count == chain.theta.count, items.count == chain.items.count,
      scales.count == chain.reach.logScales.count
    else { return false }
    next.chain.sweeps = sweeps
    next.chain.random = Xoshiro256(state: state)
    next.chain.stepPrecision = step
    next.chain.firstPrecision = first
    next.chain.theta = theta
    next.chain.items = items
    next.chain.reach.resume(scales)
    var ratios: [AcceptanceRecord.Ratio] = []
    for _ in 0..<3 {
      guard let accepted = reader.read(Int.self), let proposed = reader.read(Int.self) else { return false }
      ratios.append(.init(accepted: accepted, proposed: proposed))
    }
    next.chain.acceptance = AcceptanceRecord(positions: ratios[0], items: ratios[1], sessions: ratios[2])
    guard let count = reader.read(Int.self), (0...kept.draws).contains(count),
      let positions = reader.readArray(Float.self), positions.count == kept.positions.count,
      let drawn = reader.readArray(Float.self), drawn.count == kept.items.count,
      let steps = reader.readArray(Float.self), steps.count == kept.steps.count, reader.isAtEnd
    else { return false }
    next.kept.count = count
    next.kept.positions = positions
    next.kept.items = drawn
    next.kept.steps = steps
    self = next
    return true
  }
}
