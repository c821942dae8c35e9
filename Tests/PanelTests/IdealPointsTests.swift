import Evidence
import Record
import Testing

@testable import Panel

@Suite struct IdealPointsTests {
  /// The United States (2) in sessions 45 and 46, Russia (365) in 46 alone, and a second dimension that is not taken.
  private func record() throws -> Record {
    let nothing = Column.float64([0, 0, 0, 0])
    let table = try Positions(
      columns: ColumnSet([
        ("dimension", .uint8([1, 1, 1, 2])), ("state", .uint16([2, 2, 365, 2])), ("session", .int16([45, 46, 46, 46])),
        ("votes", .int32([80, 70, 60, 60])), ("mean", .float64([2, 2.5, -0.5, 9])),
        ("sd", .float64([0.1, 0.3, 0.4, 9])), ("q5", .float64([1.8, 2, -1.2, 9])), ("q10", nothing), ("q50", nothing),
        ("q90", nothing), ("q95", .float64([2.2, 3, 0.2, 9])), ("rhat", nothing), ("ess_bulk", nothing),
        ("ess_tail", nothing), ("link", nothing),
      ]))
    var record = Record()
    record.positions = HandMade.sourced(table, "ideal-points", 1990...1991)
    return record
  }

  private func table(_ unit: PanelUnit, _ years: ClosedRange<Int>) throws -> PanelTable {
    try PanelTable.assembled(PanelRequest(unit: unit, years: years, add: ["ideal-points"]), from: try record())
  }

  @Test func aSessionCountsInTheYearInWhichItOpens() throws {
    let panel = try table(.stateYear, 1989...1992)
    let (states, years) = (try #require(panel.column("ccode")), try #require(panel.column("year")))
    func value(_ name: String, _ state: Double, _ year: Double) throws -> Covered<Double>? {
      let column = try #require(panel.column(name))
      return (0..<panel.rowCount).first {
        states.number(at: $0).value == state && years.number(at: $0).value == year
      }.map { column.number(at: $0) }
    }
    #expect(try value("idealpoint", 2, 1990)?.value == 2)
    #expect(try value("idealpoint_sd", 2, 1991)?.value == 0.3)
    #expect(try value("idealpoint_lower", 365, 1991)?.value == -1.2)
    #expect(try value("idealpoint_upper", 365, 1991)?.value == 0.2)
    #expect(try value("idealpoint_votes", 365, 1991)?.value == 60)
    #expect(try value("idealpoint", 365, 1990)?.reason?.kind == .notMember)
    #expect(try value("idealpoint", 2, 1989)?.reason?.kind == .outsideYears)
    #expect(try value("idealpoint", 2, 1992)?.reason?.kind == .outsideYears)
  }

  @Test(arguments: [PanelUnit.dyadYear, .directedDyadYear])
  func theDistanceNeedsBoth(unit: PanelUnit) throws {
    let panel = try table(unit, 1990...1991)
    let dyads = DyadYears(SystemYears(1990...1991), directed: unit == .directedDyadYear)
    let distance = try #require(panel.column("idealpoint_distance"))
    let error = try #require(panel.column("idealpoint_distance_sd"))
    let both = try #require(dyads.row(2, 365, year: 1991))
    #expect(distance.number(at: both).value == 3)
    #expect(error.number(at: both).value.map { abs($0 - 0.5) < 1e-15 } == true)
    #expect(panel.column("idealpoint1")?.number(at: both).value == 2.5)
    #expect(panel.column("idealpoint2")?.number(at: both).value == -0.5)
    let one = try #require(dyads.row(2, 365, year: 1990))
    #expect(distance.number(at: one).reason?.kind == .notMember)
  }

  @Test func withoutAFitTheNextStepIsToMakeOne() {
    #expect {
      try PanelTable.assembled(
        PanelRequest(unit: .stateYear, years: 1990...1991, add: ["ideal-points"]), from: Record())
    } throws: {
      "\($0)".contains("entente fit ideal-points")
    }
  }

  @Test func aLadderOfDyadsNeedsAThirdPower() {
    for (name, text) in [("ladder", "--add ladder:USA"), ("ladder:Atlantis", "Atlantis")] {
      #expect {
        try PanelTable.assembled(PanelRequest(unit: .dyadYear, years: 1990...1991, add: [name]), from: Record())
      } throws: {
        "\($0)".contains(text)
      }
    }
  }
}
