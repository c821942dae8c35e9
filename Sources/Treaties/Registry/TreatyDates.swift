import StateSystem

/// When a treaty was signed, came into force and ended, on paper and in fact, as each coder dates it.
public struct TreatyDates: Hashable, Sendable, Codable {
  public let signed: DateExpression
  public let inForce: [CodedDate]
  /// Signed and never brought into force.
  public let neverInForce: Bool
  public let ended: [CodedDate]
  /// When it stopped being acted upon, whatever the paper says.
  public let deFactoEnd: [CodedDate]
  /// Coders that have the treaty without an end, with the last day they coded.
  public let open: [OpenCoding]

  /// A coder that gives no end.
  public struct OpenCoding: Hashable, Sendable, Codable {
    public let coder: String
    public let lastDay: Day
  }

  public init(
    signed: DateExpression, inForce: [CodedDate] = [], neverInForce: Bool = false, ended: [CodedDate] = [],
    deFactoEnd: [CodedDate] = [], open: [OpenCoding] = []
  ) {
    self.signed = signed
    self.inForce = inForce
    self.neverInForce = neverInForce
    self.ended = ended
    self.deFactoEnd = deFactoEnd
    self.open = open
  }

  /// The standing on a day by every coder, or by one.
  ///
  /// A coder without an end date counts as having the treaty in force. Complexity: O(codings).
  public func status(of treaty: String, on day: Day, coder: String? = nil) -> TreatyStatus {
    let start = standingAtStart(on: day, coder: coder)
    func coded(_ ends: [CodedDate]) -> [TreatyStatus.Coded] {
      ends.filter { coder == nil || $0.coder == coder }.map { end in
        let canEnd = start == .inForce || (neverInForce && start == .signed)
        let standing: Standing = canEnd ? Self.standing(on: day, endingOn: end.date, before: start) : start
        return TreatyStatus.Coded(coder: end.coder, standing: standing, date: end)
      }
    }
    var deJure = coded(ended)
    for coding in open where coder == nil || coding.coder == coder {
      let standing: Standing = start == .inForce && day > coding.lastDay ? .notCovered : start
      deJure.append(TreatyStatus.Coded(coder: coding.coder, standing: standing, date: nil))
    }
    if deJure.isEmpty { deJure = [TreatyStatus.Coded(coder: coder ?? "text", standing: start, date: nil)] }
    return TreatyStatus(treaty: treaty, day: day, deJure: deJure, deFacto: coded(deFactoEnd))
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
