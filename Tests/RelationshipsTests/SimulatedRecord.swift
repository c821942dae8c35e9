import Statistics

@testable import Relationships

/// A record drawn from the model itself, with what the record of states has: pairs of two classes, indicators seen rarely, and events that are rare.
///
/// φ = .985; three pairs in four have levels with a standard deviation of .7. Indicators: a continuous one with loading .1 and errors that remember (.9); two
/// anchors with loadings 2.8 and −2.6 seen in 5 % of the years; two seen in all, loadings −.6 and 2.3, with an event in about 2 and 8 years of a hundred.
struct SimulatedRecord {
  static let loadings = [0.1, 2.8, -2.6, -0.6, 2.3]
  static let memory = 0.985
  static let minorDeviation = 0.7
  static let bases: [Double] = [0, 0, -3.0, -4, -3]
  private static let persistence = 0.9

  let data: ModelData
  let levels: [Double]

  init(seed: UInt64, chains: Int, years: Int = 60) {
    var random = Xoshiro256(seed: seed)
    var values = [[Float]](repeating: [], count: Self.loadings.count)
    var levels: [Double] = []
    var classes: [UInt8] = []
    let innovation: Double = (1 - Self.memory * Self.memory).squareRoot()
    let noise: Double = (1 - Self.persistence * Self.persistence).squareRoot()
    for chain in 0..<chains {
      let kind: UInt8 = chain % 4 == 0 ? 1 : 0
      let deviation = kind == 1 ? 1 : Self.minorDeviation
      var x: Double = deviation * random.normal()
      var e = random.normal()
      for t in 0..<years {
        if t > 0 {
          x = Self.memory * x + innovation * deviation * random.normal()
          e = Self.persistence * e + noise * random.normal()
        }
        levels.append(x)
        classes.append(kind)
        values[0].append(Float(0.05 * Double(t) + Self.loadings[0] * x + e))
        for k in 1..<Self.loadings.count {
          let isSeen = k > 2 || random.uniform() < 0.05
          let happens = random.uniform() < logistic(Self.bases[k] + Self.loadings[k] * x)
          values[k].append(isSeen ? (happens ? 1 : 0) : .nan)
        }
      }
    }
    self.levels = levels
    data = ModelData(
      layout: ChainLayout(
        lengths: Array(repeating: years, count: chains), firstTimes: Array(repeating: 0, count: chains), times: years),
      classes: classes,
      indicators: Self.loadings.indices.map { k in
        Indicator("i\(k)", k == 0 ? .continuous : .binary, sign: Self.loadings[k], values: values[k])
      })
  }

  /// What was found over what is true: the loadings, then the standard deviations of innovations and of distant pairs.
  static func ratios(_ fit: FactorModel.Fit) -> [Double] {
    let p = fit.parameters
    let innovation: Double = ((1 - p.memory * p.memory) / (1 - memory * memory)).squareRoot()
    return zip(p.indicators, loadings).map { $0.loading / $1 } + [
      innovation, p.minorVariance.squareRoot() / minorDeviation,
    ]
  }
}
