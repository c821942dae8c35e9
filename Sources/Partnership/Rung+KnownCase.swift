import Treaties

extension Rung {
  /// The rung that a step of a known case names.
  public init(_ step: KnownCase.Step) {
    switch step {
    case .uncontested: self = .uncontested
    case .opposed: self = .opposed
    case .flagged: self = .flagged
    case .economic: self = .economic
    case .coerced: self = .coerced
    case .war: self = .war
    }
  }
}
