/// Measures of regime type.
enum RegimeMeasures {
  static let all: [MeasureDefinition] = [
    Polyarchy.definition, Polity.definition, RegimeDistance.definition,
  ]
}
