import StateSystem
import Testing

@testable import Treaties

@Suite struct KnownCaseTests {
  private func table() throws -> KnownCases { try #require(Sample.casework().knownCases) }
  private func expected(_ id: String) throws -> KnownCase.Expectation { try #require(table()[id]).expected }

  @Test func everyKeyIsRead() throws {
    let table = try table()
    #expect(table.declaredAt == Day(2026, 11, 27) && table.coder == "Entente" && !table.statement.isEmpty)
    #expect(table.cases.map(\.id) == ["first", "second", "third"])
    let first = try #require(table["first"])
    #expect(first.partners == [710, 365] && first.third == 2 && first.period.description == "1996/2002")
    #expect(first.expected == .init(outcome: .mixed, holdsTo: .opposed, failsAt: .coerced))
    #expect(first.caseFile == "chn-rus" && first.confidence == .high && first.sources.map(\.source) == ["book-1990"])
    #expect(table.comparisons == [.init(stronger: "second", weaker: "first", at: .coerced, why: "The one held.")])
    #expect(table["nothing"] == nil)
  }

  /// All outcomes with all limits, and none.
  @Test func whichLimitsHistoryAllows() throws {
    func admitted(_ id: String) throws -> [KnownCase.Step] {
      try KnownCase.Step.allCases.filter(expected(id).admits(limit:))
    }
    #expect(try admitted("first") == [.flagged, .economic, .coerced])
    #expect(try admitted("second") == [.war])
    #expect(try admitted("third") == [.uncontested, .opposed, .flagged, .economic])
    #expect(try ["first", "second", "third"].map { try expected($0).admits(limit: nil) } == [false, true, false])
  }

  @Test func whatIsExpectedAtAStep() throws {
    func all(_ id: String) throws -> [Bool?] { try KnownCase.Step.allCases.map(expected(id).holds(at:)) }
    #expect(try all("first") == [true, true, nil, nil, false, false])
    #expect(try all("second") == [true, true, true, true, true, nil])
    #expect(try all("third") == [nil, nil, nil, false, false, false])
  }

  @Test(arguments: [
    ("  fails_at: coerced\n", "", "the key \"fails_at\" is missing"),
    ("fails_at: coerced", "fails_at: opposed", "holds to opposed but fails at opposed, which is not above it"),
    ("outcome: mixed", "outcome: held", "found \"fails_at\", which says nothing when the outcome is held"),
    ("outcome: mixed", "outcome: parted", "found \"holds_to\", which says nothing when the outcome is parted"),
    ("holds_to: opposed", "holds_to: oposed", "expected one of uncontested"),
    ("weaker: first", "weaker: frist", "no known case has the id \"frist\""),
    ("weaker: first", "weaker: second", "a case is compared with itself"),
    ("case_file: chn-rus", "case_file: chn-sur", "no case has the id \"chn-sur\""),
    ("third: USA\n  period: 1996", "third: CHN\n  period: 1996", "the third power is also a partner"),
    ("- id: second", "- id: first", "the known case id \"first\" is used twice"),
  ]) func faults(_ text: String, _ damaged: String, _ problem: String) throws {
    #expect(Sample.knownCases.contains(text))
    let issues = Casework.issues(
      in: Sample.files(with: .knownCases, Sample.knownCases.replacing(text, with: damaged, maxReplacements: 1)))
    #expect(issues.contains { $0.file == "known.yaml" && $0.problem.contains(problem) }, "\(issues)")
  }

  @Test func thereIsOneTable() throws {
    let second = CaseworkFile(
      .knownCases, name: "more.yaml", text: Sample.knownCases.replacing("- id: ", with: "- id: x"))
    let issues = Casework.issues(in: Sample.files + [second])
    #expect(issues.contains { $0.problem == "a table of known cases was read before" && $0.file == "more.yaml" })
  }
}
