import Partnership
import Testing
import Treaties

@Suite struct RungKnownCaseTests {
  /// The steps of the known cases are the rungs of the ladder, by name and in order.
  @Test func stepsAreRungs() {
    #expect(KnownCase.Step.allCases.map(\.rawValue) == Rung.allCases.map(\.name))
    #expect(KnownCase.Step.allCases.map(Rung.init) == Rung.allCases)
  }
}
