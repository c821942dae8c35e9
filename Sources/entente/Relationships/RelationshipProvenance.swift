import Evidence
import Relationships

/// What an export of levels was made with, so that it can be made again.
struct RelationshipProvenance: Encodable {
  let generator: String
  /// Of the fit in the archive, not of this program.
  let methodology: String
  /// What the fit was told, as the archive keeps it.
  let settings: String
  let converged: Bool
  /// The fit, and the obligations where they were read.
  let vintages: [Vintage]
  /// The datasets behind the fit, with version and checksum.
  let basis: String
  /// Of what was drawn; `nil` where nothing was.
  let seed: UInt64?
  let draws: Int?

  /// - Parameters:
  ///   - readsObligations: whether the answer compares with pledges.
  init(_ opened: OpenedRelationships, seed: UInt64?, draws: Int?, readsObligations: Bool) {
    let fit = opened.sourced
    let first = fit.vintage.version.prefix { $0 != "," }
    generator = "entente \(Entente.version)"
    methodology = first.hasPrefix("methodology ") ? String(first.dropFirst(12)) : "not stated by the fit"
    settings = fit.vintage.version
    converged = fit.table.dynamics.count == 4 && fit.table.dynamics[3] == 1
    vintages = [fit.vintage] + (readsObligations ? opened.obligations.map { [$0.vintage] } ?? [] : [])
    basis = opened.basis
    self.seed = seed
    self.draws = draws
  }
}

/// The answer of `entente relationship` with its provenance.
struct RelationshipExport: Encodable {
  let states: [String]
  let provenance: RelationshipProvenance
  /// In the order of the numbers under `pledge`, from 0; `implied` has mean, tenth and ninetieth percentile.
  let pledges: [String]
  let rows: [RelationshipHistory.Row]
  let departures: [RelationshipHistory.Departure]
  /// The years asked for that have no row.
  let notCovered: [YearGap]
}

/// The answer of `entente triangle` with its provenance.
struct TriangleExport: Encodable {
  /// Pairs are in the order first-second, first-third, second-third.
  let states: [String]
  let provenance: RelationshipProvenance
  let zone: Double
  /// In the order of `probabilities`.
  let types: [String]
  let rows: [TriangleYear]
  /// The years asked for that have no row.
  let notCovered: [YearGap]
}
