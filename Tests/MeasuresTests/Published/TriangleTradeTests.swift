import Evidence
import Testing

@testable import Measures

/// Trade against the reference tables, cell by cell.
@Suite(.enabled(if: PublishedRecord.isPresent, "the public datasets are not beside the checkout"))
struct TriangleTradeTests {
  @Test("flows, totals and ratios of 1990-2004")
  func bilateral() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(Triangle.trade.count == 15)
    for row in Triangle.trade {
      let requests: [(String, Int)] = [
        ("trade.imports of=CHN from=USA", 0), ("trade.imports of=USA from=CHN", 0),
        ("trade.imports of=CHN from=RUS", 0), ("trade.imports of=RUS from=CHN", 0),
        ("trade.imports of=USA from=RUS", 0), ("trade.imports of=RUS from=USA", 0), ("trade.total a=USA b=CHN", 0),
        ("trade.total a=CHN b=RUS", 0), ("trade.total a=USA b=RUS", 0), ("trade.ratio a=CHN b=USA over=RUS", 2),
        ("trade.ratio a=CHN b=USA over=RUS basis=imports", 2),
      ]
      for (cell, (request, decimals)) in zip(row.cells, requests) {
        let finding = try evaluate("\(request) year=\(row.key)")
        #expect(
          cell.matches(finding.value, decimals: decimals),
          "\(finding.request): \(String(describing: finding.value)), expected \(cell)")
      }
    }
  }

  @Test("ranks and shares of partners, 1990-2004")
  func partners() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(Triangle.partners.count == 15)
    for row in Triangle.partners {
      let requests: [(String, Double)] = [
        ("trade.rank of=RUS for=CHN", 1), ("trade.rank of=RUS for=CHN blocs=eu15-asean", 1),
        ("trade.share of=RUS for=CHN", 100), ("trade.rank of=CHN for=RUS", 1), ("trade.share of=CHN for=RUS", 100),
        ("trade.rank of=USA for=CHN", 1), ("trade.rank of=USA for=RUS", 1), ("trade.rank of=CHN for=USA", 1),
        ("trade.rank of=RUS for=USA", 1),
      ]
      for (cell, (request, scale)) in zip(row.cells, requests) {
        let finding = try evaluate("\(request) year=\(row.key)")
        #expect(
          cell.matches(finding.value, scale: scale, decimals: scale == 1 ? 0 : 2),
          "\(finding.request): \(String(describing: finding.value)), expected \(cell)")
      }
    }
  }

  @Test("China's exports, the American share on two bases, and its world rank, 1990-2004")
  func exports() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(Triangle.exports.count == 15)
    for row in Triangle.exports {
      let partners = try evaluate("trade.exportShare of=USA for=CHN year=\(row.key)")
      #expect(row.cells[1].matches(partners.value, scale: 100, decimals: 1), "\(row.key)")
      #expect(partners.estimate?.method.contains(row.cells[0].text) == true, "\(row.key)")
      let mixed = try evaluate("trade.exportShare of=USA for=CHN year=\(row.key) basis=mixed")
      #expect(row.cells[3].matches(mixed.value, scale: 100, decimals: 1), "\(row.key)")
      for (cell, flow) in zip(row.cells[4...], ["total", "exports", "imports"]) {
        let rank = try evaluate("trade.worldRank of=CHN year=\(row.key) flow=\(flow)")
        #expect(cell.matches(rank.value), "\(rank.request): \(String(describing: rank.value)), expected \(cell)")
      }
    }
  }

  @Test("figures of China from 1999 carry the note on Hong Kong")
  func hongKong() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(try evaluate("trade.total a=CHN b=RUS year=1999").notes.contains { $0.contains("Hong Kong") })
    #expect(try evaluate("trade.total a=CHN b=RUS year=1998").notes.isEmpty)
    #expect(try evaluate("trade.growth a=CHN b=RUS year=1999").notes.contains { $0.contains("1998/1999") })
    #expect(try evaluate("trade.total a=USA b=RUS year=2001").notes.isEmpty)
  }

  @Test("cross-pressure and its symmetry in 2001")
  func crossPressure() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let china = try #require(try evaluate("trade.crossPressure a=CHN b=RUS third=USA year=2001").value)
    let russia = try #require(try evaluate("trade.crossPressure a=RUS b=CHN third=USA year=2001").value)
    #expect((china - 160553.0 / 9865).magnitude < 1e-12)
    #expect((russia - 9731.0 / 9865).magnitude < 1e-12)
    let symmetry = try evaluate("trade.symmetry a=CHN b=RUS third=USA year=2001")
    #expect((try #require(symmetry.value) - 2.8033).magnitude < 0.0001)
  }
}
