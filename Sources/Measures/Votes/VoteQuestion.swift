import Evidence
import Record
import StateSystem

/// The pair and the roll calls that a vote measure is asked about.
struct VoteQuestion {
  let a: State
  let b: State
  let span: RollCallSpan
  let criteria: RollCallCriteria
  let coding: VoteCoding

  static let pairAndSpan: [MeasureDefinition.Argument] = [
    .init("a", "a state"), .init("b", "another state"),
    .init("sessions", "a session or a range of sessions, 56 or 45-59; or give period", default: ""),
    .init(
      "period", "an EDTF interval of days with the last day inside, 1997-09-02/2002-09-01; or give sessions",
      default: ""),
  ]

  static let selection: [MeasureDefinition.Argument] =
    [
      .init("coding", VoteCoding.allCases.map(\.rawValue).joined(separator: "|"), default: "exact"),
      .init(
        "filter", "least minority share of the yes and no votes of a roll call, per cent: 0|2.5|10|30", default: "0"),
    ] + kind

  /// Which roll calls, by what the third power did and by subject.
  static let kind: [MeasureDefinition.Argument] = [
    .init(
      "set", "\(RollCallSet.allCases.map(\.rawValue).joined(separator: "|")): what the third power did", default: "all"),
    .init("third", "the third power, needed by opposed, unopposed and alone", default: ""),
    .init("issue", "me|nu|di|hr|co|ec: only roll calls on this subject", default: ""),
  ]

  init(_ arguments: Arguments) throws(ArgumentError) {
    (a, b) = try arguments.pair()
    span = try arguments.rollCallSpan()
    coding = VoteCoding(rawValue: arguments.optional("coding") ?? "exact") ?? .exact
    if arguments.optional("coding") != nil {
      _ = try arguments.choice("coding", VoteCoding.allCases.map(\.rawValue))
    }
    criteria = try arguments.rollCallCriteria(dropsUnanimous: coding.dropsUnanimous)
  }

  /// What the roll calls are, for methods and messages: `session 56 where USA voted no`.
  var rollCallWords: String {
    var words = "\(span)"
    let third = criteria.third.map { State.name(of: $0, on: span.middle) } ?? ""
    switch criteria.set {
    case .all: break
    case .opposed: words += ", roll calls on which \(third) voted no"
    case .unopposed: words += ", roll calls on which \(third) voted yes or abstained"
    case .alone: words += ", roll calls on which \(third) voted no nearly alone"
    case .flagged: words += ", roll calls flagged as important by the US State Department"
    }
    if criteria.minority != .none { words += ", minority share at least \(criteria.minority.rawValue) %" }
    if let issue = criteria.issue { words += ", issue \(issue.code)" }
    return words
  }

  /// The selector of the rows in the source.
  var rowSelector: String {
    var selector =
      switch span {
      case .sessions: "rcid in \(span)"
      case .days: "rcid with date in \(span)"
      }
    switch criteria.set {
    case .all: break
    case .flagged: selector += ", importantvote=1"
    case .opposed: selector += ", ccode=\(thirdText) vote=3"
    case .unopposed: selector += ", ccode=\(thirdText) vote in {1, 2}"
    case .alone: selector += ", ccode=\(thirdText) vote=3, few no"
    }
    if let issue = criteria.issue { selector += ", \(issue.code)=1" }
    return selector + ", ccode=\(min(a.id, b.id)),\(max(a.id, b.id)), vote in {1, 2, 3}"
  }

  private var thirdText: String { criteria.third?.description ?? "" }
}

extension RollCallSpan {
  /// A day in the span, for names of states.
  var middle: Day {
    switch self {
    case .sessions(let range): Day((range.lowerBound + range.upperBound) / 2 + 1945, 12, 1) ?? Day(number: 0)
    case .days(let range): Day(number: range.upperBound)
    }
  }
}

extension Arguments {
  /// Exactly one of `sessions` and `period`.
  func rollCallSpan() throws(ArgumentError) -> RollCallSpan {
    switch (optional("sessions"), optional("period")) {
    case (.some, nil): return .sessions(try range("sessions"))
    case (nil, .some):
      let days = try days("period")
      return .days(days)
    case (.some(let sessions), .some):
      throw .invalid("sessions", value: sessions, expected: "either sessions or period, not both")
    case (nil, nil): throw .missing("sessions\" or \"period", measure: request.measure)
    }
  }

  func rollCallCriteria(dropsUnanimous: Bool) throws(ArgumentError) -> RollCallCriteria {
    var criteria = RollCallCriteria(dropsUnanimous: dropsUnanimous)
    if let text = optional("set") {
      guard let set = RollCallSet(rawValue: text) else {
        throw .invalid("set", value: text, expected: Self.oneOf(RollCallSet.allCases.map(\.rawValue)))
      }
      criteria.set = set
    }
    if criteria.set.needsThird {
      guard optional("third") != nil else { throw .missing("third", measure: request.measure) }
      criteria.third = try state("third").id
    }
    if let text = optional("filter") {
      guard let minority = MinorityFilter(rawValue: text) else {
        throw .invalid("filter", value: text, expected: Self.oneOf(MinorityFilter.allCases.map(\.rawValue)))
      }
      criteria.minority = minority
    }
    if let text = optional("issue") {
      guard let issue = RollCalls.Issue.allCases.first(where: { $0.code == text }) else {
        throw .invalid("issue", value: text, expected: Self.oneOf(RollCalls.Issue.allCases.map(\.code)))
      }
      criteria.issue = issue
    }
    return criteria
  }

  static func oneOf(_ words: [String]) -> String { "one of \(words.joined(separator: ", "))" }
}
