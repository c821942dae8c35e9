import Evidence
import Partnership
import StateSystem

/// A sentence's words bound to a measure, with what they say of it.
public struct Claim: Hashable, Sendable {
  /// From 1, in the order of the text.
  public let number: Int
  /// The label of a definition or `id=`, under which the claim is followed from version to version.
  public let label: String?
  /// The bound words.
  public let text: String
  /// Where the words stand.
  public let place: SourcePlace
  /// Where the binding stands.
  public let bindingPlace: SourcePlace
  /// Where what it expects stands: the argument, or the words.
  public let expectationPlace: SourcePlace
  public let basis: Basis
  let expectation: Expectation
  /// The verdict the author declares; `nil` is supported.
  public let declaredVerdict: Verdict?
  /// The day on which the expectation was fixed.
  public let declaredAt: Day?
  /// Whose statistics are meant.
  let reporter: Reporter
  /// Arguments that the author wrote out, which no other coding or basis replaces.
  let pinned: Set<String>

  /// What the claim rests on.
  public enum Basis: Hashable, Sendable {
    case measure(MeasureRequest, unit: Unit)
    /// Nothing public codes it, and why.
    case uncoded(because: String)
  }

  public var request: MeasureRequest? {
    if case .measure(let request, _) = basis { request } else { nil }
  }

  public var unit: Unit {
    if case .measure(_, let unit) = basis { unit } else { .flag }
  }

  /// What the claim says, in words.
  public var expected: String {
    switch basis {
    case .measure(_, let unit): expectation.words(unit)
    case .uncoded(let because): "not to be measured: \(because)"
    }
  }

  /// What identifies the claim in another version of the insight.
  public var identity: String { label ?? request?.description ?? "uncoded: \(text)" }
}

/// Whose statistics a claim speaks of.
enum Reporter: Hashable, Sendable {
  /// Whoever counts: all must agree.
  case any
  /// What Entente computes from the datasets alone.
  case record
  /// Figures reported by one state, as cited.
  case state(StateID)
}
