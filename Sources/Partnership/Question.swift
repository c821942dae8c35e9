import Evidence
import StateSystem

/// What is asked: two partners, a third power, the day on which the answer is to hold, and how far back conduct is read.
public struct Question: Hashable, Sendable, Codable {
  public let triad: Triad
  /// The partners in the order in which they were named.
  public let partners: [StateID]
  public let asOf: Day
  /// Years of conduct read back from `asOf`.
  public let windowYears: Int
  /// Years of series shown before `asOf`.
  public let seriesYears: Int

  /// - Parameters:
  ///   - windowYears: 1...100, 5 by default.
  /// - Throws: `QuestionError` when two of the states are the same or the window is out of range.
  public init(
    _ a: StateID, _ b: StateID, third: StateID, asOf: Day, windowYears: Int = 5, seriesYears: Int = 15
  ) throws(QuestionError) {
    guard a != b else { throw .samePartners(a) }
    guard third != a, third != b else { throw .thirdIsPartner(third) }
    guard let triad = Triad(a, b, third: third) else { throw .samePartners(a) }
    guard (1...100).contains(windowYears) else { throw .window(windowYears) }
    self.triad = triad
    partners = [a, b]
    self.asOf = asOf
    self.windowYears = windowYears
    self.seriesYears = max(seriesYears, windowYears)
  }

  public var a: StateID { partners[0] }
  public var b: StateID { partners[1] }
  public var third: StateID { triad.third }

  /// Whether the third power publishes which roll calls matter to it.
  public var thirdFlagsVotes: Bool { third == Ladder.flagging }

  /// The last calendar year that was over on the day asked about.
  public var lastYear: Year { asOf.advanced(by: 1).year - 1 }

  /// The calendar years of the window, ending with the last complete year.
  public var windowRange: ClosedRange<Int> { (lastYear.value - windowYears + 1)...lastYear.value }

  /// The calendar years of the series.
  public var seriesRange: ClosedRange<Int> { (lastYear.value - seriesYears + 1)...lastYear.value }

  /// The General Assembly session that was last in its main part on the day: the one that opened in the year of the day nine months
  /// earlier. On 2 September 2002 that is session 56, opened in September 2001.
  public var lastSession: Session {
    let fields = asOf.fields
    return Session(opening: Year(fields.month >= 10 ? fields.year : fields.year - 1))
  }

  /// Sessions of the series; from the first session on.
  public var seriesSessions: ClosedRange<Int>? {
    let last = lastSession.number
    return last >= 1 ? max(1, last - seriesYears + 1)...last : nil
  }

  /// The window by date, from `windowYears` years before the day to the day before it, as an EDTF interval.
  public var windowDates: String {
    let f = asOf.fields
    let start =
      Day(f.year - windowYears, f.month, min(f.day, Day.length(of: f.month, in: f.year - windowYears))) ?? asOf
    return "\(start)/\(asOf.advanced(by: -1))"
  }
}

/// Why a question cannot be asked.
public enum QuestionError: Error, Equatable, CustomStringConvertible {
  case samePartners(StateID)
  case thirdIsPartner(StateID)
  case window(Int)

  public var description: String {
    switch self {
    case .samePartners(let state):
      "both partners are \(State.label(state)): name two different states"
    case .thirdIsPartner(let state):
      "the third power is one of the partners, \(State.label(state)): name a third state with --third"
    case .window(let years):
      "a window of \(years) years: expected 1 to 100 years, such as --window 5y"
    }
  }
}
