/// One number of the profile of two states towards a third power at the end of a year.
///
/// A quantity that is not covered is 0 and its companion `…Unknown` is 1, so that no row is lost and unknown is not read as zero.
package enum ProfileQuantity: String, CaseIterable, Sendable, Codable {
  /// Owed by the one whose conduct is asked for to the other: defense; consultation without defense; neutrality or non-aggression alone.
  case defense, consultation, otherPledge
  /// Owed by that state to the third power, of any kind.
  case pledgeToThird
  case pledgesUnknown
  /// Signorino and Ritter's S of alliance portfolios.
  case similarity
  /// Distance of ideal points; they are smoothed over all sessions and look ahead.
  case distance, distanceUnknown
  /// Place among all dyads by coordination, less one half; it looks ahead as ideal points do.
  case coordination, coordinationUnknown
  /// The two from the last fit that knew no later votes; see `FilteredPositions`.
  case distanceThen, distanceThenUnknown
  case coordinationThen, coordinationThenUnknown
  /// Share of identical votes over five years: all roll calls; those the third power did not oppose; those it opposed.
  case agreement, unopposed, opposed, votesUnknown, stakedUnknown
  /// ln(1 + n) of the disputes of either with the third power that the other joined, and stayed out of, in fifteen years.
  case joined, stayedOut
  /// ln(1 + n) of the disputes in which they stood side by side, and against each other, in fifteen years.
  case beside, against
  /// The same of the state and the third power.
  case besideThird, againstThird
  case disputesUnknown
  /// Strategic rivals: of each other; the state and the third power.
  case rivals, rivalOfThird
  case rivalsUnknown
  /// Log trade share with the third power over trade share with the partner: of the state, of the partner.
  case pressure, partnerPressure
  case pressureUnknown, partnerPressureUnknown
  /// Logarithm of the state's share of world capabilities, and of the smaller of the two where both are asked for.
  case power, powerUnknown
  /// Direct neighbours: the two; the state and the third power.
  case neighbours, neighboursOfThird
  case neighboursUnknown
}

extension ProfileQuantity {
  /// The quantity that says where this one is not covered; `nil` for one that has none.
  package var companion: ProfileQuantity? {
    switch self {
    case .distance: .distanceUnknown
    case .coordination: .coordinationUnknown
    case .distanceThen: .distanceThenUnknown
    case .coordinationThen: .coordinationThenUnknown
    case .agreement: .votesUnknown
    case .unopposed, .opposed: .stakedUnknown
    case .pressure: .pressureUnknown
    case .partnerPressure: .partnerPressureUnknown
    case .power: .powerUnknown
    default: nil
    }
  }
}

/// Profiles with what followed, a row an occasion.
///
/// `years` is the year of the occasion, `lags` how many years before it the profile ends.
package struct ProfileTable: Sendable {
  package private(set) var columns: [[Float]] = Array(repeating: [], count: ProfileQuantity.allCases.count)
  /// Names of the outcomes, and the outcomes row by row within each: 1 it happened, 0 not.
  package let outcomeNames: [String]
  package private(set) var outcomes: [[UInt8]]
  package private(set) var years: [Int16] = []
  package private(set) var lags: [UInt8] = []
  /// The state whose conduct is asked for, its partner, and the third power.
  package private(set) var firsts: [UInt16] = []
  package private(set) var seconds: [UInt16] = []
  package private(set) var thirds: [UInt16] = []
  /// Dispute, roll call or treaty.
  package private(set) var groups: [Int32] = []

  package init(outcomes names: [String]) {
    outcomeNames = names
    outcomes = Array(repeating: [], count: names.count)
  }

  package var count: Int { years.count }

  package subscript(quantity: ProfileQuantity) -> [Float] {
    columns[ProfileQuantity.allCases.firstIndex(of: quantity) ?? 0]
  }

  /// What an occasion is, besides its profile.
  struct Occasion {
    let year: Int
    let lag: Int
    let group: Int32
    let outcomes: [UInt8]
  }

  mutating func append(
    _ values: ProfileValues, _ states: (first: UInt16, second: UInt16, third: UInt16), _ occasion: Occasion
  ) {
    for index in columns.indices { columns[index].append(values.cells[index]) }
    for index in outcomes.indices { outcomes[index].append(occasion.outcomes[index]) }
    years.append(Int16(truncatingIfNeeded: occasion.year))
    lags.append(UInt8(truncatingIfNeeded: occasion.lag))
    firsts.append(states.first)
    seconds.append(states.second)
    thirds.append(states.third)
    groups.append(occasion.group)
  }
}

/// The values of one row.
struct ProfileValues {
  private(set) var cells = [Float](repeating: 0, count: ProfileQuantity.allCases.count)

  private static let places: [ProfileQuantity: Int] = Dictionary(
    ProfileQuantity.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })

  subscript(quantity: ProfileQuantity) -> Float {
    get { cells[Self.places[quantity] ?? 0] }
    set { cells[Self.places[quantity] ?? 0] = newValue }
  }

  /// Sets a value, or 0 and its companion to 1 where it is not covered.
  mutating func set(_ quantity: ProfileQuantity, _ value: Float, unknown: ProfileQuantity) {
    if value.isFinite { self[quantity] = value } else { self[unknown] = 1 }
  }
}
