import Foundation
import StateSystem
import Testing
import Treaties

/// Every case file of the starter, by the same rules.
@Suite struct CaseFilesTests {
  static let files = (try? StarterFolder.load().cases) ?? []

  /// The cases of the ladder, apart from the worked one.
  static let expected: Set<String> = [
    "franco-british-1904-1914", "franco-russian-1891-1914", "austro-italian-1882-1915",
    "anglo-japanese-russia-1902-1916", "anglo-japanese-usa-1911-1923", "german-soviet-1939-1941",
    "german-italian-1936-1943", "anglo-american-egypt-1951-1958", "sino-soviet-1950-1958", "sino-soviet-1959-1969",
    "soviet-romanian-1955-1989", "us-japan-1960-1991", "indo-soviet-1971-1980", "soviet-egyptian-1971-1976",
    "sino-albanian-1960-1978", "belarus-russia-1995-2022", "soviet-iraqi-1972-1991", "us-pakistani-1954-1972",
    "egyptian-syrian-1955-1979",
  ]

  @Test func theCasesOfTheLadderAreThere() {
    #expect(Set(Self.files.map(\.id)).isSuperset(of: Self.expected))
    #expect(Self.expected.count >= 13)
  }

  @Test(arguments: files) func itHasEightDatedItemsAndBothPartnersAnswer(_ file: CaseFile) {
    #expect(file.datedItems >= 8)
    #expect(file.tests.count >= 5)
    for tally in file.tallies() { #expect(tally.tests >= 3, "\(tally.state)") }
  }

  @Test(arguments: files) func everyItemIsSourced(_ file: CaseFile) throws {
    let known = Set(try StarterFolder.load().sources.map(\.id))
    let cited =
      file.pledges.map { ($0.id, $0.sources) } + file.tests.map { ($0.id, $0.sources) }
      + file.tests.flatMap { test in test.responses.map { ("\(test.id), \($0.state)", $0.sources) } }
      + file.deFactoEnds.map { ($0.treaty, $0.coded.sources) } + file.corrections.map { ($0.id, $0.sources) }
    for (item, sources) in cited {
      #expect(!sources.isEmpty, "\(item)")
      #expect(Set(sources.map(\.source)).isSubset(of: known), "\(item)")
    }
    #expect(!file.coder.isEmpty && file.summary.hasSuffix("."))
  }

  @Test(arguments: files) func everyStateWasOneOnTheDate(_ file: CaseFile) throws {
    func check(_ id: StateID, _ date: DateExpression, _ item: String) throws {
      let state = try #require(State[id])
      let ends = [date.earliest, date.latest].compactMap(\.self)
      #expect(ends.contains { state.isMember(on: $0) }, "\(item): \(state) on \(date)")
    }
    for id in file.partners + [file.third] { try check(id, file.period, "period") }
    for pledge in file.pledges { for state in pledge.states { try check(state, pledge.date, pledge.id) } }
    for test in file.tests {
      try check(file.third, test.date, test.id)
      for response in test.responses { try check(response.state, response.date, test.id) }
    }
  }

  @Test(arguments: files) func theTreatiesExistAndJoinThePartners(_ file: CaseFile) throws {
    let registry = try StarterFolder.load().treaties
    for pledge in file.pledges {
      for id in [pledge.treaty].compactMap(\.self) {
        let treaty = try #require(registry[id], "\(pledge.id)")
        #expect(Set(treaty.parties.map(\.state)).isSuperset(of: pledge.states), "\(pledge.id): \(id)")
        // A later renewal under one coded treaty says so; otherwise the pledge is made when the treaty was signed or
        // when the partners joined it.
        #expect(!pledge.date.isCertainlyBefore(treaty.signed), "\(pledge.id): \(pledge.date) before \(treaty.signed)")
        #expect(
          Set(pledge.obligations).isSubset(of: treaty.obligations.map(\.kind)), "\(pledge.id) promises more than \(id)")
      }
    }
    for end in file.deFactoEnds {
      let treaty = try #require(registry[end.treaty])
      #expect(Set(treaty.parties.map(\.state)).isSuperset(of: file.partners), "\(end.treaty)")
      #expect(!end.coded.date.isCertainlyBefore(treaty.signed), "\(end.treaty) ends before it was signed")
    }
  }

  /// A treaty of the two partners alone carries the ends that the file's own coder holds to be sure enough, so that its
  /// status on a day knows of them.
  @Test(arguments: files) func treatiesOfTheTwoKnowTheirEndInFact(_ file: CaseFile) throws {
    let registry = try StarterFolder.load().treaties
    for end in file.deFactoEnds where end.coded.coder == file.coder && end.coded.confidence != .low {
      let treaty = try #require(registry[end.treaty])
      guard Set(treaty.parties.map(\.state)) == Set(file.partners) else { continue }
      let known = treaty.deFactoEnd.filter { $0.coder == file.coder }.map(\.date)
      #expect(known == [end.coded.date], "\(end.treaty)")
      let after = try #require(end.coded.date.latest).advanced(by: 1)
      #expect(treaty.status(on: after, coder: file.coder).standingDeFacto == .ended, "\(end.treaty) on \(after)")
    }
  }

  /// Two codings by one coder of one end would not be rivals.
  @Test(arguments: files) func rivalCodingsHaveDifferentCoders(_ file: CaseFile) {
    let keys = file.deFactoEnds.map { "\($0.treaty) \($0.coded.coder)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: files) func everyPledgeIsPutToTheTest(_ file: CaseFile) {
    guard file.id != "china-russia-1996-2002" else { return }
    let tested = Set(file.tests.flatMap(\.pledges))
    let idle = file.pledges.map(\.id).filter { !tested.contains($0) }
    #expect(idle.count <= file.pledges.count / 2, "\(idle)")
  }

  /// The page on the cases lists every case file and every known case.
  @Test func theDocumentationListsThemAll() throws {
    let page = try String(contentsOf: StarterFolder.root.appending(path: "docs/methods/cases.md"), encoding: .utf8)
    let known = try #require(StarterFolder.load().knownCases)
    for id in Self.files.map(\.id) + known.cases.map(\.id) { #expect(page.contains("| `\(id)` |"), "\(id)") }
    let rows = page.split(separator: "\n").count { $0.hasPrefix("| `") }
    #expect(rows == Self.files.count + known.cases.count)
  }

  @Test func historyAsItIsKnown() throws {
    func share(_ id: String) throws -> Double {
      let file = try #require(Self.files.first { $0.id == id })
      return Double(file.heldTogether().count) / Double(file.tests.count)
    }
    // Declared with the cases: the first of each pair held together more often than the second.
    #expect(try share("sino-soviet-1950-1958") > share("sino-soviet-1959-1969"))
    #expect(try share("us-japan-1960-1991") > share("soviet-romanian-1955-1989"))
    #expect(try share("indo-soviet-1971-1980") > share("soviet-egyptian-1971-1976"))
    #expect(try share("sino-albanian-1960-1978") > share("sino-soviet-1959-1969"))
  }
}

extension CaseFile: CustomTestStringConvertible {
  public var testDescription: String { id }
}
