import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

enum SmallPowers {
  static func evaluator() throws -> RecordEvaluator {
    var record = try HandMade.capabilities([
      (2, 1913, 1_000_000, 0.2), (2, 2000, 300_000_000, 0.15), (2, 2001, 310_000_000, 0.14),
      (365, 1913, 500_000, 0.12), (365, 2001, 60_000_000, 0.06), (710, 2001, 40_000_000, 0.16),
      (200, 2001, .nan, 0.02),
    ])
    record.majors = try HandMade.majors([
      (2, Day(1898, 8, 13), nil), (365, Day(1922, 1, 1), nil), (710, Day(1950, 1, 1), nil),
      (200, Day(1816, 1, 1), Day(2000, 12, 30)),
    ])
    record.economies = try HandMade.economies([
      (2, 2001, 10e12, 40_000), (710, 2001, 5e12, 4_000), (365, 2001, 2e12, .nan), (2, 2000, 9e12, 38_000),
    ]).economies
    return RecordEvaluator(record)
  }
}

struct CapabilityIndexScoreTests {
  @Test func valueAndPlaces() throws {
    let evaluate = try SmallPowers.evaluator()
    let finding = try evaluate("capability.cinc of=CHN year=2001")
    #expect(finding.value == 0.16)
    #expect(finding.unit == .share)
    #expect(finding.percentiles.first?.value == 3.5 / 4)
    #expect(finding.percentiles.count == 1, "no earlier year")
    #expect(try evaluate("capability.cinc of=USA year=2001").percentiles.last?.classSize == 3)
    #expect(try evaluate("capability.cinc of=CHN year=2023").result.reason?.kind == .outsideYears)
    #expect(try evaluate("capability.cinc of=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("capability.cinc of=265 year=2001").result.reason?.kind == .notMember)
  }
}

struct MilitaryExpenditureTests {
  @Test func valueShareAndPounds() throws {
    let evaluate = try SmallPowers.evaluator()
    #expect(try evaluate("capability.milex of=USA year=2001").value == 310_000)
    let share = try evaluate("capability.milex of=USA year=2001 as=share")
    #expect(share.unit == .share)
    #expect((try #require(share.value) - 310.0 / 410).magnitude < 1e-12)
    #expect(share.estimate?.n == 3)
    #expect(share.percentiles.last?.classSize == 3)
    #expect(try evaluate("capability.milex of=USA year=2001").percentiles.last?.classSize == 2, "dollars only")
    #expect(try evaluate("capability.milex of=USA year=1913").result.reason?.kind == .undefined)
    #expect(
      (try #require(try evaluate("capability.milex of=USA year=1913 as=share").value) - 2.0 / 3).magnitude < 1e-12)
    #expect(try evaluate("capability.milex of=UKG year=2001").result.reason?.kind == .missing)
  }
}

struct GrossDomesticProductTests {
  @Test func valueAndProduct() throws {
    let evaluate = try SmallPowers.evaluator()
    #expect(try evaluate("capability.gdp of=CHN year=2001").value == 5_000_000)
    #expect(try evaluate("capability.gdp of=CHN year=2001").unit == .constantUSDMillion)
    #expect((try #require(try evaluate("capability.gdp of=CHN year=2001 as=share").value) - 5.0 / 17).magnitude < 1e-12)
    let product = try evaluate("capability.gdpPerHeadProduct of=CHN year=2001")
    #expect(product.unit == .share)
    #expect((try #require(product.value) - 20.0 / 420).magnitude < 1e-12)
    #expect(try evaluate("capability.gdpPerHeadProduct of=CHN year=2001 as=value").value == 20_000)
    #expect(try evaluate("capability.gdpPerHeadProduct of=RUS year=2001").result.reason?.kind == .missing)
  }
}

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
