import StateSystem
import Testing
import Treaties

/// The table of known cases is complete, says what it says of states that existed, and does not contradict itself.
@Suite struct KnownCasesTests {
  private func table() throws -> KnownCases { try #require(StarterFolder.load().knownCases) }

  @Test func itIsLargeAndBalanced() throws {
    let cases = try table().cases
    #expect(cases.count >= 25)
    for outcome in KnownCase.Outcome.allCases {
      #expect(cases.count { $0.expected.outcome == outcome } >= 5, "\(outcome)")
    }
    let early = cases.count { ($0.period.latest?.year).map { $0 < 1946 } ?? false }
    #expect(early >= 8, "cases before the United Nations: \(early)")
    #expect(try table().comparisons.count >= 20)
    let questions = cases.map { "\($0.partners.sorted()) \($0.third) \($0.period)" }
    #expect(Set(questions).count == cases.count)
  }

  @Test func expectationsCameFirst() throws {
    let table = try table()
    #expect(table.declaredAt == Day(2026, 11, 27))
    #expect(table.statement.contains("no rate, ladder or limit"))
    for known in table.cases { #expect(known.why.hasSuffix(".") && !known.sources.isEmpty, "\(known.id)") }
  }

  @Test func statesExistedInThePeriod() throws {
    for known in try table().cases {
      for id in known.partners + [known.third] {
        let state = try #require(State[id])
        let days = [known.period.earliest, known.period.latest].compactMap(\.self)
        #expect(days.contains { state.isMember(on: $0) }, "\(known.id): \(state)")
      }
    }
  }

  @Test func caseFilesAreAboutTheSameTriad() throws {
    let files = Dictionary(uniqueKeysWithValues: try StarterFolder.load().cases.map { ($0.id, $0) })
    var linked: Set<String> = []
    for known in try table().cases {
      guard let id = known.caseFile else { continue }
      let file = try #require(files[id])
      #expect(Set(file.partners) == Set(known.partners) && file.third == known.third, "\(known.id)")
      #expect(file.period.possiblyOverlaps(known.period), "\(known.id)")
      linked.insert(id)
    }
    #expect(linked.count >= 17, "\(Set(files.keys).subtracting(linked).sorted())")
  }

  @Test func comparisonsAgreeWithTheExpectations() throws {
    let table = try table()
    for comparison in table.comparisons {
      let strong = try #require(table[comparison.stronger]).expected
      let weak = try #require(table[comparison.weaker]).expected
      for step in comparison.at.map({ [$0] }) ?? KnownCase.Step.allCases {
        #expect(
          !(strong.holds(at: step) == false && weak.holds(at: step) == true),
          "\(comparison.stronger) over \(comparison.weaker) at \(step)")
      }
      if let step = comparison.at {
        #expect(strong.holds(at: step) == true || weak.holds(at: step) == false, "\(comparison.stronger) at \(step)")
      }
    }
  }

  /// No case is stronger than itself by way of others.
  @Test func comparisonsHaveNoCircle() throws {
    let table = try table()
    var left = Set(table.cases.map(\.id))
    var edges = table.comparisons.map { ($0.stronger, $0.weaker) }
    while let free = left.first(where: { id in !edges.contains { $0.1 == id } }) {
      left.remove(free)
      edges.removeAll { $0.0 == free }
    }
    #expect(left.isEmpty && edges.isEmpty, "\(edges)")
  }
}
