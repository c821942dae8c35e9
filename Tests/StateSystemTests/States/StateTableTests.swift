import Testing

@testable import StateSystem

@Suite("Table of states")
struct StateTableTests {
  @Test("Every record of the table is understood")
  func everyRecordParses() {
    #expect(StateTable.shared.problems == [])
    #expect(State.all.count == 217)
    #expect(State.all.map(\.spells.count).reduce(0, +) == 243)
  }

  @Test("Every malformed record is reported and skipped")
  func malformedRecords() {
    let table = StateTable(reading: [
      """
      2 USA United States | system 1816-01-01/..
      3 XXX | system 1816-01-01/..
      4 YYY Nowhere | system 1900-02-30/.. | gw 1900
      5 ZZZ Somewhere | system 1900-01-01/1899-01-01 | capital Here | iso ABC ABC
      """
    ])
    #expect(table.states.map(\.name) == ["United States", "Nowhere", "Somewhere"])
    #expect(table.problems.count == 8)
  }

  @Test("Spells, names and codes of a state do not overlap")
  func noOverlaps() {
    for state in State.all {
      func check(_ periods: [Period], _ what: String) {
        for (a, b) in zip(periods, periods.dropFirst()) {
          #expect(!a.overlaps(b) && a.start < b.start, "\(state): \(what) \(a) and \(b)")
        }
      }
      check(state.spells, "spells")
      check(state.unMembership, "UN membership")
      check(state.formerNames.map(\.period), "names")
      for system in CodeSystem.allCases where system != .iso3166Alpha2 && system != .iso3166Alpha3 {
        check(state.codes.filter { $0.system == system }.map(\.period).sorted { $0.start < $1.start }, "\(system)")
      }
    }
  }
}
