/// One level a pair of states and year behind several indicators, estimated on all pairs together.
///
/// Model: x_t = φ x_{t−1} + w_t with stationary variance 1 in cells of class 1 and v in class 0. A continuous indicator is a_t + b'z + λx_t + e_t with e a
/// stationary first-order autoregression; a binary one is 1 with probability 1/(1 + exp(−(a_t + b'z + λx_t))), z holding its own value of the year before.
/// Scale: the stationary variance of class 1. Sign: declared with each indicator.
/// Missing: a cell without a value adds nothing. Errors: none; a step whose equations cannot be solved is left out.
/// Estimation in two steps. The binary indicators, which are conduct, are the anchors: their parameters and the dynamics are where the probability of the
/// record is highest (`AnchorObjective`, `AnchorAscent`), to within `tolerance` in its logarithm. Then each continuous indicator is regressed on the level
/// as the anchors tell it (`ContinuousUpdate`). All indicators together give the levels. Estimating all at once lets the level turn into the slow part of the
/// one continuous indicator with the most values. Deterministic; the same bytes on any number of cores.
/// Complexity: O(cells × indicators × columns²) an iteration, about 2 s of processor time for 1.1 million cells and eight indicators.
/// Source: Shumway and Stoffer (1982), doi:10.1111/j.1467-9892.1982.tb00349.x; Durbin and Koopman (2012), doi:10.1093/acprof:oso/9780199641178.001.0001.
/// Not for: causes. An indicator moves with the level; the level is not what makes it move.
public enum FactorModel {
  public struct Options: Sendable, Hashable, Codable {
    public var iterations: Int
    /// Gain in the log-probability of the record below which a step is none.
    public var tolerance: Double

    public init(iterations: Int = 120, tolerance: Double = 0.01) {
      self.iterations = iterations
      self.tolerance = tolerance
    }
  }

  public struct Fit: Sendable {
    public let parameters: ModelParameters
    public let posterior: Posterior
    public let filteredMeans: [Double]
    public let filteredVariances: [Double]
    public let iterations: Int
    /// Log-probability of the anchors less penalties, at the end.
    public let logEvidence: Double
    /// Whether the next step promised less than the tolerance.
    public let isConverged: Bool
  }

  public static func fit(
    _ data: ModelData, options: Options = Options(), workers: Int = 2,
    progress: (_ iteration: Int, _ promised: Double) -> Void = { _, _ in }
  ) -> Fit {
    let anchors = data.anchors
    var ascent = AnchorAscent(AnchorObjective(data: anchors, workers: workers), from: .start(anchors))
    var iteration = 0
    while iteration < options.iterations, let gain = ascent.step(tolerance: options.tolerance) {
      iteration += 1
      progress(iteration, gain.promised)
    }
    var parameters = ascent.parameters
    let posterior = ascent.here.posterior.smoothed(anchors, parameters, steps: 50, workers: workers)
    parameters = followers(data, anchored: parameters, posterior, workers: workers)
    return finished(
      data, parameters, posterior, iterations: iteration, logEvidence: ascent.here.value, isConverged: ascent.isSettled,
      workers: workers)
  }

  /// Rounds in which loading, intercepts and ρ of a continuous indicator are set in turn.
  private static let rounds = 10

  /// The parameters of the anchors with those of the continuous indicators.
  private static func followers(
    _ data: ModelData, anchored: ModelParameters, _ posterior: Posterior, workers: Int
  ) -> ModelParameters {
    var parameters = ModelParameters.start(data)
    parameters.memory = anchored.memory
    parameters.minorVariance = anchored.minorVariance
    var rest = anchored.indicators[...]
    for (index, indicator) in data.indicators.enumerated() {
      if indicator.kind == .binary {
        if let own = rest.popFirst() { parameters.indicators[index] = own }
      } else {
        let update = ContinuousUpdate(data: data, posterior: posterior, index: index, workers: workers)
        for _ in 0..<rounds { update.apply(to: &parameters) }
      }
    }
    return parameters
  }

  /// The levels under given parameters.
  public static func levels(_ data: ModelData, _ parameters: ModelParameters, workers: Int = 2) -> Fit {
    finished(
      data, parameters, .start(data), iterations: 0, logEvidence: .nan, isConverged: true, workers: workers)
  }

  private static func finished(
    _ data: ModelData, _ parameters: ModelParameters, _ start: Posterior, iterations: Int,
    logEvidence: Double, isConverged: Bool, workers: Int
  ) -> Fit {
    let posterior = start.smoothed(data, parameters, steps: 50, workers: workers)
    let filtered = Posterior.filtered(data, parameters, workers: workers)
    return Fit(
      parameters: parameters, posterior: posterior, filteredMeans: filtered.means,
      filteredVariances: filtered.variances,
      iterations: iterations, logEvidence: logEvidence, isConverged: isConverged)
  }
}
