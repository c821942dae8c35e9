import Evidence
import Record
import Testing

@testable import Measures

/// A small world of trade in 2000 and 2001: the United States, Germany, Russia, China, Japan and Indonesia.
enum SmallTrade {
  static let record = Result {
    var record = try HandMade.trade([
      (2000, 2, 365, 10, 20), (2000, 2, 710, 100, 50), (2000, 365, 710, 5, 5),
      (2001, 2, 255, 30, 40), (2001, 2, 365, 12, 18), (2001, 2, 710, 120, 40), (2001, 255, 365, 8, 9),
      (2001, 255, 710, 25, .nan), (2001, 365, 710, 6, 9), (2001, 2, 850, 1, 1), (2001, 710, 850, 0, 0),
      (2001, 710, 820, 7, 20),
    ])
    record.nationalTrade = try HandMade.nationalTrade([
      (2, 2001, 300, 250), (710, 2001, 100, 160), (365, 2001, 60, 40), (255, 2001, .nan, 90),
    ])
    return record
  }

  static func evaluator() throws -> RecordEvaluator { RecordEvaluator(try record.get()) }
}

struct TradeTotalTests {
  @Test func sumOfBothImporters() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.total a=CHN b=RUS year=2001")
    #expect(finding.value == 15)
    #expect(finding.unit == .currentUSDMillion)
    #expect(finding.estimate?.method.contains("imports of China from Russia 9, of Russia from China 6") == true)
    #expect(
      finding.estimate?.sources == [
        Source(dataset: "cow-trade", version: "4.0", rows: "ccode1=365 ccode2=710 year=2001", rowCount: 1)
      ])
    #expect(try evaluate("trade.total a=RUS b=CHN year=2001").value == 15)
    #expect(try evaluate("trade.total a=CHN b=INS year=2001").value == 0, "a recorded zero is covered")
  }

  @Test func places() throws {
    let finding = try SmallTrade.evaluator()("trade.total a=USA b=RUS year=2001")
    let estimate = try #require(finding.estimate)
    let totals: [Double] = [70, 30, 160, 17, 15, 2, 0, 27]
    let dyads = try #require(finding.percentiles.first)
    #expect(dyads == Percentile(of: estimate, inSorted: totals.sorted(), comparison: dyads.comparison))
    #expect(finding.percentiles.last?.classSize == 2, "2000 and 2001")
  }

  @Test func notCovered() throws {
    let evaluate = try SmallTrade.evaluator()
    func kind(_ text: String) throws -> Reason.Kind? { try evaluate(text).result.reason?.kind }
    #expect(try kind("trade.total a=GMY b=CHN year=2001") == .missing)
    #expect(
      try evaluate("trade.total a=GMY b=CHN year=2001").result.reason?.detail
        == "cow-trade 4.0 marks the imports of China from Germany in 2001 as missing")
    #expect(try kind("trade.total a=GMY b=INS year=2001") == .missing)
    #expect(try kind("trade.total a=CHN b=RUS year=2015") == .outsideYears)
    #expect(try kind("trade.total a=CHN b=RUS year=1869") == .outsideYears)
    #expect(try kind("trade.total a=265 b=RUS year=2001") == .notMember)
    #expect(try RecordEvaluator(Record())("trade.total a=CHN b=RUS year=2001").result.reason?.kind == .notInstalled)
    #expect(throws: ArgumentError.self) { try evaluate("trade.total a=CHN b=CHN year=2001") }
    #expect(throws: ArgumentError.self) { try evaluate("trade.total a=CHN b=RUS year=last") }
  }
}

struct TradeImportsTests {
  @Test func oneSide() throws {
    let evaluate = try SmallTrade.evaluator()
    #expect(try evaluate("trade.imports of=CHN from=RUS year=2001").value == 9)
    #expect(try evaluate("trade.imports of=RUS from=CHN year=2001").value == 6)
    #expect(try evaluate("trade.imports of=GMY from=CHN year=2001").value == 25)
    #expect(try evaluate("trade.imports of=CHN from=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.imports of=CHN from=RUS year=2001").percentiles.first?.classSize == 17)
  }
}

struct TradeGrowthTests {
  @Test func fromTheYearBefore() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.growth a=CHN b=RUS year=2001")
    #expect(finding.value == 0.5)
    #expect(finding.unit == .growth)
    #expect(finding.percentiles.first?.classSize == 3)
    #expect(try evaluate("trade.growth a=USA b=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.growth a=CHN b=RUS year=1870").result.reason?.kind == .missing)
  }

  @Test func afterZero() throws {
    let record = try HandMade.trade([(2000, 2, 365, 0, 0), (2001, 2, 365, 1, 1)])
    let finding = try RecordEvaluator(record)("trade.growth a=USA b=RUS year=2001")
    #expect(finding.result.reason?.kind == .undefined)
  }
}

struct TradeRankTests {
  @Test func byTotal() throws {
    let evaluate = try SmallTrade.evaluator()
    func rank(_ of: String, _ state: String, _ blocs: String = "none") throws -> Double? {
      try evaluate("trade.rank of=\(of) for=\(state) year=2001 blocs=\(blocs)").value
    }
    #expect(try rank("CHN", "USA") == 1)
    #expect(try rank("GMY", "USA") == 2)
    #expect(try rank("RUS", "USA") == 3)
    #expect(try rank("RUS", "CHN") == 4, "after the United States, Malaysia 27 and Germany's recorded 25")
    let finding = try evaluate("trade.rank of=RUS for=CHN year=2001")
    #expect(finding.estimate?.n == 5)
    #expect(finding.notes.contains { $0.hasPrefix("1 missing flows of China") })
    #expect(finding.items.map(\.id) == ["2", "820", "255", "365", "850"])
  }

  @Test func blocs() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.rank of=INS for=CHN year=2001 blocs=eu15-asean")
    #expect(finding.value == 2, "Indonesia 0 and Malaysia 27 are one partner")
    #expect(finding.estimate?.n == 4)
    #expect(finding.notes.contains { $0.contains("is counted in ASEAN") })
    #expect(throws: ArgumentError.self) { try evaluate("trade.rank of=INS for=CHN year=2001 blocs=brics") }
  }

  @Test("the pair's own missing side is not covered") func missing() throws {
    let finding = try SmallTrade.evaluator()("trade.rank of=GMY for=CHN year=2001")
    #expect(finding.result.reason?.kind == .missing)
  }
}

struct TradeShareTests {
  @Test func ofTheStatesTrade() throws {
    let evaluate = try SmallTrade.evaluator()
    let ofChina = try #require(try evaluate("trade.share of=RUS for=CHN year=2001").value)
    #expect((ofChina - 15.0 / (160 + 25 + 15 + 0 + 27)).magnitude < 1e-12)
    let ofRussia = try #require(try evaluate("trade.share of=CHN for=RUS year=2001").value)
    #expect((ofRussia - 15.0 / (30 + 17 + 15)).magnitude < 1e-12)
    #expect(try evaluate("trade.share of=RUS for=CHN year=2001").notes.count == 2)
  }

  @Test("the shares of a state's partners add up to one where nothing is missing", arguments: UInt64(1)...5)
  func adding(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let states: [UInt16] = [2, 200, 220, 365, 710, 740]
    var rows: [(Int, UInt16, UInt16, Double, Double)] = []
    for a in states {
      for b in states where a < b {
        rows.append(
          (2001, a, b, Double.random(in: 0...100, using: &generator), Double.random(in: 0...100, using: &generator)))
      }
    }
    let evaluate = RecordEvaluator(try HandMade.trade(rows))
    for state in states {
      let shares = try states.filter { $0 != state }.compactMap {
        try evaluate("trade.share of=\($0) for=\(state) year=2001").value
      }
      #expect(shares.count == 5)
      #expect((shares.reduce(0, +) - 1).magnitude < 1e-12, "\(state)")
      let ranks = try states.filter { $0 != state }.compactMap {
        try evaluate("trade.rank of=\($0) for=\(state) year=2001").value
      }
      #expect(ranks.sorted() == [1, 2, 3, 4, 5], "\(state)")
    }
  }
}

struct ExportShareTests {
  @Test func bothBases() throws {
    let evaluate = try SmallTrade.evaluator()
    let partners = try #require(try evaluate("trade.exportShare of=USA for=CHN year=2001").value)
    #expect((partners - 120.0 / (120 + 25 + 6 + 0 + 20)).magnitude < 1e-12)
    let mixed = try evaluate("trade.exportShare of=USA for=CHN year=2001 basis=mixed")
    #expect(mixed.value == 0.75)
    #expect(mixed.estimate?.method.contains("two reporters") == true)
    #expect(mixed.estimate?.sources.count == 2)
    #expect(try evaluate("trade.exportShare of=USA for=CHN year=2000 basis=mixed").result.reason?.kind == .missing)
    let bilateral = RecordEvaluator(try HandMade.trade([(2001, 2, 710, 1, 2)]))
    #expect(
      try bilateral("trade.exportShare of=USA for=CHN year=2001 basis=mixed").result.reason?.kind == .notInstalled)
  }
}

struct WorldTradeRankTests {
  @Test func byFlow() throws {
    let evaluate = try SmallTrade.evaluator()
    #expect(try evaluate("trade.worldRank of=CHN year=2001").value == 2)
    #expect(try evaluate("trade.worldRank of=RUS year=2001 flow=exports").value == 4)
    #expect(try evaluate("trade.worldRank of=RUS year=2001").estimate?.n == 3)
    #expect(try evaluate("trade.worldRank of=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.worldRank of=GMY year=2001 flow=exports").value == 3)
    #expect(try evaluate("trade.worldRank of=USA year=2001").items.first?.detail == "rank 1: 550 million")
  }
}

struct TradeRatioTests {
  @Test func totalsAndImports() throws {
    let evaluate = try SmallTrade.evaluator()
    let totals = try #require(try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001").value)
    #expect((totals - 160.0 / 15).magnitude < 1e-12)
    let imports = try #require(try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001 basis=imports").value)
    #expect((imports - 40.0 / 9).magnitude < 1e-12)
    let finding = try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001")
    #expect(finding.percentiles.first?.classSize == 2, "China and Germany trade with both")
    #expect(finding.percentiles.last?.classSize == 2, "2000 and 2001")
    #expect(try evaluate("trade.ratio a=CHN b=USA over=INS year=2001").result.reason?.kind == .undefined)
  }
}

struct CrossPressureTests {
  @Test func bothEndsAndTheirSymmetry() throws {
    let evaluate = try SmallTrade.evaluator()
    let a = try #require(try evaluate("trade.crossPressure a=CHN b=RUS third=USA year=2001").value)
    let b = try #require(try evaluate("trade.crossPressure a=RUS b=CHN third=USA year=2001").value)
    #expect((a - 160.0 / 15).magnitude < 1e-12)
    #expect((b - 30.0 / 15).magnitude < 1e-12)
    #expect(throws: ArgumentError.self) { try evaluate("trade.crossPressure a=CHN b=RUS third=RUS year=2001") }
  }
}

struct TradeSymmetryTests {
  @Test("antisymmetric, 0 for equals, and the magnitude has a place")
  func laws() throws {
    let evaluate = try SmallTrade.evaluator()
    let one = try evaluate("trade.symmetry a=CHN b=RUS third=USA year=2001")
    let other = try evaluate("trade.symmetry a=RUS b=CHN third=USA year=2001")
    let value = try #require(one.value)
    #expect((value - 1.6739764335716716).magnitude < 1e-12, "ln(160 / 30)")
    #expect((value + (try #require(other.value))).magnitude < 1e-12)
    #expect(one.percentiles.first?.value == other.percentiles.first?.value)
    #expect(one.percentiles.first?.classSize == 6, "pairs of four partners")
  }
}
