import Evidence
import Record
import Testing

@testable import Measures

/// Capabilities, organisations, arms and regimes against the reference table, cell by cell.
@Suite(.enabled(if: PublishedRecord.isPresent, "the public datasets are not beside the checkout"))
struct TriangleTiesTests {
  @Test("every cell of 1990-2004")
  func cells() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(Triangle.capabilities.count == 15)
    let columns: [(String, String, Double, Int)] = [
      ("capability.cinc of=USA year", "", 1, 4), ("capability.cinc of=RUS year", "", 1, 4),
      ("capability.cinc of=CHN year", "", 1, 4), ("igo.joint a=USA b=RUS year", "", 1, 0),
      ("igo.joint a=USA b=CHN year", "", 1, 0), ("igo.joint a=CHN b=RUS year", "", 1, 0),
      ("arms.deliveries from=RUS to=CHN years", "", 1, 0), ("arms.deliveries from=USA to=CHN years", "", 1, 0),
      ("", "", 1, 0), ("arms.share from=RUS to=CHN years", "", 100, 1), ("regime.polyarchy of=USA year", "", 1, 3),
      ("regime.polyarchy of=RUS year", "", 1, 3), ("regime.polyarchy of=CHN year", "", 1, 3),
      ("regime.polity2 of=USA year", "", 1, 0), ("regime.polity2 of=RUS year", "", 1, 0),
      ("regime.polity2 of=CHN year", "", 1, 0),
    ]
    for row in Triangle.capabilities {
      // The reference leaves the Soviet Union's own Polity number (364) out; this record reads it as 365.
      for (cell, column) in zip(row.cells, columns) where !column.0.isEmpty && cell.text != "-" {
        let finding = try evaluate("\(column.0)=\(row.key)")
        #expect(
          cell.matches(finding.value, scale: column.2, decimals: column.3),
          "\(finding.request): \(String(describing: finding.value)), expected \(cell)")
      }
    }
  }

  @Test("joint memberships against the publisher's dyad file, made apart from the membership file")
  func jointMemberships() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let rows = try PublishedRecord.rows("08_cow_igo/cow_igo_joint_dyad_year.csv.gz", every: 4001)
    #expect(rows.count > 200)
    var lower = 0
    for row in rows {
      let request = "igo.joint a=cow:\(row[0]) b=cow:\(row[1]) year=\(row[2])"
      let published = try #require(Double(row[3]))
      #expect(try evaluate(request).value == published, "\(request)")
      let full = try #require(try evaluate("\(request) membership=full").value)
      #expect((0...3).contains(published - full), "\(request): \(full) full, the dyad file has \(published)")
      if full < published { lower += 1 }
    }
    #expect(Double(lower) / Double(rows.count) < 0.06, "\(lower) of \(rows.count)")
  }

  @Test("concentration among the major powers, and membership flags")
  func others() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let value = try #require(try evaluate("capability.con year=2001").value)
    #expect(value > 0.1 && value < 0.4, "\(value)")
    #expect(try evaluate("igo.member of=CHN organisation=WTO year=2001").value == 1)
    #expect(try evaluate("igo.member of=RUS organisation=WTO year=2001").value == 0)
  }
}
