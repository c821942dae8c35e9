/// The columns of the cost ladder, a count each: occasions on a rung in the year, and what the other partner did.
enum LadderVariable: Int, CaseIterable, Sendable {
  case uncontested, uncontestedAlike, opposed, opposedAlike, alone, aloneAlike, flagged, flaggedAlike
  case sanctions, sanctionsJoined, disputes, disputesJoined, disputesJoinedThird, wars, warsJoined, warsJoinedThird

  /// Name without a third power.
  var name: String {
    switch self {
    case .uncontested: "ladder_uncontested"
    case .uncontestedAlike: "ladder_uncontested_alike"
    case .opposed: "ladder_opposed"
    case .opposedAlike: "ladder_opposed_alike"
    case .alone: "ladder_alone"
    case .aloneAlike: "ladder_alone_alike"
    case .flagged: "ladder_flagged"
    case .flaggedAlike: "ladder_flagged_alike"
    case .sanctions: "ladder_sanctions"
    case .sanctionsJoined: "ladder_sanctions_joined"
    case .disputes: "ladder_disputes"
    case .disputesJoined: "ladder_disputes_joined"
    case .disputesJoinedThird: "ladder_disputes_joined_third"
    case .wars: "ladder_wars"
    case .warsJoined: "ladder_wars_joined"
    case .warsJoinedThird: "ladder_wars_joined_third"
    }
  }

  var label: String {
    switch self {
    case .uncontested: "Roll calls the third power did not oppose"
    case .opposed: "Roll calls the third power voted against"
    case .alone: "Roll calls the third power voted against nearly alone"
    case .flagged: "Roll calls flagged as important by the United States"
    case .uncontestedAlike, .opposedAlike, .aloneAlike, .flaggedAlike: "Of these, partners voted alike"
    case .sanctions: "Sanction cases of the third power against one partner"
    case .sanctionsJoined: "Of these, the other partner imposed them too"
    case .disputes: "Disputes of a partner with the third power"
    case .disputesJoined, .warsJoined: "Of these, the other joined on its side"
    case .disputesJoinedThird, .warsJoinedThird: "Of these, the other joined the third power"
    case .wars: "Wars of a partner with the third power"
    }
  }

  private var meaning: String {
    switch self {
    case .uncontested:
      "Rung 1: roll calls of the calendar year on which both partners voted and the third power voted yes or abstained."
    case .opposed: "Rung 2: roll calls of the calendar year on which both partners voted and the third power voted no."
    case .alone:
      "Rung 3 where the third power flags no votes: those of rung 2 with at most 3 no votes, or 5 % of the votes cast."
    case .flagged:
      "Rung 3 where the third power is the United States: roll calls its State Department flagged, on which both voted."
    case .uncontestedAlike, .opposedAlike, .aloneAlike, .flaggedAlike:
      "How many of the roll calls before found the two partners with the same vote (yes, abstain or no)."
    case .sanctions:
      "Rung 4: cases that began in the year with the third power among the senders and exactly one partner as target; none of the UN."
    case .sanctionsJoined:
      "How many of these cases have the other partner among the senders; the rest it stayed out of."
    case .disputes:
      "Rung 5: militarised disputes under way in the year with a partner and the third power on opposite sides."
    case .disputesJoined: "How many of these disputes have the other partner against the third power, too."
    case .disputesJoinedThird: "How many of these disputes have the other partner on the third power's side."
    case .wars: "Rung 6: inter-state wars with a day in the year with a partner and the third power on opposite sides."
    case .warsJoined: "How many of these wars have the other partner against the third power, too."
    case .warsJoinedThird: "How many of these wars have the other partner on the third power's side."
    }
  }

  private var missing: String {
    switch self {
    case .uncontested, .uncontestedAlike, .opposed, .opposedAlike, .alone, .aloneAlike:
      "Outside the years of the votes, and where one of the three cast no vote in the year; 0 means no such roll call."
    case .flagged, .flaggedAlike:
      "As the other votes; a year without flags is missing; does not apply to a third power other than the United States."
    case .sanctions, .sanctionsJoined, .disputes, .disputesJoined, .disputesJoinedThird, .wars, .warsJoined,
      .warsJoinedThird:
      "Outside the years of the dataset; never 0 there. Without an occasion the counts are 0, and no rate follows."
    }
  }

  var dataset: String {
    switch self {
    case .uncontested, .uncontestedAlike, .opposed, .opposedAlike, .alone, .aloneAlike, .flagged, .flaggedAlike:
      "un-votes"
    case .sanctions, .sanctionsJoined: "gsdb"
    case .disputes, .disputesJoined, .disputesJoinedThird: "cow-mid"
    case .wars, .warsJoined, .warsJoinedThird: "cow-war"
    }
  }

  private var unit: String {
    switch self {
    case .sanctions, .sanctionsJoined: "cases"
    case .disputes, .disputesJoined, .disputesJoinedThird: "disputes"
    case .wars, .warsJoined, .warsJoinedThird: "wars"
    default: "roll calls"
    }
  }

  /// The variable of a triad, or of a dyad against a named third power.
  func variable(suffix: String = "", third: String? = nil) -> Variable {
    Variable(
      name + suffix, .count, label: third.map { "\(label), \($0)" } ?? label, unit: unit,
      meaning: third.map { "\(meaning) The third power is \($0)." } ?? meaning, dataset: dataset, missing: missing)
  }
}
