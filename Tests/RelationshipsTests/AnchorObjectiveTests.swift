import Statistics
import Testing

@testable import Relationships

@Suite struct AnchorObjectiveTests {
  /// Two anchors with a column each over a few years; pairs of both classes.
  private static func data(chains: Int = 3, years: Int = 3, seed: UInt64 = 11) -> ModelData {
    var random = Xoshiro256(seed: seed)
    let cells = chains * years
    func values(_ share: Double) -> [Float] {
      (0..<cells).map { _ in random.uniform() < 0.2 ? .nan : random.uniform() < share ? 1 : 0 }
    }
    let first = values(0.4)
    let second = values(0.2)
    let column = (0..<chains).map { _ in Float(random.normal()) }
    return ModelData(
      layout: ChainLayout(
        lengths: Array(repeating: years, count: chains), firstTimes: Array(repeating: 0, count: chains), times: years),
      classes: (0..<cells).map { UInt8($0 / years % 2) },
      indicators: [
        Indicator("a", .binary, sign: 1, values: first, columns: [.perChain(column)]),
        Indicator("b", .binary, sign: -1, values: second, columns: [.before]),
      ])
  }

  private static func parameters(_ data: ModelData) -> ModelParameters {
    var random = Xoshiro256(seed: 3)
    var p = ModelParameters.start(data)
    p.memory = 0.8
    p.minorVariance = 0.6
    for (k, loading) in [1.3, -0.8].enumerated() {
      p.indicators[k].loading = loading
      p.indicators[k].slopes = [0.4 * random.normal()]
      for t in p.indicators[k].intercepts.indices { p.indicators[k].intercepts[t] = -0.5 + 0.3 * random.normal() }
    }
    return p
  }

  private static func penalty(_ data: ModelData, _ p: ModelParameters) -> Double {
    let walk = AnchorObjective.walk
    return p.indicators.reduce(0) { total, own in
      let steps = zip(own.intercepts.dropFirst(), own.intercepts).map { ($0 - $1) * ($0 - $1) }
      let away: Double = logarithm(own.loading.magnitude / 0.5) / 1.5
      let slopes = own.slopes.reduce(0) { $0 + $1 * $1 }
      return total - 0.5 * (steps.reduce(0, +) / (walk * walk) + 1e-3 * slopes + away * away)
    }
  }

  @Test func evidenceIsTheProbabilityOfTheRecord() {
    let data = Self.data()
    let p = Self.parameters(data)
    let found = AnchorObjective(data: data, workers: 1).at(p, from: .start(data), tolerance: 1e-9).value
    let grid = GridEvidence(data, p)
    let exact = (0..<3).reduce(0) { $0 + grid.logProbability(ofChain: $1) } + Self.penalty(data, p)
    #expect(abs(found - exact) < 0.01, "\(found), by the grid \(exact)")
  }

  /// Sixty years, steep loadings and rare events, as on the record: the error is about .013 a pair.
  @Test func evidenceOfLongChains() {
    let record = SimulatedRecord(seed: 4, chains: 24)
    let data = record.data.anchors
    var p = ModelParameters.start(data)
    p.memory = SimulatedRecord.memory
    p.minorVariance = SimulatedRecord.minorDeviation * SimulatedRecord.minorDeviation
    for k in p.indicators.indices {
      p.indicators[k].loading = SimulatedRecord.loadings[k + 1]
      for t in p.indicators[k].intercepts.indices { p.indicators[k].intercepts[t] = SimulatedRecord.bases[k + 1] }
    }
    let found = AnchorObjective(data: data, workers: 2).at(p, from: .start(data), tolerance: 1e-7).value
    let grid = GridEvidence(data, p, step: 0.04)
    let exact = (0..<24).reduce(0) { $0 + grid.logProbability(ofChain: $1) } + Self.penalty(data, p)
    #expect(abs(found - exact) < 0.5, "\(found), by the grid \(exact)")
  }

  @Test func gradientIsThatOfTheEvidence() {
    let data = Self.data(chains: 6, years: 4)
    let p = Self.parameters(data)
    let objective = AnchorObjective(data: data, workers: 2)
    let here = objective.at(p, from: .start(data), tolerance: 1e-10)
    for i in here.gradient.indices {
      var direction = [Double](repeating: 0, count: here.gradient.count)
      direction[i] = 1
      func value(_ h: Double) -> Double {
        objective.at(AnchorVector.moved(p, along: direction, by: h), from: here.posterior, tolerance: 1e-10).value
      }
      let slope: Double = (value(1e-3) - value(-1e-3)) / 2e-3
      #expect(abs(slope - here.gradient[i]) < 0.003, "\(i): \(here.gradient[i]), by differences \(slope)")
    }
  }

  /// From a tenth and from four times the loadings the ascent ends where it ends from the declared start.
  @Test func startsEndInOnePlace() {
    let (data, _) = FactorModelTests.simulated(chains: 150)
    let objective = AnchorObjective(data: data.anchors, workers: 2)
    let ends = [0.5, 0.05, 2].map { loading in
      var ascent = AnchorAscent(objective, from: .start(data.anchors, loading: loading))
      var last = ascent.here.value
      while let gain = ascent.step(tolerance: 0.001) {
        #expect(gain.gained >= 0 && ascent.here.value >= last - 1e-6)
        last = ascent.here.value
      }
      return ascent
    }
    for end in ends.dropFirst() {
      #expect(abs(end.here.value - ends[0].here.value) < 0.05)
      for (a, b) in zip(end.parameters.indicators, ends[0].parameters.indicators) {
        #expect(abs(a.loading / b.loading - 1) < 0.02)
      }
    }
  }

  @Test func arrowMatrixIsSolved() throws {
    var random = Xoshiro256(seed: 8)
    let (years, others) = (5, 2)
    var matrix = ArrowMatrix(years: years, others: others, tie: 0.7)
    for t in 0..<years { matrix.diagonal[t] = 3 + random.uniform() }
    for i in matrix.border.indices { matrix.border[i] = 0.5 * random.normal() }
    matrix.corner = [4, 0, 0.3, 5]
    let x = (0..<(years + others)).map { _ in random.normal() }
    var right = [Double](repeating: 0, count: years + others)
    for t in 0..<years {
      right[t] = matrix.diagonal[t] * x[t]
      if t > 0 { right[t] -= 0.7 * x[t - 1] }
      if t + 1 < years { right[t] -= 0.7 * x[t + 1] }
      for j in 0..<others {
        right[t] += matrix.border[t * others + j] * x[years + j]
        right[years + j] += matrix.border[t * others + j] * x[t]
      }
    }
    right[years] += 4 * x[years] + 0.3 * x[years + 1]
    right[years + 1] += 0.3 * x[years] + 5 * x[years + 1]
    let solved = try #require(matrix.solved(right))
    for (a, b) in zip(solved, x) { #expect(abs(a - b) < 1e-12) }
  }
}
