import Evidence
import Testing

@testable import Partnership

struct LimitTests {
  /// A ladder with the statuses of rungs 1 to 6.
  private func limit(_ statuses: [RungStatus]) -> Limit {
    let finding = Finding(MeasureRequest("x"), panel: .conduct, unit: .share, result: .notCovered(Reason(.missing, "")))
    return Limit(
      Ladder(
        rungs: zip(Rung.allCases, statuses).map {
          RungResult($0.0, status: $0.1, rate: finding, supporting: [], reading: "")
        }))
  }

  @Test func theLowestFailingRungIsTheLimit() {
    let found = limit([.holds, .indistinct, .below, .noData, .below, .noData])
    #expect(found.outcome == .at && found.rung == .opposed)
    #expect(found.withoutData == [.economic, .war])
  }

  @Test func aHigherRungThatHoldsContradictsALowerFailure() {
    let found = limit([.indistinct, .holds, .below, .noData, .noData, .noData])
    #expect(found.outcome == .at && found.rung == .flagged)
    #expect(limit([.below, .noData, .noData, .noData, .noData, .holds]).outcome == .contradicted)
  }

  @Test func allHoldingPutsTheLimitAbove() {
    let found = limit([.holds, .holds, .undecided, .noData, .noData, .noData])
    #expect(found.outcome == .above && found.rung == .opposed)
    #expect(found.withoutData.contains(.flagged))
  }

  @Test func withoutEvidenceTheLimitIsUnknown() {
    #expect(limit([.noData, .undecided, .noData, .noData, .noData, .noData]).outcome == .unknown)
  }

  /// Over every combination: a limit never lies below a rung that holds unless it says that the ladder is contradicted.
  @Test func noLimitBelowAHoldingRungUnlessContradicted() {
    let all = RungStatus.allCases
    for code in 0..<Int(15_625) {
      var rest = code
      let statuses = (0..<6).map { _ -> RungStatus in
        let status = all[rest % 5]
        rest /= 5
        return status
      }
      let found = limit(statuses)
      let holding = zip(Rung.allCases, statuses).filter { $0.1 == .holds }.map(\.0)
      if found.outcome == .at, let rung = found.rung {
        #expect(holding.allSatisfy { $0 < rung }, "\(statuses)")
        #expect(!found.withoutData.contains(rung), "\(statuses)")
      }
    }
  }
}
