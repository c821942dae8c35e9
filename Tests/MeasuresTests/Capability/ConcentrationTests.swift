import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct ConcentrationTests {
  @Test("none where all are equal, one where one has everything")
  func bounds() throws {
    #expect(Concentration.concentration([0.2, 0.2, 0.2]) == 0)
    #expect(Concentration.concentration([1, 0, 0]) == 1)
    #expect(Concentration.concentration([1]) == nil)
    #expect(Concentration.concentration([0, 0]) == nil)
    let half = try #require(Concentration.concentration([0.5, 0.5, 0]))
    #expect((half - 0.5).magnitude < 1e-12)
  }

  @Test func majorsOnThirtyFirstDecember() throws {
    let evaluate = try SmallPowers.evaluator()
    let majors = try evaluate("capability.con year=2001")
    #expect(majors.estimate?.n == 3)
    let shares = [0.14 / 0.36, 0.06 / 0.36, 0.16 / 0.36]
    let expected = ((shares.map { $0 * $0 }.reduce(0, +) - 1.0 / 3) / (2.0 / 3)).squareRoot()
    #expect((try #require(majors.value) - expected).magnitude < 1e-12)
    #expect(try evaluate("capability.con year=2001 among=system").estimate?.n == 4)
    #expect(try evaluate("capability.con year=2000").result.reason?.kind == .missing, "Russia and China have no figure")
    #expect(try evaluate("capability.con year=1815").result.reason?.kind == .outsideYears)
  }
}
