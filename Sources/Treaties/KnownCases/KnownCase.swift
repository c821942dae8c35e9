import StateSystem

/// A partnership of which history knows whether it held against a third power, with what a measure of it should find.
///
/// The expectation is declared before any result is computed, and is not changed afterwards. Not for: fitting; a known
/// case that the program gets wrong stays in the table as a miss.
public struct KnownCase: Hashable, Sendable, Codable, Identifiable {
  public let id: String
  public let partners: [StateID]
  public let third: StateID
  public let period: DateExpression
  public let expected: Expectation
  /// Why history says so.
  public let why: String
  public let confidence: Confidence
  public let sources: [Citation]
  /// The case file that codes it, when there is one.
  public let caseFile: String?
}

extension KnownCase {
  /// A step of the cost ladder, by its name.
  public enum Step: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case uncontested
    case opposed
    case flagged
    case economic
    case coerced
    case war

    /// Order of the list: later costs more.
    public static func < (a: Step, b: Step) -> Bool { a.order < b.order }
    var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
  }

  /// Whether the partners held together.
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    /// As far as they were tried.
    case held
    /// Up to a step, and not beyond.
    case mixed
    /// At the first serious trial.
    case parted
  }

  /// What a measure of the pair should find. `held` names the highest step they held at, `parted` the step at which
  /// they came apart, `mixed` both, the first below the second.
  public struct Expectation: Hashable, Sendable, Codable {
    public let outcome: Outcome
    public let holdsTo: Step?
    public let failsAt: Step?

    /// Whether a limit found is one that history allows: above the step they held at, and not above the step at which
    /// they came apart.
    ///
    /// - Parameter limit: the lowest step at which they were found not to hold; `nil` when they held wherever there
    ///   were data, which only a pair that held agrees with.
    public func admits(limit: Step?) -> Bool {
      guard let limit else { return outcome == .held }
      return (holdsTo.map { limit > $0 } ?? true) && (failsAt.map { limit <= $0 } ?? true)
    }

    /// Whether they are expected to hold at a step; `nil` where history says nothing.
    public func holds(at step: Step) -> Bool? {
      if let holdsTo, step <= holdsTo { return true }
      if let failsAt, step >= failsAt { return false }
      return nil
    }
  }
}

/// The known cases with the order expected among them.
public struct KnownCases: Hashable, Sendable, Codable {
  /// The day the expectations were declared.
  public let declaredAt: Day
  public let coder: String
  /// What was known and what was not when they were declared.
  public let statement: String
  public let cases: [KnownCase]
  public let comparisons: [Comparison]

  /// One partnership held better than another.
  public struct Comparison: Hashable, Sendable, Codable {
    public let stronger: String
    public let weaker: String
    /// The step to compare them at; `nil` compares the whole.
    public let at: KnownCase.Step?
    public let why: String
  }

  /// The case with this id.
  public subscript(id: String) -> KnownCase? { cases.first { $0.id == id } }
}
