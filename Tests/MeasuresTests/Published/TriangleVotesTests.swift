import Evidence
import Testing

@testable import Measures

/// UN agreement against the reference table, cell by cell.
@Suite(.enabled(if: PublishedRecord.isPresent, "the public datasets are not beside the checkout"))
struct TriangleVotesTests {
  static let pairs = ["a=USA b=CHN", "a=USA b=RUS", "a=CHN b=RUS"]

  @Test(
    "every session 45-59",
    arguments: [
      (" ", Triangle.allVotes), (" set=opposed third=USA", Triangle.opposedVotes),
      (" set=flagged", Triangle.importantVotes),
    ])
  func sessions(set: String, table: [Triangle.Row]) throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(table.count == 15)
    for row in table {
      for (place, pair) in Self.pairs.enumerated() {
        let finding = try evaluate("votes.agreement \(pair) sessions=\(row.key)\(set)")
        let n = row.cells[2 * place]
        let share = row.cells[2 * place + 1]
        #expect(finding.estimate?.n.map(Double.init) == n.value, "n, \(finding.request)")
        #expect(
          share.matches(finding.value, scale: 100, decimals: 1),
          "\(finding.request): \(String(describing: finding.value)), expected \(share) %")
      }
    }
  }

  @Test(
    "pooled over sessions 45-59",
    arguments: [
      ("a=USA b=CHN", 1188, 14.1), ("a=USA b=RUS", 1218, 30.4), ("a=CHN b=RUS", 1179, 62.9),
      ("a=USA b=CHN set=opposed third=USA", 697, 0.6), ("a=USA b=RUS set=opposed third=USA", 712, 8.6),
      ("a=CHN b=RUS set=opposed third=USA", 694, 61.5), ("a=USA b=CHN set=flagged", 186, 12.4),
      ("a=USA b=RUS set=flagged", 190, 39.5), ("a=CHN b=RUS set=flagged", 185, 50.3),
    ])
  func pooled(arguments: String, n: Int, perCent: Double) throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let finding = try evaluate("votes.agreement \(arguments) sessions=45-59")
    #expect(finding.estimate?.n == n)
    let value = try #require(finding.value)
    #expect((value * 100 - perCent).magnitude <= 0.05 + 1e-9, "\(value)")
  }

  @Test("China before its seat is not covered, and the reason names the seat")
  func seat() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let finding = try evaluate("votes.agreement a=CHN b=RUS sessions=20")
    #expect(finding.result.reason?.kind == .notMember)
    #expect(finding.result.reason?.detail.contains("China's seat was held by Taipei until 1971-10-25") == true)
    #expect(try evaluate("votes.agreement a=CHN b=RUS sessions=27").value != nil)
    let later = try evaluate("votes.agreement a=CHN b=RUS sessions=90")
    #expect(later.result.reason?.kind == .outsideYears)
  }

  @Test("in 1989 graded agreement is .955 and kappa is about 0")
  func kappaAlone() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let agreement = try #require(try evaluate("votes.agreement a=CHN b=RUS sessions=44 coding=graded").value)
    let kappa = try #require(
      try evaluate("votes.similarity a=CHN b=RUS sessions=44 index=kappa distance=nominal").value)
    #expect((agreement - 0.955).magnitude < 0.001, "\(agreement)")
    #expect(kappa.magnitude < 0.05, "\(kappa)")
  }

  @Test("the codings move China and Russia in 2001-02 from .71 to .96, the filters down to .44")
  func multiverse() throws {
    let evaluator = try PublishedRecord.evaluator.get()
    let base = MeasureRequest("votes.agreement", ["a": "CHN", "b": "RUS", "period": "2001-01-01/2002-12-31"])
    let specification = MultiverseSpecification.declared
    let findings = specification.findings(of: base, by: evaluator)
    let values = findings.compactMap(\.value)
    #expect(values.count == 20)
    let unfiltered = zip(specification.cells, values).filter { $0.0.filter == "0" }.map(\.1)
    #expect((try #require(unfiltered.min()) - 0.7056).magnitude < 0.0001)
    #expect((try #require(unfiltered.max()) - 0.9590).magnitude < 0.0001)
    #expect((try #require(values.min()) - 0.4444).magnitude < 0.0001)
    #expect(specification.holds(in: findings) { $0 > 0.5 } == true)
    #expect(specification.holds(in: findings) { $0 > 0.7 } == false)
  }

  @Test("a percentile of the session has the class of all dyads")
  func percentile() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let finding = try evaluate("votes.agreement a=CHN b=RUS sessions=56")
    let dyads = try #require(finding.percentiles.first)
    #expect(dyads.comparison == "all dyads with at least 20 common votes on the same roll calls")
    #expect(dyads.classSize > 14_000)
    #expect(dyads.low <= dyads.value && dyads.value <= dyads.high)
    let history = try #require(finding.percentiles.last)
    #expect(history.comparison.contains("earlier sessions"))
    #expect(history.classSize == 31, "\(history.classSize)")
    #expect(finding.distribution?.counts.count == 50)
    #expect(finding.distribution?.counts.reduce(0, +) == dyads.classSize)
  }
}
