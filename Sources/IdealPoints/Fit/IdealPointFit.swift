import Statistics

/// The posterior of a fit: every state's position in every session, and thinned joint draws.
public struct IdealPointFit: Sendable {
  public let options: IdealPointOptions
  public let votes: OrganisedVotes
  /// One estimate a state and session, ordered by dimension, state, then session.
  public let positions: [PositionEstimate]
  /// Standard deviation of the walk a session on the standardised scale; `nil` under the published prior.
  public let stepDeviation: ChainSummary?
  public let convergence: ConvergenceReport
  /// Thinned joint draws of positions and items.
  let draws: JointDraws
}

/// One state's position in one session.
///
/// Range: standardised over all positions of the fit, mean 0 and standard deviation 1; positive on the anchor's side.
/// Not for: comparing fits on different selections without saying so.
public struct PositionEstimate: Hashable, Sendable, Codable {
  public let state: UInt16
  public let session: Int16
  public let votes: Int
  public let mean: Double
  public let sd: Double
  public let q5: Double
  public let q10: Double
  public let q50: Double
  public let q90: Double
  public let q95: Double
  public let rhat: Double
  public let bulkESS: Double
  public let tailESS: Double
  /// 1, or 2 in a fit with two dimensions.
  public var dimension: UInt8 = 1

  /// Calendar year in which the session opens.
  public var year: Int { Int(session) + 1945 }
}

/// Thinned joint draws, all chains one after another.
struct JointDraws: Sendable {
  let count: Int
  /// `count` values a position; all of dimension 1, then all of dimension 2.
  let positions: [Float]
  /// `count` values of each slope, then lower, then upper, for each item.
  let items: [Float]
  var dimensions = 1

  /// Values in one row of `positions`: position `p`, or in dimension 2 the number of positions later.
  func position(_ p: Int) -> ArraySlice<Float> { positions[(p * count)..<((p + 1) * count)] }

  func position(_ p: Int, dimension: Int) -> ArraySlice<Float> {
    position(p + (dimension - 1) * (positions.count / max(count * dimensions, 1)))
  }

  func slope(_ j: Int, dimension: Int = 1) -> ArraySlice<Float> { parameter(j, dimension - 1) }
  func lower(_ j: Int) -> ArraySlice<Float> { parameter(j, dimensions) }
  func upper(_ j: Int) -> ArraySlice<Float> { parameter(j, dimensions + 1) }

  private func parameter(_ j: Int, _ k: Int) -> ArraySlice<Float> {
    let row = (dimensions + 2) * j + k
    return items[(row * count)..<((row + 1) * count)]
  }
}

/// Whether the chains agree, over all positions.
public struct ConvergenceReport: Hashable, Sendable, Codable {
  public let positions: Int
  /// Positions with R-hat at most 1.01 and bulk ESS at least 400.
  public let converged: Int
  public let largestRHat: Double
  public let smallestBulkESS: Double
  public let smallestTailESS: Double
  public let medianBulkESS: Double
  /// Share of proposals accepted, in the order positions, items, sessions.
  public let acceptance: [Double]
  public let warnings: [ConvergenceWarning]

  public static let rhatLimit = 1.01
  public static let essLimit = 400.0
  /// Share of positions that must meet both limits.
  public static let requiredShare = 0.99
}

/// A fit that should not be read without a second look.
public enum ConvergenceWarning: Hashable, Sendable, Codable, CustomStringConvertible {
  case tooFewConverged(share: Double, worst: [OrganisedVotes.Position])

  public var description: String {
    switch self {
    case .tooFewConverged(let share, let worst):
      "only \((share * 1000).rounded() / 10) % of positions reach R-hat 1.01 and 400 effective draws (99 % wanted); "
        + "worst: \(worst.map { "\($0.state) in session \($0.session)" }.joined(separator: ", ")); take more draws"
    }
  }
}
