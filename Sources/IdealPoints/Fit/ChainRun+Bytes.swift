import Statistics

extension ChainRun {
  /// Everything that changes while a chain runs.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(chain.sweeps)
    writer.write(chain.random.state)
    writer.write(chain.stepVariance)
    writer.write(chain.firstVariance)
    writer.write(array: chain.theta)
    writer.write(array: chain.items.flatMap { [$0.slope, $0.lower, $0.upper] })
    writer.write(array: chain.published.means)
    writer.write(array: chain.published.latent)
    for ratio in [chain.acceptance.positions, chain.acceptance.items, chain.acceptance.sessions] {
      writer.write(ratio.accepted)
      writer.write(ratio.proposed)
    }
    kept.write(to: &writer)
    return writer.bytes
  }

  /// Goes on from saved bytes; `false`, with nothing changed, if they are not those of this chain.
  mutating func resume(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(bytes)
    var next = self
    guard let sweeps = reader.read(Int.self), (0...total).contains(sweeps),
      let state = reader.read(SIMD4<UInt64>.self), let step = reader.read(Double.self),
      let first = reader.read(Double.self), let theta = reader.readArray(Double.self),
      let items = reader.readArray(Double.self), let means = reader.readArray(Double.self),
      let latent = reader.readArray(Double.self),
      theta.count == chain.theta.count, items.count == 3 * chain.items.count,
      means.count == chain.published.means.count, latent.isEmpty || latent.count == chain.votes.observationCount
    else { return false }
    next.chain.sweeps = sweeps
    next.chain.random = Xoshiro256(state: state)
    next.chain.stepVariance = step
    next.chain.firstVariance = first
    next.chain.theta = theta
    next.chain.items = chain.items.indices.map {
      ItemParameters(slope: items[3 * $0], lower: items[3 * $0 + 1], upper: items[3 * $0 + 2])
    }
    next.chain.published.means = means
    next.chain.published.latent = latent
    var ratios: [AcceptanceRecord.Ratio] = []
    for _ in 0..<3 {
      guard let accepted = reader.read(Int.self), let proposed = reader.read(Int.self) else { return false }
      ratios.append(.init(accepted: accepted, proposed: proposed))
    }
    next.chain.acceptance = AcceptanceRecord(positions: ratios[0], items: ratios[1], sessions: ratios[2])
    guard next.kept.read(from: &reader), reader.isAtEnd else { return false }
    self = next
    return true
  }
}

extension ChainDraws {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(count)
    writer.write(array: positions)
    writer.write(array: items)
    writer.write(array: steps)
  }

  fileprivate mutating func read(from reader: inout ByteReader) -> Bool {
    guard let count = reader.read(Int.self), (0...draws).contains(count),
      let positions = reader.readArray(Float.self), positions.count == self.positions.count,
      let items = reader.readArray(Float.self), items.count == self.items.count,
      let steps = reader.readArray(Float.self), steps.count == self.steps.count
    else { return false }
    self.positions = positions
    self.items = items
    self.steps = steps
    self.count = count
    return true
  }
}
