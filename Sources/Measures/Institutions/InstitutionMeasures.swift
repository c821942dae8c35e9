/// Measures over memberships in intergovernmental organisations.
enum InstitutionMeasures {
  static let all: [MeasureDefinition] = [JointMemberships.definition, OrganisationMember.definition]
}
