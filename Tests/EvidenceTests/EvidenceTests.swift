import Foundation
import Testing

@testable import Evidence

struct CoverageTests {
  @Test func zeroAndNotCoveredStayApart() throws {
    let zero: Covered<Double> = .covered(0)
    let none: Covered<Double> = .notCovered(Reason(.outsideYears, "ends in 2014"))
    let hidden: Covered<Double> = .suppressed(Reason(.withheld, "withheld by the publisher"))
    #expect(zero.value == 0)
    #expect(none.value == nil && none.reason?.kind == .outsideYears)
    #expect(hidden.value == nil && hidden.coverage != none.coverage)
    for status in [zero, none, hidden] {
      let data = try JSONEncoder().encode(status)
      #expect(try JSONDecoder().decode(Covered<Double>.self, from: data) == status)
    }
  }

  @Test func mapKeepsTheReason() {
    let none: Covered<Int> = .notCovered(Reason(.missing, "coded -9"))
    #expect(none.map { $0 + 1 }.reason?.detail == "coded -9")
    #expect(Covered.covered(2).flatMap { .covered($0 * 2) } == Covered.covered(4))
  }

  @Test func unknownStatusIsAnError() {
    let text = Data(#"{"coverage":"maybe","value":1}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Covered<Int>.self, from: text) }
  }
}

struct SideBySideTests {
  private struct Failure: Error, Equatable { let part: Int }

  private static func positive(_ number: Int) throws -> Int {
    guard number > 0 else { throw Failure(part: -number) }
    return number
  }

  @Test func givesBothParts() throws {
    let (words, number) = sideBySide {
      ["a", "b"]
    } _: {
      3
    }
    #expect(words == ["a", "b"] && number == 3)
    let checked: (Int, Int) = try sideBySide {
      try Self.positive(1)
    } _: {
      try Self.positive(2)
    }
    #expect(checked == (1, 2))
  }

  @Test func theFirstErrorIsThrown() {
    #expect(throws: Failure(part: 1)) {
      _ = try sideBySide {
        try Self.positive(-1)
      } _: {
        try Self.positive(-2)
      }
    }
    #expect(throws: Failure(part: 2)) {
      _ = try sideBySide {
        try Self.positive(1)
      } _: {
        try Self.positive(-2)
      }
    }
  }
}

struct IntervalTests {
  /// scipy 1.17.1: binomtest(60, 80).proportion_ci(method="wilson").
  @Test func wilsonEqualsScipy() throws {
    let interval = try #require(Interval.wilson(mean: 0.75, n: 80))
    #expect(abs(interval.low - 0.645_153_253_8) < 1e-9)
    #expect(abs(interval.high - 0.831_937_681_4) < 1e-9)
  }

  @Test(arguments: [0.0, 0.3, 1.0], [1, 5, 1000])
  func wilsonStaysInBoundsAndHoldsTheMean(mean: Double, n: Int) throws {
    let interval = try #require(Interval.wilson(mean: mean, n: n))
    #expect(interval.low >= 0 && interval.high <= 1)
    #expect(interval.contains(mean) || abs(interval.low - mean) < 1e-12 || abs(interval.high - mean) < 1e-12)
  }

  @Test func impossibleIntervalsAreRefused() {
    #expect(Interval(2, 1, level: 0.95) == nil)
    #expect(Interval(.nan, 1, level: 0.95) == nil)
    #expect(Interval(0, 1, level: 1) == nil)
    #expect(Interval.wilson(mean: 0.5, n: 0) == nil)
    #expect(Interval.wilson(mean: 1.5, n: 10) == nil)
  }
}

struct PercentileTests {
  private func estimate(_ value: Double, _ interval: Interval? = nil) -> Estimate {
    Estimate(value, interval: interval, method: "test", sources: [])
  }

  @Test func tiesCountHalfAndShowInTheInterval() throws {
    let place = try #require(Percentile(of: estimate(2), inSorted: [1, 2, 2, 3], comparison: "all"))
    #expect(place.value == 0.5)
    #expect(place.low == 0.25 && place.high == 0.75)
    #expect(place.classSize == 4)
  }

  @Test func theIntervalOfTheValueWidensThePlace() throws {
    let wide = estimate(2.5, Interval(1.5, 3.5, level: 0.95))
    let place = try #require(Percentile(of: wide, inSorted: [1, 2, 3, 4], comparison: "all"))
    #expect(place.low == 0.25 && place.value == 0.5 && place.high == 0.75)
  }

  @Test func anEmptyClassHasNoPlaces() {
    #expect(Percentile(of: estimate(1), inSorted: [], comparison: "none") == nil)
  }
}

struct MeasureRequestTests {
  @Test func textIsCanonical() throws {
    let request = try #require(MeasureRequest("trade.share  year=2001 for=CHN of=RUS"))
    #expect(request.description == "trade.share for=CHN of=RUS year=2001")
    #expect(MeasureRequest(request.description) == request)
    #expect(request["for"] == "CHN" && request["nothing"] == nil)
  }

  @Test(arguments: ["", "a=b", "x y", "x a=1 a=2", "x =1"])
  func malformedTextIsRefused(text: String) { #expect(MeasureRequest(text) == nil) }
}

struct EvaluatorTests {
  private func finding(_ text: String, _ result: Covered<Estimate>) throws -> Finding {
    Finding(try #require(MeasureRequest(text)), panel: .exchange, unit: .share, result: result)
  }

  @Test func storedFindingsAnswerAndSayWhereTheyComeFrom() throws {
    let known = try finding("trade.share year=2001", .covered(Estimate(0.1, method: "test", sources: [])))
    let stored = StoredFindings([known], origin: .starter)
    #expect(stored.finding(for: known.request).origin == .starter)
    #expect(stored.finding(for: known.request).value == 0.1)
    let other = stored.finding(for: MeasureRequest("trade.share", ["year": "2002"]))
    #expect(other.result.reason?.kind == .notInstalled)
  }

  @Test func fallbackIsAskedOnlyWhenNothingIsInstalled() throws {
    let request = "x year=1"
    let missing = try finding(request, .notCovered(Reason(.missing, "coded missing")))
    let absent = try finding(request, .notCovered(Reason(.notInstalled, "not installed")))
    let kept = try finding(request, .covered(Estimate(1, method: "test", sources: [])))
    let second = StoredFindings([kept], origin: .starter)
    func answer(_ first: Finding) -> Finding {
      FallbackEvaluator(StoredFindings([first], origin: .record), else: second).finding(for: first.request)
    }
    #expect(answer(missing).result.reason?.kind == .missing)
    #expect(answer(absent).value == 1)
  }

  @Test func recordingKeepsEachFindingOnce() throws {
    let kept = try finding("x a=1", .covered(Estimate(1, method: "test", sources: [])))
    let recorder = RecordingEvaluator(StoredFindings([kept], origin: .record))
    _ = recorder.finding(for: kept.request)
    _ = recorder.finding(for: kept.request)
    #expect(recorder.findings.count == 1)
  }
}

struct DistributionTests {
  @Test func outsideValuesCountAtTheEnds() throws {
    let bins = try #require(Distribution(of: [-1, 0, 0.49, 0.5, 2, .nan], from: 0, to: 1, bins: 2))
    #expect(bins.counts == [3, 2])
    #expect(Distribution(of: [1], from: 1, to: 1, bins: 2) == nil)
  }
}
