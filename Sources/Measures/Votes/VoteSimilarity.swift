/// How far apart two votes are.
package enum VoteDistance: String, Sendable, CaseIterable {
  /// 0 for identical votes, 1 otherwise.
  case nominal
  /// |v₁ - v₂| / 2.
  case absolute
  /// (v₁ - v₂)² / 4.
  case squared

  /// The distance between an abstention and another vote; yes against no has distance 1.
  @inline(__always) var oneApart: Double {
    switch self {
    case .nominal: 1
    case .absolute: 0.5
    case .squared: 0.25
    }
  }
}

/// Indices of similarity between two states' votes.
package enum SimilarityIndex: String, Sendable, CaseIterable {
  /// Signorino and Ritter's S: 1 - 2 × mean distance.
  case s
  /// Cohen's kappa: agreement beyond chance, each state with its own frequencies.
  case kappa
  /// Scott's pi: agreement beyond chance, both states with the pooled frequencies.
  case pi
}

extension VoteCrossTable {
  /// Share of identical votes, 0...1; NaN without common roll calls.
  @inline(__always) package var exact: Double { Double(same) / Double(n) }

  /// Mean of 1 - |v₁ - v₂| / 2, 0...1; NaN without common roll calls.
  @inline(__always) package var graded: Double { Double(2 * same + oneApart) / Double(2 * n) }

  /// Mean distance of the votes, 0...1; NaN without common roll calls.
  @inline(__always) package func observed(_ distance: VoteDistance) -> Double {
    let apart: Double = Double(oneApart) * distance.oneApart
    return (apart + Double(opposite)) / Double(n)
  }

  /// 1 - 2 × mean distance, -1...1; NaN without common roll calls.
  @inline(__always) package func s(_ distance: VoteDistance) -> Double { 1 - 2 * observed(distance) }

  /// 1 - mean distance over the mean distance expected by chance; NaN without common roll calls or without variation.
  @inline(__always) package func kappa(_ distance: VoteDistance) -> Double {
    let (a, b) = (first, second)
    let apart: Double = Double(a.yes * b.abstain + a.abstain * b.yes + a.abstain * b.no + a.no * b.abstain)
    let expected: Double = apart * distance.oneApart + Double(a.yes * b.no + a.no * b.yes)
    return corrected(distance, expected: expected / Double(n))
  }

  /// As kappa, with the chance taken from the pooled votes of both; NaN without common roll calls or without variation.
  @inline(__always) package func pi(_ distance: VoteDistance) -> Double {
    let (a, b) = (first, second)
    let (yes, abstain, no) = (a.yes + b.yes, a.abstain + b.abstain, a.no + b.no)
    let apart: Double = Double(2 * abstain * (yes + no)) * distance.oneApart
    let expected: Double = apart + Double(2 * yes * no)
    return corrected(distance, expected: expected / Double(4 * n))
  }

  /// - Parameter expected: the distance expected by chance, times the number of roll calls.
  @inline(__always) private func corrected(_ distance: VoteDistance, expected: Double) -> Double {
    guard expected > 0 else { return .nan }
    return 1 - (Double(oneApart) * distance.oneApart + Double(opposite)) / expected
  }

  /// An index by name; NaN where it is undefined.
  package func similarity(_ index: SimilarityIndex, _ distance: VoteDistance) -> Double {
    switch index {
    case .s: s(distance)
    case .kappa: kappa(distance)
    case .pi: pi(distance)
    }
  }
}
