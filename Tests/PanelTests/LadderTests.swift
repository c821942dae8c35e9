import Testing

@testable import Panel

@Suite struct LadderTests {
  /// Rows of a dyad list by hand: 0 first partner and third power, 1 second partner and third power, 2 the partners.
  private func lists(_ items: [(Int32, Int32)]) -> DyadLists {
    DyadLists(count: 4, items.map { (row: $0.0, number: $0.1) })
  }

  @Test func aListHoldsEachNumberOnceInOrder() {
    let own = lists([(1, 9), (1, 3), (3, 4), (1, 9)])
    #expect(Array(own.list(1)) == [3, 9])
    #expect(own.isEmpty(0) && own.isEmpty(2) && !own.isEmpty(3))
  }

  @Test func whoJoinedWhom() {
    // 7: both against the third power. 8: the first alone. 9: the second, and the first stood against it.
    let own = lists([(0, 7), (1, 7), (0, 8), (1, 9), (2, 9), (2, 5)])
    let found = own.joined(0, 1, between: 2)
    #expect(found.all == 3 && found.joined == 1 && found.joinedThird == 1)
    let reversed = own.joined(1, 0, between: 2)
    #expect(reversed == found)
  }

  @Test func aCaseAgainstBothIsNone() {
    // Rows from the third power: 0 to the first partner, 1 to the second; 2 from the first to the second, 3 back.
    let own = lists([(0, 1), (1, 1), (0, 2), (3, 2), (1, 3), (3, 3)])
    let found = own.imposed(0, 1, forth: 2, back: 3)
    #expect(found.all == 2 && found.joined == 1)
  }

  @Test func namesAndLabelsFitStata() {
    for variable in LadderVariable.allCases {
      let column = variable.variable(suffix: "_usa", third: "Federated States of Micronesia")
      #expect(column.name.utf8.count <= 32)
      #expect(column.label.utf8.count <= 87, "\(column.label)")
      #expect(!column.missingRule.isEmpty && !column.unit.isEmpty)
    }
  }
}
