import Statistics

@testable import Relationships

/// The probability of a chain's binary indicators by a filter on a grid of levels: exact but for the grid, and slow.
///
/// Source: Kitagawa (1987), doi:10.1080/01621459.1987.10478534. The trapezoid rule with a step of a third of the innovations' standard deviation has an error far below
/// 10⁻⁹, because densities are smooth and die off.
struct GridEvidence {
  private let data: ModelData
  private let parameters: ModelParameters
  private let levels: [Double]
  private let step: Double
  /// Density of the step from each level to each, by class of the cell it leads to.
  private let kernels: [[Double]]

  init(_ data: ModelData, _ parameters: ModelParameters, step: Double = 0.08, reach: Double = 7) {
    self.data = data
    self.parameters = parameters
    self.step = step
    let half = Int(reach / step)
    let levels = (-half...half).map { Double($0) * step }
    self.levels = levels
    kernels = [UInt8(0), 1].map { kind in
      let deviation: Double = (parameters.variance(kind) * (1 - parameters.memory * parameters.memory)).squareRoot()
      return levels.flatMap { to in
        levels.map { from in step * Normal.density((to - parameters.memory * from) / deviation) / deviation }
      }
    }
  }

  func logProbability(ofChain chain: Int) -> Double {
    let first = data.layout.starts[chain]
    let trials = ChainEvidence(data, parameters, chain: chain).trials
    let deviation = parameters.variance(data.classes[first]).squareRoot()
    var density = levels.map { Normal.density($0 / deviation) / deviation }
    var total = 0.0
    var next = 0
    for t in 0..<(data.layout.starts[chain + 1] - first) {
      if t > 0 {
        let kernel = kernels[Int(data.classes[first + t])]
        density = levels.indices.map { i in
          var sum = 0.0
          for j in density.indices { sum += kernel[i * levels.count + j] * density[j] }
          return sum
        }
      }
      while next < trials.count, trials[next].offset == t {
        let trial = trials[next]
        for i in levels.indices {
          let eta: Double = trial.base + trial.loading * levels[i]
          density[i] *= logistic(trial.value > 0.5 ? eta : -eta)
        }
        next += 1
      }
      let mass: Double = step * density.reduce(0, +)
      total += logarithm(mass)
      for i in density.indices { density[i] /= mass }
    }
    return total
  }
}
