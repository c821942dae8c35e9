/// Measures over the roll calls of the United Nations General Assembly.
enum VoteMeasures {
  static let all: [MeasureDefinition] = [
    Agreement.definition, Similarity.definition, ThirdRank.definition,
  ]
}
