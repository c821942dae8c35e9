import Testing

@testable import Measures

struct VoteCrossTableTests {
  @Test func countsAndMargins() {
    let pairs: [(UInt8, UInt8)] = [
      (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3), (1, 1), (8, 1), (0, 3),
    ]
    let table = VoteCrossTable(pairs)
    #expect(table.n == 10)
    #expect(table.same == 4)
    #expect(table.oneApart == 4)
    #expect(table.opposite == 2)
    #expect(table.first == (4, 3, 3))
    #expect(table.second == (4, 3, 3))
  }
}
