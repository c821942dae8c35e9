/// What is read of a relationship. Obligations are not among them: the level is to be compared with what a pledge implies.
public enum RelationshipIndicator: String, CaseIterable, Sendable, Codable {
  /// Log of the trade of the two over what their shares of world trade give.
  case trade
  /// Joint memberships over the geometric mean of the memberships of each.
  case organisations
  /// Less the distance of the ideal points in the General Assembly.
  case votes
  /// Among years with both in a militarised dispute: the same side (1) or opposite sides (0).
  case side
  /// Among years on opposite sides: at the hostility level of war.
  case war
  /// Strategic rivals.
  case rivalry
  /// One delivers major arms to the other.
  case arms
  /// One sanctions the other, with at most two others.
  case sanctions

  /// The direction in which a closer relationship moves it.
  public var sign: Double {
    switch self {
    case .trade, .organisations, .votes, .side, .arms: 1
    case .war, .rivalry, .sanctions: -1
    }
  }

  public var kind: Indicator.Kind {
    switch self {
    case .trade, .organisations, .votes: .continuous
    case .side, .war, .rivalry, .arms, .sanctions: .binary
    }
  }

  /// The dataset it is read from.
  public var dataset: String {
    switch self {
    case .trade: "cow-trade"
    case .organisations: "cow-igo"
    case .votes: "ideal-points"
    case .side, .war: "cow-mid"
    case .rivalry: "tss-rivalries"
    case .arms: "sipri-arms"
    case .sanctions: "gsdb"
    }
  }
}
