import StateSystem

/// What became of every obligation and provision from one treaty to another.
///
/// Each line gives what every coder finds on either side and the change by one coder: ATOP where it codes both treaties,
/// else the text where it does, else whichever there is, which the line says. Where another coder would say something
/// else, the line says that too. Our own coder lists what a text has: a provision it lists on one side only is called
/// dropped or added with that remark.
public struct TreatyDifference: Hashable, Sendable, Codable {
  /// What became of an item.
  public enum Change: String, Hashable, Sendable, Codable, CaseIterable {
    case kept, weakened, strengthened, changed, dropped, added
    /// In neither treaty.
    case absent
    /// The coders there are do not allow a comparison.
    case unknown
  }

  /// What one coder finds of an item in one treaty.
  public struct Finding: Hashable, Sendable, Codable {
    public let coder: TreatyCoding.Coder
    public let presence: Presence
    /// Who owes whom, when, against whom; or the level of a provision.
    public let detail: String
    public let clause: String?
  }

  public struct Line: Hashable, Sendable, Codable {
    public let group: String
    public let item: String
    /// The kind of obligation, when the item is one.
    public let obligation: Obligation.Kind?
    public let change: Change
    /// By whose coding.
    public let coder: TreatyCoding.Coder?
    public let before: [Finding]
    public let after: [Finding]
    /// What changed, in words; empty when nothing did.
    public let explanation: String
    /// Changes other coders would see instead.
    public let otherwise: [Otherwise]
  }

  /// A change that another coder sees.
  public struct Otherwise: Hashable, Sendable, Codable {
    public let coder: TreatyCoding.Coder
    public let change: Change
  }

  public let before: String
  public let after: String
  public let titleBefore: String
  public let titleAfter: String
  /// Year of signature.
  public let yearBefore: String
  public let yearAfter: String
  public let lines: [Line]
  /// Where code and clause text disagree, and other things a reader must know.
  public let warnings: [String]

  /// Lines with a change, or held by at least one treaty.
  public var present: [Line] { lines.filter { $0.change != .absent } }
}
