import StateSystem
import Testing

@testable import Measures

struct FilteredPositionsTests {
  private func fit(_ year: Int, _ positions: [UInt16: Float], _ places: [UInt32: Float] = [:]) -> FilteredPositions {
    FilteredPositions(lastYear: year, positions: positions, coordination: places)
  }

  /// A year takes the last fit that was there, whatever the order, and none that came later.
  @Test func aYearKnowsNoLaterFit() {
    let fits = [fit(1959, [2: 1]), fit(1949, [2: 3]), fit(1954, [2: 2])]
    #expect(fits.known(in: 1948) == nil)
    for (year, last) in [(1949, 1949), (1953, 1949), (1954, 1954), (1958, 1954), (1959, 1959), (2015, 1959)] {
      #expect(fits.known(in: year)?.lastYear == last, "\(year)")
    }
  }

  /// Positions and places go to the states they belong to, on both sides of a pair; a state the fit does not know is not covered.
  @Test func positionsGoToTheirStates() throws {
    var pairs = PairYear(year: 1960)
    pairs.add(fit(1959, [2: 1.5, 365: -2], [FilteredPositions.key(365, 2): 0.9]))
    let i = try #require(pairs.slot(cow: 2))
    let j = try #require(pairs.slot(cow: 365))
    let k = try #require(pairs.slot(cow: 200))
    #expect(pairs.positionsThen[i] == 1.5 && pairs.positionsThen[j] == -2 && pairs.positionsThen[k].isNaN)
    let n = pairs.count
    #expect(pairs.coordinationThen[i * n + j] == 0.9 && pairs.coordinationThen[j * n + i] == 0.9)
    #expect(pairs.coordinationThen[i * n + k].isNaN)
    let values = ProfileValues(pairs, i, j, k, staked: nil, isDirected: false)
    #expect(values[.distanceThen] == 3.5 && values[.distanceThenUnknown] == 0)
    #expect((values[.coordinationThen] - 0.4).magnitude < 1e-6)
    let other = ProfileValues(pairs, i, k, j, staked: nil, isDirected: false)
    #expect(other[.distanceThenUnknown] == 1 && other[.coordinationThenUnknown] == 1)
  }

  /// Without such fits the quantities are not covered, and never zero.
  @Test func withoutFitsNothingIsKnown() throws {
    let pairs = PairYear(year: 1960)
    let i = try #require(pairs.slot(cow: 2))
    let j = try #require(pairs.slot(cow: 365))
    let k = try #require(pairs.slot(cow: 200))
    let values = ProfileValues(pairs, i, j, k, staked: nil, isDirected: false)
    #expect(values[.distanceThenUnknown] == 1 && values[.coordinationThenUnknown] == 1)
  }
}
