import Evidence
import Record
import Testing

@testable import Panel

@Suite struct RelationshipLevelTests {
  /// The United States (2) and Russia (365) in 1990 and 1991, the United States and Britain (200) in 1991 alone.
  private func record() throws -> Record {
    let table = try RelationshipLevels(
      columns: ColumnSet([
        ("first", .uint16([2, 2, 2])), ("second", .uint16([200, 365, 365])), ("year", .int16([1991, 1990, 1991])),
        ("mean", .int16([1400, -500, 250])), ("sd", .uint16([300, 400, 410])), ("link", .int16([0, 0, 30_000])),
        ("filtered_mean", .int16([1300, -600, -100])), ("filtered_sd", .uint16([350, 450, 460])),
        ("observed", .uint16([0b101, 0b111, 0])), ("indicator", .text(TextColumn(["trade", "side", "war"]))),
        ("loading", .float64([0.2, 3, -3])), ("persistence", .float64([0.9, 0, 0])),
        ("dynamics", .float64([0.96, 0.9, 30, 1])),
      ]))
    var record = Record()
    record.relationships = HandMade.sourced(table, "relationships", 1990...1991)
    return record
  }

  @Test(arguments: [PanelUnit.dyadYear, .directedDyadYear])
  func levelsOfDyads(unit: PanelUnit) throws {
    let panel = try PanelTable.assembled(
      PanelRequest(unit: unit, years: 1989...1991, add: ["relationship"]), from: try record())
    let dyads = DyadYears(SystemYears(1989...1991), directed: unit == .directedDyadYear)
    func value(_ name: String, _ a: UInt16, _ b: UInt16, _ year: Int) throws -> Covered<Double> {
      try #require(panel.column(name)).number(at: try #require(dyads.row(a, b, year: year)))
    }
    #expect(try value("relationship", 2, 365, 1991).value == 0.25)
    #expect(try value("relationship_sd", 2, 365, 1990).value == 0.4)
    #expect(try value("relationship_then", 2, 200, 1991).value == 1.3)
    #expect(try value("relationship_then_sd", 2, 365, 1991).value == 0.46)
    #expect(try value("relationship_observed", 2, 200, 1991).value == 2)
    #expect(try value("relationship_observed", 2, 365, 1991).value == 0)
    // A pair without a row is no pair of which nothing happened; before the fit there is nothing at all.
    #expect(try value("relationship", 2, 200, 1990).reason?.kind == .notMember)
    #expect(try value("relationship_observed", 2, 200, 1990).reason?.kind == .notMember)
    #expect(try value("relationship", 2, 365, 1989).reason?.kind == .outsideYears)
    if unit == .directedDyadYear { #expect(try value("relationship", 365, 2, 1991).value == 0.25) }
  }

  @Test func aTriadHasThreeSides() throws {
    let request = PanelRequest(
      unit: .triadYear, years: 1991...1991, add: ["relationship"], only: ["third=2", "states=2,200,365"])
    let stream = try TriadStream(request, from: try record(), workers: 1)
    var bytes: [UInt8] = []
    _ = try stream.writeCSV(missing: .empty, workers: 1) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(lines.count == 2)
    let row = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
    // Britain and Russia are not in the fit; either with the United States is.
    #expect(row["relationship_12"] == "")
    #expect(row["relationship_13"] == "1.4")
    #expect(row["relationship_23"] == "0.25")
  }

  @Test func withoutAFitTheNextStepIsToMakeOne() {
    #expect {
      try PanelTable.assembled(
        PanelRequest(unit: .dyadYear, years: 1990...1991, add: ["relationship"]), from: Record())
    } throws: {
      "\($0)".contains("entente fit relationships")
    }
  }

  @Test func aStateHasNone() {
    #expect(throws: PanelError.self) {
      try PanelTable.assembled(
        PanelRequest(unit: .stateYear, years: 1990...1991, add: ["relationship"]), from: try record())
    }
  }
}
