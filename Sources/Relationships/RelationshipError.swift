/// Why there is no relationship model.
public enum RelationshipError: Error, Equatable, CustomStringConvertible {
  /// Datasets without which the model cannot be made.
  case missing([String])
  /// Fewer indicators than a common level can be told from.
  case tooFewIndicators([String])

  public var description: String {
    switch self {
    case .missing(let datasets):
      "the relationship model needs \(datasets.joined(separator: ", ")), which the archive does not have; "
        + "`entente data add \(datasets.joined(separator: " "))` installs them"
    case .tooFewIndicators(let names):
      "the archive covers \(names.count) indicators of a relationship (\(names.joined(separator: ", "))); the model needs "
        + "three. `entente data add cow-trade tss-rivalries gsdb sipri-arms` installs more"
    }
  }
}
