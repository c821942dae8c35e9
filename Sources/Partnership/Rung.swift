/// One step of the cost ladder: the same question asked at rising stakes.
public enum Rung: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Roll calls the third power does not oppose.
  case uncontested = 1
  /// Roll calls the third power votes against.
  case opposed = 2
  /// Roll calls the third power has flagged as important, or where it is nearly alone.
  case flagged = 3
  /// Sanctions of the third power against one of them.
  case economic = 4
  /// Militarised disputes of one of them with the third power.
  case coerced = 5
  /// Wars of one of them with the third power.
  case war = 6

  public static func < (a: Rung, b: Rung) -> Bool { a.rawValue < b.rawValue }

  /// Name as printed.
  public var name: String {
    switch self {
    case .uncontested: "uncontested"
    case .opposed: "opposed"
    case .flagged: "flagged"
    case .economic: "economic"
    case .coerced: "coerced"
    case .war: "war"
    }
  }

  /// What holding together means on this rung, with the third power's name put in.
  ///
  /// - Parameter flags: whether the third power is the state whose government publishes which roll calls matter to it.
  public func meaning(third: String, flags: Bool = true) -> String {
    switch self {
    case .uncontested: "vote alike on roll calls that \(third) does not oppose"
    case .opposed: "vote alike on roll calls that \(third) votes against"
    case .flagged:
      flags
        ? "vote alike on roll calls that \(third) has flagged as important"
        : "vote alike on roll calls where \(third) is nearly alone"
    case .economic: "trade on, and stay out, when \(third) sanctions one of them"
    case .coerced: "join the militarised disputes that the other has with \(third)"
    case .war: "join the wars that the other has with \(third)"
    }
  }
}

/// What the evidence says on one rung.
public enum RungStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// They hold together more than the comparison class.
  case holds
  /// Not to be told from the comparison class.
  case indistinct
  /// They hold together less than the comparison class.
  case below
  /// Too little evidence to tell, though there is some.
  case undecided
  /// No data, or no occasion.
  case noData

  /// Words as printed.
  public var words: String {
    switch self {
    case .holds: "holds: more than the comparison class"
    case .indistinct: "no better than the comparison class"
    case .below: "below the comparison class"
    case .undecided: "too few cases to tell"
    case .noData: "no data"
    }
  }
}
