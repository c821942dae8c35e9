import Testing

@testable import Treaties

/// Base rates against the figures Berkemeier and Fuhrmann (2018) print.
@Suite(.enabled(if: StarterFolder.datasets != nil, "the datasets are not at ENTENTE_DATASETS"))
struct FulfilmentRatesTests {
  static func rates() throws -> FulfilmentRates {
    let calls = try #require(try PublishedTreaties.record.get().allianceCalls)
    return FulfilmentRates(calls, try PublishedTreaties.collection.get())
  }

  @Test(arguments: [
    (FulfilmentRates.Group(), 50), (.init(era: .before1945), 66), (.init(era: .from1945), 22),
    (.init(kind: .defense), 41),
    (.init(kind: .offense), 74), (.init(kind: .neutrality), 78), (.init(kind: .nonaggression), 37),
  ])
  func asPublished(group: FulfilmentRates.Group, percent: Int) throws {
    let rate = try Self.rates().rate(group)
    let value = try #require(rate.result.value)
    #expect(Int((value.value * 100).rounded()) == percent, "\(group.words)")
    #expect(value.interval.map { $0.contains(value.value) && $0.level == 0.95 } == true)
  }

  @Test func theNumbersBehindThePeriods() throws {
    let rates = try Self.rates()
    let early = rates.rate(.init(era: .before1945))
    let late = rates.rate(.init(era: .from1945))
    #expect(early.honoured == 61 && early.honoured + early.violated == 92)
    #expect(late.honoured == 12 && late.honoured + late.violated == 54)
    #expect(early.notCalledOn + late.notCalledOn == 430)
  }

  @Test func aGroupWithoutCallsIsNotCovered() throws {
    let none = try Self.rates().rate(.init(kind: .neutrality, era: .from1945, bilateral: false))
    if none.honoured + none.violated == 0 { #expect(none.result.reason?.kind == .tooFew) }
    #expect(none.honoured + none.violated <= 5)
  }

  @Test func whatThePairPledged() throws {
    let pair = PairPledges(
      try #require(.init(365, 710)), on: try #require(.init("1955-01-01")), try PublishedTreaties.collection.get(),
      try Self.rates())
    #expect(pair.pledges.map(\.kind) == [.defense, .nonaggression, .consultation])
    let defence = try #require(pair.pledges.first)
    #expect(defence.treaties == ["ATOP:3200"] && defence.rates.count == 4)
    #expect(defence.rates.first?.group == .init(kind: .defense, era: .from1945))
    #expect(pair.calls.contains { $0.war.hasPrefix("Korean") && $0.leeds == .notCalledOn })
  }
}
