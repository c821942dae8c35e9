import Evidence
import Record
import Testing

@testable import Measures

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
