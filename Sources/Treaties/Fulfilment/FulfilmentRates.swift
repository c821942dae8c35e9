import Evidence
import Record
import Statistics

/// How often alliances were honoured when war called on them, by obligation, period and type.
///
/// Formula: honoured/(honoured + violated) among the wars in which the alliance was called on; the interval is exact
/// (Clopper and Pearson). The period of a call is that of the war or of the alliance, whichever is later. An alliance with
/// several obligations counts under each: the rate says how often such alliances were honoured, not that clause alone.
/// Missing data: wars in which the alliance was not called on are left out of both; their number is given.
/// Source: Berkemeier and Fuhrmann (2018), doi:10.1177/2053168018779697, after Leeds, Long and Mitchell (2000),
/// doi:10.1177/0022002700044005006. Not for: peacetime conduct, or a forecast for one treaty.
public struct FulfilmentRates: Sendable {
  /// Whose rules decide what counts as honoured.
  public enum Coder: String, Hashable, Sendable, Codable, CaseIterable {
    case leeds
    case berkemeier

    public var words: String {
      self == .leeds ? "rules of Leeds, Long and Mitchell" : "rules of Berkemeier and Fuhrmann"
    }
  }

  public enum Outcome: String, Hashable, Sendable, Codable {
    case honoured, violated, notCalledOn, notCoded

    init(_ code: UInt8) { self = code == 1 ? .honoured : code == 0 ? .violated : code == 2 ? .notCalledOn : .notCoded }

    public var words: String {
      switch self {
      case .honoured: "honoured"
      case .violated: "violated"
      case .notCalledOn: "not called on"
      case .notCoded: "not coded"
      }
    }
  }

  public enum Era: String, Hashable, Sendable, Codable, CaseIterable {
    case before1945, from1945

    public var words: String { self == .before1945 ? "before 1945" : "from 1945" }
  }

  /// Which calls to count; conditions that are absent hold for every call.
  public struct Group: Hashable, Sendable, Codable {
    public var kind: Obligation.Kind?
    public var era: Era?
    public var bilateral: Bool?

    public init(kind: Obligation.Kind? = nil, era: Era? = nil, bilateral: Bool? = nil) {
      self.kind = kind
      self.era = era
      self.bilateral = bilateral
    }

    public var words: String {
      let type = bilateral.map { $0 ? "bilateral alliances" : "multilateral alliances" }
      let rest = [kind.map { "with \($0.words)" }, era.map(\.words)].compactMap { $0 }
      return ([type ?? (rest.isEmpty ? "all alliances" : "alliances")] + rest).joined(separator: " ")
    }
  }

  /// A rate with its numbers.
  public struct Rate: Hashable, Sendable, Codable {
    public let group: Group
    public let coder: Coder
    public let honoured: Int
    public let violated: Int
    public let notCalledOn: Int
    public let result: Covered<Estimate>
  }

  /// One call on one alliance.
  public struct Call: Hashable, Sendable, Codable {
    public let war: String
    public let year: Int
    public let alliance: String
    public let leeds: Outcome
    public let berkemeier: Outcome
  }

  private let calls: Sourced<AllianceCalls>
  private let eras: [Era]
  /// Whether the alliance of each call has two members; `nil` where the collection lacks it.
  private let bilateral: [Bool?]

  /// - Parameter collection: gives the beginning and members of each alliance; where it lacks one, the war's year decides.
  public init(_ calls: Sourced<AllianceCalls>, _ collection: TreatyCollection) {
    self.calls = calls
    let begin = Dictionary(
      collection.treaties.compactMap { treaty in treaty.begin.map { (treaty.id, $0.fields.year) } },
      uniquingKeysWith: { first, _ in first })
    let members = Dictionary(
      collection.treaties.map { ($0.id, $0.states.count + $0.otherParties.count) },
      uniquingKeysWith: { first, _ in first })
    bilateral = calls.table.alliances.map { members["ATOP:\($0)"].map { $0 == 2 } }
    eras = calls.table.alliances.indices.map { row in
      let alliance = begin["ATOP:\(calls.table.alliances[row])"] ?? 0
      return max(Int(calls.table.startYears[row]), alliance) < 1945 ? .before1945 : .from1945
    }
  }

  /// The rate of a group by a coder. Complexity: O(calls).
  public func rate(_ group: Group, by coder: Coder = .leeds) -> Rate {
    let outcomes = coder == .leeds ? calls.table.outcomesLeeds : calls.table.outcomesBerkemeier
    var counts: [Outcome: Int] = [:]
    for row in outcomes.indices where includes(row, group) { counts[Outcome(outcomes[row]), default: 0] += 1 }
    let (honoured, violated) = (counts[.honoured] ?? 0, counts[.violated] ?? 0)
    let called = honoured + violated
    let result: Covered<Estimate>
    if let ends = ClopperPearson.interval(successes: honoured, of: called) {
      result = .covered(
        Estimate(
          Double(honoured) / Double(called), interval: Interval(ends.low, ends.high, level: 0.95), n: called,
          method: "share of calls honoured, \(coder.words); exact interval (Clopper-Pearson)",
          sources: [calls.source(group.words, count: called)]))
    } else {
      result = .notCovered(Reason(.tooFew, "no call on \(group.words) is coded"))
    }
    return Rate(
      group: group, coder: coder, honoured: honoured, violated: violated, notCalledOn: counts[.notCalledOn] ?? 0,
      result: result)
  }

  /// The rates printed by default: all, by era, by obligation, by obligation and era, by type.
  public func table(by coder: Coder = .leeds) -> [Rate] {
    var groups = [Group()] + Era.allCases.map { Group(era: $0) } + [true, false].map { Group(bilateral: $0) }
    groups += Obligation.Kind.allCases.map { Group(kind: $0) }
    for kind in Obligation.Kind.allCases { groups += Era.allCases.map { Group(kind: kind, era: $0) } }
    return groups.map { rate($0, by: coder) }
  }

  /// The calls on an alliance, in the order of the source.
  public func calls(on alliance: String) -> [Call] {
    let table = calls.table
    return table.alliances.indices.filter { "ATOP:\(table.alliances[$0])" == alliance }
      .map { row in
        Call(
          war: table.warNames[row], year: Int(table.startYears[row]), alliance: alliance,
          leeds: Outcome(table.outcomesLeeds[row]), berkemeier: Outcome(table.outcomesBerkemeier[row]))
      }
  }

  private func includes(_ row: Int, _ group: Group) -> Bool {
    if let kind = group.kind, calls.table.kinds[row] & kind.bit == 0 { return false }
    if let era = group.era, eras[row] != era { return false }
    if let wanted = group.bilateral, bilateral[row] != wanted { return false }
    return true
  }
}
