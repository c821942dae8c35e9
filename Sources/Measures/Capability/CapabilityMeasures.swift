/// Measures of what a state has.
enum CapabilityMeasures {
  static let all: [MeasureDefinition] = [
    CapabilityIndexScore.definition, Concentration.definition, MilitaryExpenditure.definition,
    GrossDomesticProduct.definition, GDPPerHeadProduct.definition,
  ]
}
