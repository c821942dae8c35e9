import Evidence
import Record
import Testing

@testable import Measures

enum SmallArms {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.transfers([
        (1999, 365, 710, 60, "Russia"), (2000, 365, 710, 90, "Russia"), (2000, 0, 710, 10, "unknown supplier(s)"),
        (2001, 365, 710, 50, "Russia"), (2001, 365, 710, 25, "Soviet Union"), (2001, 220, 710, 25, "France"),
        (2001, 2, 200, 40, "United States"), (2001, 365, 0, 5, "Russia"),
      ]))
  }
}

struct ArmsDeliveriesTests {
  @Test func sumsAndZeros() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2001").value == 75)
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=1999-2001").value == 225)
    #expect(try evaluate("arms.deliveries from=USA to=CHN years=2001").value == 0, "no row is no delivery")
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2001").percentiles.first?.classSize == 3)
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2000-2001").percentiles.last?.classSize == 50)
  }

  @Test func coverage() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=1949").result.reason?.kind == .outsideYears)
    #expect(try evaluate("arms.deliveries from=265 to=CHN years=2001").result.reason?.kind == .notMember)
    let partly = try evaluate("arms.deliveries from=RUS to=CHN years=2000-2030")
    #expect(partly.value == 165)
    #expect(partly.notes == ["sipri-arms 1.0 covers 2000-2021 of the years asked about"])
    #expect(
      try RecordEvaluator(Record())("arms.deliveries from=RUS to=CHN years=2001").result.reason?.kind == .notInstalled)
  }
}

struct ArmsShareTests {
  @Test func ofAllSuppliers() throws {
    let evaluate = try SmallArms.evaluator()
    let finding = try evaluate("arms.share from=RUS to=CHN years=2001")
    #expect(finding.value == 0.75)
    #expect(finding.items.map(\.label) == ["Russia", "France"])
    #expect(try evaluate("arms.share from=RUS to=CHN years=2000").value == 0.9, "suppliers that are no states count")
    #expect(try evaluate("arms.share from=FRN to=CHN years=2000").value == 0)
    #expect(try evaluate("arms.share from=RUS to=IND years=2001").result.reason?.kind == .undefined)
    #expect(finding.percentiles.last?.classSize == 3, "1999, 2000 and 2001")
  }
}

struct ArmsDependenceTests {
  @Test func sumOfSquaredShares() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.dependence to=CHN years=2001").value == 0.625)
    #expect(try evaluate("arms.dependence to=UKG years=2001").value == 1)
    #expect(try evaluate("arms.dependence to=IND years=2001").result.reason?.kind == .undefined)
    let place = try #require(try evaluate("arms.dependence to=CHN years=2001").percentiles.last)
    #expect(place.classSize == 3 && place.value == 0.5 / 3, "1999: 1, 2000: .82")
  }
}
