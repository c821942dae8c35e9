/// Measures over deliveries of major conventional arms.
enum ArmsMeasures {
  static let all: [MeasureDefinition] = [
    ArmsDeliveries.definition, ArmsShare.definition, ArmsDependence.definition,
  ]
}
