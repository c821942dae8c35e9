/// The posterior of all levels, cell by cell.
public struct Posterior: Sendable {
  public var means: [Double]
  public var variances: [Double]
  /// Covariance with the cell before, 0 in the first cell of a chain.
  public var links: [Double]

  static func start(_ data: ModelData) -> Posterior {
    let zeros = [Double](repeating: 0, count: data.layout.cells)
    return Posterior(means: zeros, variances: zeros, links: zeros)
  }

  /// All chains smoothed, beginning the expansions at the means of `self`.
  func smoothed(_ data: ModelData, _ parameters: ModelParameters, steps: Int, workers: Int) -> Posterior {
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> Posterior in
      var part = Posterior(means: [], variances: [], links: [])
      for chain in chains {
        let cells = data.layout.starts[chain]..<data.layout.starts[chain + 1]
        let evidence = ChainEvidence(data, parameters, chain: chain)
        let one = ChainPosterior(
          evidence, classes: data.classes[cells], parameters: parameters, from: means[cells], steps: steps)
        part.means += one.means
        part.variances += one.variances
        part.links += one.links
      }
      return part
    }
    return Posterior(
      means: Array(parts.map(\.means).joined()), variances: Array(parts.map(\.variances).joined()),
      links: Array(parts.map(\.links).joined()))
  }

  /// All chains filtered: means and variances.
  static func filtered(
    _ data: ModelData, _ parameters: ModelParameters, workers: Int
  ) -> (means: [Double], variances: [Double]) {
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> ([Double], [Double]) in
      var means: [Double] = []
      var variances: [Double] = []
      for chain in chains {
        let cells = data.layout.starts[chain]..<data.layout.starts[chain + 1]
        let one = ChainFilter(
          ChainEvidence(data, parameters, chain: chain), classes: data.classes[cells], parameters: parameters)
        means += one.means
        variances += one.variances
      }
      return (means, variances)
    }
    return (Array(parts.map(\.0).joined()), Array(parts.map(\.1).joined()))
  }
}
