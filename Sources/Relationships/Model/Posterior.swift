/// The posterior of all levels, cell by cell.
public struct Posterior: Sendable {
  public var means: [Double]
  public var variances: [Double]
  /// Covariance with the cell before, 0 in the first cell of a chain.
  public var links: [Double]
  /// What stands for the binary indicators of each cell; none before the first smoothing.
  var sites: [Site]

  static func start(_ data: ModelData) -> Posterior {
    let zeros = [Double](repeating: 0, count: data.layout.cells)
    return Posterior(means: zeros, variances: zeros, links: zeros, sites: [])
  }

  /// All chains smoothed, beginning with the sites of `self`.
  func smoothed(
    _ data: ModelData, _ parameters: ModelParameters, steps: Int, tolerance: Double = 1e-6, workers: Int
  ) -> Posterior {
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> Posterior in
      var part = Posterior(means: [], variances: [], links: [], sites: [])
      for chain in chains {
        let cells = data.layout.starts[chain]..<data.layout.starts[chain + 1]
        let evidence = ChainEvidence(data, parameters, chain: chain)
        let one = ChainPosterior(
          evidence, classes: data.classes[cells], parameters: parameters, from: means[cells],
          sites: sites.isEmpty ? [] : sites[cells], steps: steps,
          tolerance: tolerance)
        part.means += one.means
        part.variances += one.variances
        part.links += one.links
        part.sites += one.sites
      }
      return part
    }
    return Posterior(
      means: Array(parts.map(\.means).joined()), variances: Array(parts.map(\.variances).joined()),
      links: Array(parts.map(\.links).joined()), sites: Array(parts.map(\.sites).joined()))
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
