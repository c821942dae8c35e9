import Record
import StateSystem
import Testing

@Suite struct CaveatsTests {
  @Test func idsAreUnique() {
    let ids = Caveat.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Caveat.all.allSatisfy { $0.text.hasSuffix(".") })
  }

  @Test(
    arguments: [
      (710, 1998...1999, true), (710, 1990...1998, false), (710, 2014...2020, true), (710, 2015...2020, false),
      (2, 1998...1999, false),
    ] as [(StateID, ClosedRange<Int>, Bool)])
  func hongKongConcernsChinaFrom1999(state: StateID, years: ClosedRange<Int>, applies: Bool) {
    let found = Caveat.applying(to: "cow-trade", states: [state, 365], years: years)
    #expect(found.contains { $0.id == "china-includes-hong-kong" } == applies)
  }

  @Test func aCaveatForEveryStateNeedsNone() {
    #expect(!Caveat.applying(to: "un-votes", states: [2, 200], years: 1950...1960).isEmpty)
    #expect(Caveat.applying(to: "no-such-dataset", states: [2], years: 1950...1960).isEmpty)
  }
}
