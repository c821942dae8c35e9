/// Measures that rest on fitted ideal points.
enum CoordinationMeasures {
  static let all: [MeasureDefinition] = [
    Coordination.definition, CoordinationRank.definition, IdealPoint.definition, IdealPointDistance.definition,
  ]
}
