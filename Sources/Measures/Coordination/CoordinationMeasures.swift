/// Measures that rest on fitted ideal points.
enum CoordinationMeasures {
  static let all: [MeasureDefinition] = [
    Coordination.definition, CoordinationRank.definition, CoordinationDates.definition, IdealPoint.definition,
    IdealPointDistance.definition,
  ]
}
