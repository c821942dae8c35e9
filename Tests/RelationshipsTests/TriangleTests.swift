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

  private static func levels(_ means: [Int16], deviation: UInt16 = 10) throws -> RelationshipLevels {
    let three = [UInt16](repeating: deviation, count: 3)
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
    #expect((year.probabilities[1] - 1).magnitude < 1e-12)
    #expect(zip(year.pivots, [0, 0, 1.0]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect((year.unbalanced - 1).magnitude < 1e-12)
  }

  @Test func theOrderOfTheStatesChangesLabelsOnly() throws {
    let table = try Self.levels([1000, -1000, 10])
    let one = try #require(Triangle.years(table, (710, 365, 2), years: 1972...1972).first)
    let two = try #require(Triangle.years(table, (2, 710, 365), years: 1972...1972).first)
    #expect(zip(one.probabilities, two.probabilities).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect(table.rows(of: 710, 2) == table.rows(of: 2, 710))
  }

  /// The closed form against signs of seeded draws of the three levels.
  @Test(arguments: [[100, -300, 250], [0, 0, 0], [-900, 190, 210]] as [[Int16]])
  func chancesAreThoseOfDraws(_ means: [Int16]) throws {
    let table = try Self.levels(means, deviation: 300)
    let year = try #require(Triangle.years(table, (710, 365, 2), years: 1972...1972).first)
    #expect((year.probabilities.reduce(0, +) - 1).magnitude < 1e-12)
    #expect((year.balanced + year.unbalanced + year.probabilities[4] - 1).magnitude < 1e-12)
    let draws = 40_000
    let sides = [(365, 710), (2, 710), (2, 365)].map {
      LevelDraws.paths(table, rows: table.rows(of: $0.0, $0.1), count: draws, seed: 7)
    }
    var counts = [Double](repeating: 0, count: 5)
    for draw in 0..<draws {
      let signs = sides.map { $0[draw][0] > 0.2 ? 1 : $0[draw][0] < -0.2 ? -1 : 0 }
      counts[TriangleType.allCases.firstIndex(of: TriangleType(signs: signs)) ?? 0] += 1
    }
    for (count, chance) in zip(counts, year.probabilities) {
      let error = (chance * (1 - chance) / Double(draws)).squareRoot()
      #expect((count / Double(draws) - chance).magnitude < 4 * error + 1e-9, "\(means): \(count) of \(chance)")
    }
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
