import StateSystem

/// Where a treaty stands on a day.
public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
  case notSigned
  /// Signed and not yet in force.
  case signed
  case inForce
  case ended
  /// The day falls inside the span of an imprecise date.
  case uncertain
  /// The coders differ.
  case disputed
  /// The day lies after the coder stopped coding, and the coder gives no end.
  case notCovered
}

/// The standing of a treaty on a day, on paper and in fact, with each coding that says so.
///
/// The paper standing holds from entry into force (from signature when no entry is coded) to the end each coder
/// gives; a coder who stopped before the day and gives no end has no say. The standing in fact follows the paper until a coded end in fact.
public struct TreatyStatus: Hashable, Sendable, Codable {
  /// One coder's answer and the date it rests on.
  public struct Coded: Hashable, Sendable, Codable {
    public let coder: String
    public let standing: Standing
    public let date: CodedDate?
  }

  public let treaty: String
  public let day: Day
  public let deJure: [Coded]
  public let deFacto: [Coded]

  /// The answer all coders share; `disputed` when they differ.
  public var standingDeJure: Standing { Self.common(deJure) }
  /// The answer all coders of an end in fact share; the paper standing when none is coded.
  public var standingDeFacto: Standing { deFacto.isEmpty ? standingDeJure : Self.common(deFacto) }

  /// Whether the paper and the conduct part: in force on paper, ended in fact by at least one coder.
  public var isDeadLetter: Bool {
    deJure.contains { $0.standing == .inForce } && deFacto.contains { $0.standing == .ended }
  }

  static func common(_ coded: [Coded]) -> Standing {
    let said = Set(coded.map(\.standing)).subtracting([.notCovered])
    let standings = said.isEmpty ? Set(coded.map(\.standing)) : said
    return standings.count == 1 ? standings.first ?? .uncertain : .disputed
  }
}

extension CodedTreaty {
  /// The standing on a day by every coder, or by one.
  ///
  /// - Parameter coder: restricts the codings to this coder; a coder without an end date counts as having it in force.
  /// - Complexity: O(codings).
  public func status(on day: Day, coder: String? = nil) -> TreatyStatus {
    dates.status(of: id, on: day, coder: coder)
  }

  /// The dates of the treaty by every coder.
  public var dates: TreatyDates {
    TreatyDates(
      signed: signed, inForce: inForce, neverInForce: neverInForce, ended: ended, deFactoEnd: deFactoEnd)
  }

  /// Whether any coder has the treaty in force on paper on the day, or does not rule it out.
  public func isInForce(on day: Day, coder: String? = nil) -> Bool {
    status(on: day, coder: coder).deJure.contains { $0.standing == .inForce || $0.standing == .uncertain }
  }
}
