import Evidence

/// A reading of what the partnership is.
public enum Hypothesis: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  case allianceInTheMaking
  case rhetorical
  case hedgedConvenience

  public var name: String {
    switch self {
    case .allianceInTheMaking: "an alliance in the making"
    case .rhetorical: "a rhetorical partnership"
    case .hedgedConvenience: "a hedged convenience"
    }
  }

  public var meaning: String {
    switch self {
    case .allianceInTheMaking: "the two are binding themselves to act together against the third power"
    case .rhetorical: "the two declare a partnership and exchange little"
    case .hedgedConvenience: "the two exchange what serves each and keep their own terms with the third power"
    }
  }
}

/// A question whose answer tells the hypotheses apart, with what each expects and what the record says.
public struct Discrimination: Hashable, Sendable, Codable {
  public enum Answer: String, Hashable, Sendable, Codable {
    case yes, no, notCovered
  }

  public let statement: String
  /// What each hypothesis expects; a hypothesis that expects neither is absent.
  public let expected: [Hypothesis: Bool]
  public let answer: Answer
  /// The figures the answer rests on, in words.
  public let observation: String
  /// Roles of the findings used.
  public let basis: [String]

  public init(
    statement: String, expected: [Hypothesis: Bool], answer: Answer, observation: String, basis: [String]
  ) {
    self.statement = statement
    self.expected = expected
    self.answer = answer
    self.observation = observation
    self.basis = basis
  }

  /// Whether the answer fits a hypothesis; `nil` when it says nothing about it.
  public func fits(_ hypothesis: Hypothesis) -> Bool? {
    guard answer != .notCovered, let expectation = expected[hypothesis] else { return nil }
    return expectation == (answer == .yes)
  }
}

/// The hypotheses weighed by the evidence that tells them apart; counts of fits and misfits, not probabilities.
public struct Weighing: Hashable, Sendable, Codable {
  public let evidence: [Discrimination]

  public init(evidence: [Discrimination]) { self.evidence = evidence }

  public func fits(_ hypothesis: Hypothesis) -> Int { evidence.count { $0.fits(hypothesis) == true } }
  public func misfits(_ hypothesis: Hypothesis) -> Int { evidence.count { $0.fits(hypothesis) == false } }

  /// Fewest answers needed before any hypothesis is preferred.
  public static let fewestAnswers = 3

  /// The hypothesis with the fewest misfits, if it is the only one and at least `fewestAnswers` questions have an answer.
  public var preferred: Hypothesis? {
    guard evidence.count(where: { $0.answer != .notCovered }) >= Self.fewestAnswers else { return nil }
    let counts = Hypothesis.allCases.map { ($0, misfits($0)) }
    guard let least = counts.map(\.1).min() else { return nil }
    let best = counts.filter { $0.1 == least }
    return best.count == 1 ? best.first?.0 : nil
  }

  /// The answers that, turned round, would count against the preferred hypothesis.
  public var wouldChange: [Discrimination] {
    guard let preferred else { return [] }
    return evidence.filter { $0.fits(preferred) == true }
  }
}
