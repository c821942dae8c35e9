/// How often two states cast which votes on the roll calls on which both voted.
package struct VoteCrossTable: Hashable, Sendable {
  package var yesYes = 0
  package var yesAbstain = 0
  package var yesNo = 0
  package var abstainYes = 0
  package var abstainAbstain = 0
  package var abstainNo = 0
  package var noYes = 0
  package var noAbstain = 0
  package var noNo = 0

  package init() {}

  /// Counts the pairs of votes, 1 yes, 2 abstain, 3 no; a pair with any other code is missing.
  package init(_ pairs: some Sequence<(UInt8, UInt8)>) {
    for (x, y) in pairs {
      switch (x, y) {
      case (1, 1): yesYes += 1
      case (1, 2): yesAbstain += 1
      case (1, 3): yesNo += 1
      case (2, 1): abstainYes += 1
      case (2, 2): abstainAbstain += 1
      case (2, 3): abstainNo += 1
      case (3, 1): noYes += 1
      case (3, 2): noAbstain += 1
      case (3, 3): noNo += 1
      default: break
      }
    }
  }

  /// Roll calls on which both voted.
  @inline(__always) package var n: Int { same + oneApart + opposite }
  @inline(__always) package var same: Int { yesYes + abstainAbstain + noNo }
  /// One of the two abstained and the other did not.
  @inline(__always) package var oneApart: Int { yesAbstain + abstainYes + abstainNo + noAbstain }
  @inline(__always) package var opposite: Int { yesNo + noYes }

  /// Votes of the first state: yes, abstain, no.
  @inline(__always) var first: (yes: Int, abstain: Int, no: Int) {
    (yesYes + yesAbstain + yesNo, abstainYes + abstainAbstain + abstainNo, noYes + noAbstain + noNo)
  }

  /// Votes of the second state: yes, abstain, no.
  @inline(__always) var second: (yes: Int, abstain: Int, no: Int) {
    (yesYes + abstainYes + noYes, yesAbstain + abstainAbstain + noAbstain, yesNo + abstainNo + noNo)
  }
}
