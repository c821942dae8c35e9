import Evidence

/// Measures of the panel "commitments": what was pledged.
enum CommitmentMeasures {
  static let all: [MeasureDefinition] = [
    ObligationsInForce.definition, AlliancesInForce.definition, PortfolioSimilarity.definition,
  ]
}
