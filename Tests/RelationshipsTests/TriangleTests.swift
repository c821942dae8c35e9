import Record
import StateSystem
import Testing

@testable import Relationships

@Suite struct TriangleTests {
  @Test(arguments: [
    ([1, 1, 1], TriangleType.menage), ([1, 1, -1], .romantic), ([-1, 1, -1], .marriage), ([-1, -1, -1], .veto),
    ([1, 0, 1], .undecided),
  ])
  func signsGiveTheType(_ signs: [Int], _ type: TriangleType) { #expect(TriangleType(signs: signs) == type) }

  @Test func balanceAndDittmerDiffer() {
    #expect(TriangleType.allCases.map(\.isBalanced) == [true, false, true, false, nil])
  }

  private static func levels(_ means: [Int16]) throws -> RelationshipLevels {
    let three: [UInt16] = [10, 10, 10]
    return try RelationshipLevels(
      columns: ColumnSet([
        ("first", .uint16([2, 2, 365])), ("second", .uint16([365, 710, 710])), ("year", .int16([1972, 1972, 1972])),
        ("mean", .int16(means)), ("sd", .uint16(three)), ("link", .int16([0, 0, 0])), ("filtered_mean", .int16(means)),
        ("filtered_sd", .uint16(three)), ("observed", .uint16([1, 1, 1])), ("indicator", .text(TextColumn(["side"]))),
        ("loading", .float64([1])), ("persistence", .float64([0])), ("dynamics", .float64([0.98, 1, 1, 1])),
      ]))
  }

  @Test func thePivotIsOutsideTheNegativePair() throws {
    let year = try #require(
      Triangle.years(Self.levels([1000, 1000, -1000]), (710, 365, 2), years: 1972...1972).first)
    #expect(year.probabilities[1] == 1)
    #expect(year.pivots == [0, 0, 1])
    #expect(year.unbalanced == 1)
  }

  @Test func theOrderOfTheStatesChangesLabelsOnly() throws {
    let table = try Self.levels([1000, -1000, 10])
    let one = try #require(Triangle.years(table, (710, 365, 2), years: 1972...1972).first)
    let two = try #require(Triangle.years(table, (2, 710, 365), years: 1972...1972).first)
    #expect(one.probabilities == two.probabilities)
    #expect(table.rows(of: 710, 2) == table.rows(of: 2, 710))
  }

  @Test func statesThatLeaveAndReturnKeepAGap() {
    let cells = DyadCells(1816...2000)
    #expect(cells.cell(305, 220, 1938) != nil)
    #expect(cells.cell(305, 220, 1945) == nil)
    #expect(cells.cell(305, 220, 1956) != nil)
    #expect(cells.cell(365, 710, 1990) != nil)
    #expect(cells.cell(365, 710, 1992) != nil)
    #expect(cells.cell(710, 365, 1990) == cells.cell(365, 710, 1990))
    #expect(cells.cell(255, 265, 1990) == nil)
  }
}
