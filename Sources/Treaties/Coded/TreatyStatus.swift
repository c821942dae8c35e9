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
}

/// The standing of a treaty on a day, on paper and in fact, with each coding that says so.
///
/// The paper standing holds from entry into force (from signature when no entry is coded) to the end each coder
/// gives. The standing in fact follows the paper until a coded end in fact.
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
    let standings = Set(coded.map(\.standing))
    return standings.count == 1 ? standings.first ?? .uncertain : .disputed
  }
}

extension CodedTreaty {
  /// The standing on a day by every coder, or by one.
  ///
  /// - Parameter coder: restricts the codings to this coder; a coder without an end date counts as having it in force.
  /// - Complexity: O(codings).
  public func status(on day: Day, coder: String? = nil) -> TreatyStatus {
    let start = standingAtStart(on: day, coder: coder)
    func coded(_ ends: [CodedDate]) -> [TreatyStatus.Coded] {
      ends.filter { coder == nil || $0.coder == coder }.map { end in
        let canEnd = start == .inForce || (neverInForce && start == .signed)
        let standing: Standing = canEnd ? Self.standing(on: day, endingOn: end.date, before: start) : start
        return TreatyStatus.Coded(coder: end.coder, standing: standing, date: end)
      }
    }
    var deJure = coded(ended)
    if deJure.isEmpty { deJure = [TreatyStatus.Coded(coder: coder ?? "text", standing: start, date: nil)] }
    return TreatyStatus(treaty: id, day: day, deJure: deJure, deFacto: coded(deFactoEnd))
  }

  /// Whether any coder has the treaty in force on paper on the day, or does not rule it out.
  public func isInForce(on day: Day, coder: String? = nil) -> Bool {
    status(on: day, coder: coder).deJure.contains { $0.standing == .inForce || $0.standing == .uncertain }
  }

  private func standingAtStart(on day: Day, coder: String?) -> Standing {
    if let first = signed.earliest, day < first { return .notSigned }
    if neverInForce { return .signed }
    let entries = inForce.filter { coder == nil || $0.coder == coder }
    guard let entry = (entries.isEmpty ? inForce : entries).first?.date else {
      return signed.latest.map { day < $0 } ?? false ? .uncertain : .inForce
    }
    if let first = entry.earliest, day < first { return .signed }
    return entry.latest.map { day < $0 } ?? false ? .uncertain : .inForce
  }

  private static func standing(on day: Day, endingOn end: DateExpression, before: Standing) -> Standing {
    if let first = end.earliest, day < first { return before }
    return end.latest.map { day < $0 } ?? false ? .uncertain : .ended
  }
}
