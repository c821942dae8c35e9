import Record
import Testing

@testable import Archive

@Suite("Differences of tables")
struct TableDifferenceTests {
  @Test func rowsAreMatchedByWhatNamesThem() {
    let before = Sample.capabilities(states: [2, 365, 710], cinc: [0.15, 0.05, .nan])
    let after = Sample.capabilities(states: [710, 2, 740], cinc: [0.14, 0.15, 0.06])
    let found = TableDifference.all("capabilities", before, after)
    #expect(found.count == 1)
    #expect(found[0].unit == "state, year")
    #expect([found[0].before, found[0].after, found[0].added, found[0].removed, found[0].changed] == [3, 3, 1, 1, 1])
    #expect(found[0].changedCells == ["cinc": 1])
    #expect(found[0].examples == ["state 710 year 2001: cinc missing -> 0.14"])
    #expect(TableDifference.all("capabilities", before, before).map(\.isEmpty) == [true], "missing equals missing")
  }

  @Test func repeatedNamesAreMatchedInOrder() {
    func trade(_ flows: [Double]) -> ColumnSet {
      let count = flows.count
      return ColumnSet([
        ("year", .int16([Int16](repeating: 1, count: count))), ("first", .uint16([UInt16](repeating: 2, count: count))),
        ("second", .uint16([UInt16](repeating: 20, count: count))), ("imports_of_first", .float64(flows)),
      ])
    }
    let found = TableDifference.all("dyadic_trade", trade([1, 2]), trade([1, 3, 4]))
    #expect([found[0].added, found[0].removed, found[0].changed] == [1, 0, 1])
  }

  @Test func matricesAreMatchedByRowAndColumn() {
    func calls(_ ids: [Int32], _ states: [UInt16], _ votes: [UInt8]) -> ColumnSet {
      ColumnSet([
        ("id", .int32(ids)), ("session", .int16(ids.map { Int16($0) })), ("state", .uint16(states)),
        ("vote", .uint8(votes)),
      ])
    }
    let before = calls([1, 2], [2, 365], [1, 1, 3, 3])
    let after = calls([2, 3], [2, 20, 365], [3, 1, 2, 1, 1, 1])
    let found = TableDifference.all("roll_calls", before, after)
    #expect(found.map(\.unit) == ["id", "vote by state"])
    #expect([found[0].added, found[0].removed, found[0].changed] == [1, 1, 0])
    #expect([found[1].before, found[1].after, found[1].added, found[1].removed, found[1].changed] == [2, 3, 1, 0, 1])
    #expect(found[1].changedCells == ["vote": 1])
    #expect(found[1].examples == ["id 2, state 365: 3 -> 2"])
  }

  @Test func matricesStoredByColumn() {
    func alliances(_ ids: [Int32], _ names: [String], _ values: [Double]) -> ColumnSet {
      ColumnSet([
        ("id", .int32(ids)), ("kinds", .uint8(ids.map { _ in 1 })), ("member_alliance", .int32([])),
        ("member", .uint16([])), ("provision_name", .text(TextColumn(names))), ("provision", .float64(values)),
      ])
    }
    let before = alliances([1, 2], ["a", "b"], [10, 20, 30, 40])
    let after = alliances([2], ["b", "c"], [41, 0])
    let found = TableDifference.all("alliances", before, after)
    #expect(found.map(\.unit) == ["id", "member_alliance, member", "provision by provision_name"])
    #expect(found[2].examples == ["id 2, provision_name b: 40.0 -> 41.0"])
  }

  @Test func unknownTablesAreComparedRowByRow() {
    let before = ColumnSet([("a", .int16([1, 2])), ("b", .text(TextColumn(["x", "y"])))])
    let after = ColumnSet([("a", .int16([1, 3, 4])), ("b", .text(TextColumn(["x", "y", "z"])))])
    let found = TableDifference.all("something", before, after)
    #expect([found[0].added, found[0].removed, found[0].changed] == [1, 0, 1])
    #expect(found[0].examples == ["row 2: a 2 -> 3"])
  }

  @Test func aColumnOfAnotherTypeIsChangedThroughout() {
    let before = ColumnSet([("state", .uint16([2])), ("year", .int16([1])), ("polity", .int16([1]))])
    let after = ColumnSet([("state", .uint16([2])), ("year", .int16([1])), ("polity", .float64([1]))])
    let found = TableDifference.all("polity_scores", before, after)
    #expect(found[0].changedCells == ["polity": 1])
    #expect(!found[0].isEmpty)
  }
}
