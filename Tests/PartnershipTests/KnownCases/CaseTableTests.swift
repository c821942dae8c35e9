import Evidence
import StateSystem
import Testing

@testable import Partnership
@testable import Treaties

/// Known cases with given expectations and ladders with given statuses.
private enum MadeCase {
  static func known(
    _ id: String, holdsTo: KnownCase.Step? = nil, failsAt: KnownCase.Step? = nil, period: String = "1950/1958"
  ) throws -> KnownCase {
    let outcome: KnownCase.Outcome = failsAt == nil ? .held : holdsTo == nil ? .parted : .mixed
    return KnownCase(
      id: id, partners: [710, 365], third: 2, period: try #require(DateExpression(period)),
      expected: KnownCase.Expectation(outcome: outcome, holdsTo: holdsTo, failsAt: failsAt), why: "made",
      confidence: .high, sources: [], caseFile: nil)
  }

  static func reading(_ known: KnownCase, _ statuses: [RungStatus], rates: [Double?] = []) throws -> CaseReading {
    let question = try #require(CaseReading.question(known))
    let rungs = zip(Rung.allCases, statuses).enumerated().map { index, pair in
      let rate = rates.indices.contains(index) ? rates[index] : nil
      let result: Covered<Estimate> =
        rate.map {
          .covered(Estimate($0, interval: .wilson(mean: $0, n: 10), n: 10, method: "made", sources: []))
        } ?? .notCovered(Reason(.tooFew, "none"))
      return RungResult(
        pair.0, status: pair.1,
        rate: Finding(MeasureRequest("made"), panel: .conduct, unit: .share, result: result), supporting: [],
        reading: "made", comparison: 0.5)
    }
    return CaseReading(known, question, Ladder(rungs: rungs))
  }

  static func cases(_ known: [KnownCase], _ comparisons: [KnownCases.Comparison] = []) throws -> KnownCases {
    KnownCases(
      declaredAt: try #require(Day("2026-11-27")), coder: "made", statement: "made", cases: known,
      comparisons: comparisons)
  }
}

struct CaseReadingTests {
  /// The whole of the years the period touches, and nothing else.
  @Test func theWindowIsThePeriod() throws {
    for (period, years) in [("1950/1958", 1950...1958), ("1939-03-31/1939-09", 1939...1939)] {
      let question = try #require(CaseReading.question(try MadeCase.known("x", holdsTo: .war, period: period)))
      #expect(question.seriesRange == years && question.windowRange == years, "\(period)")
      #expect(question.asOf == Day(years.upperBound, 12, 31))
    }
  }

  @Test func noEvidenceDecidesNothing() throws {
    let known = try MadeCase.known("x", holdsTo: .war)
    let found = try MadeCase.reading(known, [.noData, .noData, .noData, .noData, .undecided, .undecided])
    #expect(found.verdict == .undecided)
  }

  /// Where every rung with evidence holds, a pair that parted higher up is not yet a miss.
  @Test func holdingBelowThePartingDecidesNothing() throws {
    let known = try MadeCase.known("x", failsAt: .coerced)
    let low = try MadeCase.reading(known, [.holds, .holds, .noData, .noData, .undecided, .noData])
    #expect(low.verdict == .undecided)
    let high = try MadeCase.reading(known, [.holds, .holds, .noData, .noData, .holds, .noData])
    #expect(high.verdict == .miss)
  }

  @Test func anUnorderedLadderIsAMiss() throws {
    let known = try MadeCase.known("x", holdsTo: .war)
    let found = try MadeCase.reading(known, [.below, .noData, .noData, .noData, .noData, .holds])
    #expect(found.outcome == .contradicted && found.verdict == .miss)
  }

  /// Over every expectation and every limit at a rung the verdict is that of `admits`.
  @Test func aLimitAtARungIsHeldAgainstHistory() throws {
    for holdsTo in [nil] + KnownCase.Step.allCases.map(Optional.some) {
      for failsAt in [nil] + KnownCase.Step.allCases.map(Optional.some) {
        guard holdsTo != nil || failsAt != nil else { continue }
        if let holdsTo, let failsAt, holdsTo >= failsAt { continue }
        let known = try MadeCase.known("x", holdsTo: holdsTo, failsAt: failsAt)
        for rung in Rung.allCases {
          let statuses: [RungStatus] = Rung.allCases.map { $0 < rung ? .holds : .indistinct }
          let found = try MadeCase.reading(known, statuses)
          #expect(found.limit == rung)
          #expect(
            (found.verdict == .hit) == known.expected.admits(limit: rung.step),
            "holds to \(String(describing: holdsTo)), fails at \(String(describing: failsAt)), found \(rung)")
        }
      }
    }
  }
}

struct CaseTableTests {
  @Test func noCaseIsLeftOutAndTheCountsAddUp() throws {
    let known = try [
      MadeCase.known("a", holdsTo: .coerced), MadeCase.known("b", failsAt: .opposed),
      MadeCase.known("c", holdsTo: .war), MadeCase.known("d", holdsTo: .uncontested, failsAt: .coerced),
    ]
    let rows = [
      try MadeCase.reading(known[0], [.holds, .holds, .holds, .noData, .holds, .noData]),
      try MadeCase.reading(known[1], [.holds, .below, .below, .noData, .below, .noData]),
      try MadeCase.reading(known[2], [.noData, .noData, .noData, .noData, .noData, .undecided]),
      try MadeCase.reading(known[3], [.below, .below, .noData, .noData, .below, .noData]),
    ]
    let table = CaseTable(try MadeCase.cases(known), rows: rows, fewestCases: 3, seed: 1, shuffles: 4_000)
    #expect(table.rows.map(\.id) == ["a", "b", "c", "d"])
    #expect(table.count(.hit) == 2 && table.count(.miss) == 1 && table.count(.undecided) == 1)
    #expect(table.hitsAtTheStep == 2)
    // Always at "opposed": a holds to coerced, so no; b yes; d yes; c, not decided, no.
    let opposed = try #require(table.naive.first { $0.limit == .opposed })
    #expect(opposed.hitsAmongDecided == 2 && opposed.hitsAmongAll == 2)
    #expect(table.naive.first { $0.limit == nil }?.hitsAmongAll == 2)
    // Rung by rung: a agrees on 4, b disagrees nowhere (3 parted rungs fail), d misses its lowest and agrees at coerced.
    #expect(table.agreement.heldAndHolds == 4 && table.agreement.heldAndFails == 1)
    #expect(table.agreement.partedAndFails == 4 && table.agreement.partedAndHolds == 0)
    #expect(table.shuffledHits > 0 && table.shuffledHits < 3 && table.shuffledShare > 0)
    #expect(table == CaseTable(try MadeCase.cases(known), rows: rows, fewestCases: 3, seed: 1, shuffles: 4_000))
  }

  @Test func comparisonsTakeTheRungOrTheLimit() throws {
    let known = try [MadeCase.known("a", holdsTo: .war), MadeCase.known("b", failsAt: .opposed)]
    let rows = [
      try MadeCase.reading(known[0], [.holds, .holds, .noData, .noData, .noData, .noData], rates: [0.9, 0.8]),
      try MadeCase.reading(known[1], [.holds, .below, .noData, .noData, .noData, .noData], rates: [0.9, 0.3]),
    ]
    let declared = [
      KnownCases.Comparison(stronger: "a", weaker: "b", at: nil, why: ""),
      KnownCases.Comparison(stronger: "a", weaker: "b", at: .opposed, why: ""),
      KnownCases.Comparison(stronger: "b", weaker: "a", at: .opposed, why: ""),
      KnownCases.Comparison(stronger: "a", weaker: "b", at: .uncontested, why: ""),
      KnownCases.Comparison(stronger: "a", weaker: "b", at: .war, why: ""),
    ]
    let table = CaseTable(try MadeCase.cases(known, declared), rows: rows, fewestCases: 3, seed: 1, shuffles: 10)
    #expect(table.comparisons.map(\.result) == [.asExpected, .asExpected, .reversed, .tied, .undecided])
  }
}
