import Evidence

/// Measures of the panel "conduct": what the states did.
enum ConductMeasures {
  static let all: [MeasureDefinition] = [
    DisputesBetween.definition, DisputesJoined.definition, WarsJoined.definition, SanctionsInForce.definition,
    SanctionsJoined.definition, SanctionsExchange.definition, SanctionsArms.definition, RivalryActive.definition,
  ]
}
