import Evidence
import StateSystem
import Statistics

/// What each partner has at stake with the third power and with the other partner, side by side.
///
/// A ratio is what is at stake with the third power over what is at stake with the partner; above 1 the third power weighs more. For trade its range
/// runs from the lowest to the highest of three recordings: both importers' records, the state's own import records, its partners' import
/// records; it is no sampling interval. Symmetry: ln of the ratio of the first partner over that of the second; 0 is equal.
/// Missing: a stake that is not covered has the reason; a ratio with nothing below the line is left out.
/// Complexity: some thirty measure requests. Not for: adding the stakes up.
public struct Stakes: Hashable, Sendable, Codable {
  /// From the lowest to the highest of several recordings.
  public struct Range: Hashable, Sendable, Codable {
    public let low: Double
    public let high: Double
  }

  public struct Row: Hashable, Sendable, Codable {
    public let partner: StateID
    public let stake: String
    public let withThird: Finding
    public let withPartner: Finding
    public let ratio: Double?
    public let recordings: Range?
  }

  public let year: Int
  public let rows: [Row]
  /// Of total trade.
  public let symmetry: Double?
  public let symmetryRecordings: Range?

  public init(_ question: Question, evaluator: any Evaluator) {
    let requests = Requests(question)
    let year = question.lastYear.value
    var rows: [Row] = []
    var trades: [(ratio: Double, range: Range?)] = []
    for (own, other) in [(question.a, question.b), (question.b, question.a)] {
      func ask(_ request: MeasureRequest) -> Finding { evaluator.finding(for: request) }
      func add(_ stake: String, _ request: (StateID) -> MeasureRequest, recordings: Range? = nil) {
        let (above, below) = (ask(request(question.third)), ask(request(other)))
        rows.append(
          Row(
            partner: own, stake: stake, withThird: above, withPartner: below, ratio: Self.ratio(above, below),
            recordings: recordings))
      }
      let range = Self.recordings(own, other, question.third, year, ask)
      add("total trade", { requests.tradeTotal(own, $0, year) }, recordings: range)
      if let ratio = rows.last?.ratio, ratio > 0 { trades.append((ratio, range)) }
      add("share of all trade", { requests.tradeShare(of: $0, for: own, year) })
      add("share of GDP", { requests.tradeGDPShare(of: $0, for: own, year) })
      add("share of imported arms", { requests.armsShare(from: $0, to: own, question.windowRange) })
      add("kinds of obligation", { requests.obligations(own, $0, year) })
      add("strategic rivalry", { requests.rivalry(own, $0) })
      add("joint organisations", { requests.jointMemberships(own, $0, year) })
    }
    self.year = year
    self.rows = rows
    guard trades.count == 2 else {
      symmetry = nil
      symmetryRecordings = nil
      return
    }
    symmetry = logarithm(trades[0].ratio / trades[1].ratio)
    symmetryRecordings = trades[0].range.flatMap { first in
      trades[1].range.flatMap { second in
        first.low > 0 && second.low > 0
          ? Range(low: logarithm(first.low / second.high), high: logarithm(first.high / second.low)) : nil
      }
    }
  }

  private static func ratio(_ above: Finding, _ below: Finding) -> Double? {
    guard above.unit != .flag, let x = above.value, let y = below.value, y > 0 else { return nil }
    return x / y
  }

  /// Lowest and highest of the three recordings of the ratio of trade.
  private static func recordings(
    _ own: StateID, _ other: StateID, _ third: StateID, _ year: Int, _ ask: (MeasureRequest) -> Finding
  ) -> Range? {
    func code(_ state: StateID) -> String { RequestCode.text(state) }
    func imports(_ of: StateID, _ from: StateID) -> Double? {
      ask(MeasureRequest("trade.imports", ["of": code(of), "from": code(from), "year": String(year)])).value
    }
    func over(_ x: Double?, _ y: Double?) -> Double? {
      guard let x, let y, y > 0 else { return nil }
      return x / y
    }
    let (ownThird, ownOther) = (imports(own, third), imports(own, other))
    let (thirdOwn, otherOwn) = (imports(third, own), imports(other, own))
    func sum(_ x: Double?, _ y: Double?) -> Double? { x.flatMap { first in y.map { first + $0 } } }
    let ratios = [
      over(ownThird, ownOther), over(thirdOwn, otherOwn), over(sum(ownThird, thirdOwn), sum(ownOther, otherOwn)),
    ].compactMap { $0 }
    guard let low = ratios.min(), let high = ratios.max() else { return nil }
    return Range(low: low, high: high)
  }
}
