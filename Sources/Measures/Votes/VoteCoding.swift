/// How the votes yes (1), abstain (2) and no (3) are read before two of them are compared.
///
/// Absent (8), not a member (9) and unknown (0) are missing under every coding.
package enum VoteCoding: String, Sendable, CaseIterable {
  /// 1 if the votes are identical, else 0.
  case exact
  /// 1 - |v₁ - v₂| / 2; roll calls on which everyone voted the same are dropped (Voeten).
  case graded
  /// Exact, with an abstention read as missing.
  case withoutAbstentions = "no-abstentions"
  /// Exact, with an abstention read as no: any failure to support.
  case abstainAsNo = "abstain-as-no"
  /// Exact, with an abstention read as yes: any failure to oppose.
  case abstainAsYes = "abstain-as-yes"

  /// Whether roll calls without any difference between the voters are left out.
  var dropsUnanimous: Bool { self == .graded }

  /// The vote as read: 1 yes, 2 abstain, 3 no, 0 missing; a table by the code of the record.
  var reading: VoteReading {
    switch self {
    case .exact, .graded: VoteReading(abstain: 2)
    case .withoutAbstentions: VoteReading(abstain: 0)
    case .abstainAsNo: VoteReading(abstain: 3)
    case .abstainAsYes: VoteReading(abstain: 1)
    }
  }

  /// Twice the credit of a pair of votes as read: 2 for identical votes, 1 for neighbours under the graded coding.
  @inline(__always) func halfPoints(_ x: UInt8, _ y: UInt8) -> Int {
    x == y ? 2 : self == .graded && x &+ y != 4 ? 1 : 0
  }

  /// How the coding is described in the method of an estimate.
  var words: String {
    switch self {
    case .exact: "share of identical votes (yes, abstain, no)"
    case .graded: "mean of 1 - |v1 - v2| / 2 over yes 1, abstain 2, no 3; unanimous roll calls dropped"
    case .withoutAbstentions: "share of identical votes among yes and no votes; abstentions dropped"
    case .abstainAsNo: "share of identical votes with abstentions read as no"
    case .abstainAsYes: "share of identical votes with abstentions read as yes"
    }
  }
}

/// A table from the vote codes of the record to votes as read.
struct VoteReading: Sendable {
  /// 256 values: 1 yes, 2 abstain, 3 no, 0 missing.
  let table: [UInt8]

  init(abstain: UInt8) {
    var table = [UInt8](repeating: 0, count: 256)
    table[1] = 1
    table[2] = abstain
    table[3] = 3
    self.table = table
  }

  @inline(__always) subscript(vote: UInt8) -> UInt8 { table[Int(vote)] }
}
