import Testing

@testable import Treaties

@Suite struct CaseworkErrorTests {
  /// A change to the sample, where the fault must be reported, and what it must say.
  struct Fault: Sendable, CustomTestStringConvertible {
    let kind: CaseworkFile.Kind
    let old: String
    let new: String
    let line: Int
    let column: Int
    let says: [String]
    var testDescription: String { "\(old) -> \(new)" }
  }

  static let faults = [
    Fault(
      kind: .treaties, old: "  place: Moscow", new: "  plcae: Moscow", line: 16, column: 3,
      says: ["unknown key \"plcae\"", "did you mean \"place\"?"]),
    Fault(
      kind: .treaties, old: "form: treaty", new: "form: treatise", line: 11, column: 9,
      says: ["\"treatise\"", "expected one of treaty, agreement"]),
    Fault(
      kind: .treaties, old: "signed: 1950-02-14", new: "signed: 1950-02-30", line: 17, column: 11,
      says: ["\"1950-02-30\" is no date"]),
    Fault(
      kind: .treaties, old: "signed: 1950-02-14", new: "signed: 1951-02-14", line: 19, column: 12,
      says: ["1950-04-11 lies before the signature, 1951-02-14"]),
    Fault(
      kind: .treaties, old: "  - CHN\n", new: "  - CHM\n", line: 13, column: 5, says: ["no state is called \"CHM\""]),
    Fault(kind: .treaties, old: "  - CHN\n", new: "  - RUS\n", line: 14, column: 5, says: ["listed twice"]),
    Fault(
      kind: .treaties, old: "left: 1980", new: "left: 1949", line: 14, column: 45, says: ["left before it entered"]),
    Fault(
      kind: .treaties, old: "id: entente:1950-alliance", new: "id: 1950-alliance", line: 9, column: 7,
      says: ["expected an id", "entente:1950-sino-soviet"]),
    Fault(
      kind: .treaties, old: "id: entente:1950-alliance", new: "id: entente:1949-old", line: 9, column: 7,
      says: ["used twice, first at treaties.yaml:2"]),
    Fault(
      kind: .treaties, old: "replaces: [entente:1949-old]", new: "replaces: [entente:1949-odl]", line: 48, column: 14,
      says: ["no treaty has the id", "did you mean \"entente:1949-old\"?"]),
    Fault(
      kind: .treaties, old: "term_months: 360", new: "term_months: thirty years", line: 29, column: 16,
      says: ["expected a whole number"]),
    Fault(
      kind: .treaties, old: "obligor: [RUS]", new: "obligor: [JPN]", line: 35, column: 15,
      says: ["expected a party to the treaty"]),
    Fault(
      kind: .treaties, old: "ATOP: absent", new: "ATOP: missing", line: 44, column: 34,
      says: ["expected one of present, absent, implied"]),
    Fault(
      kind: .treaties, old: "links: [ATOP:3200,", new: "links: [ATOP-3200,", line: 47, column: 11,
      says: ["expected a registry and a number"]),
    Fault(
      kind: .treaties, old: "parties: [CHN, RUS]", new: "parties: CHN", line: 5, column: 12,
      says: ["found \"CHN\", expected a list"]),
    Fault(
      kind: .treaties, old: "parties: [CHN, RUS]", new: "parties: [CHN]", line: 5, column: 12, says: ["at least two"]),
    Fault(
      kind: .treaties, old: "  title: Old Agreement\n", new: "", line: 2, column: 3,
      says: ["the key \"title\" is missing"]),
    Fault(
      kind: .treaties, old: "title: Old Agreement", new: "title: [a, b]", line: 3, column: 10,
      says: ["found a list, expected text"]),
    Fault(
      kind: .treaties, old: "title: Old Agreement", new: "title: Old\n  title: Twice", line: 3, column: 3,
      says: ["the key \"title\" appears twice"]),
    Fault(
      kind: .treaties, old: "  summary: An older paper.\n  sources: [book-1990]", new: "  summary: An older paper.",
      line: 2, column: 3, says: ["the key \"sources\" is missing"]),
    Fault(
      kind: .caseFile, old: "sources: [book-1990]\ntests:", new: "sources: []\ntests:", line: 19, column: 12,
      says: ["empty list"]),
    Fault(
      kind: .caseFile, old: "sources: [book-1990]\ntests:", new: "sources: [book-1991]\ntests:", line: 19, column: 13,
      says: ["no source has the id \"book-1991\"", "did you mean \"book-1990\"?"]),
    Fault(
      kind: .caseFile, old: "third: USA", new: "third: CHN", line: 4, column: 8,
      says: ["the third power is also a partner"]),
    Fault(
      kind: .caseFile, old: "partners: [CHN, RUS]", new: "partners: [CHN, RUS, JPN]", line: 3, column: 11,
      says: ["found 3 known partners, expected two"]),
    Fault(
      kind: .caseFile, old: "declared_at: 2026-11-23", new: "declared_at: 2026-11", line: 7, column: 14,
      says: ["expected a day as YYYY-MM-DD"]),
    Fault(
      kind: .caseFile, old: "pledges: [promise]\n  summary: It had", new: "pledges: [promises]\n  summary: It had",
      line: 25, column: 13, says: ["no item has the id \"promises\"", "did you mean \"promise\"?"]),
    Fault(
      kind: .caseFile, old: "response: acquiesce", new: "response: aquiesce", line: 31, column: 15,
      says: ["did you mean \"acquiesce\"?"]),
    Fault(
      kind: .caseFile, old: "    date: 2001-12-13\n    coder", new: "    date: 2001-12-12\n    coder", line: 32,
      column: 11, says: ["the response of 2001-12-12 lies before the test of 2001-12-13"]),
    Fault(
      kind: .caseFile, old: "- state: CHN\n    response", new: "- state: JPN\n    response", line: 30, column: 12,
      says: ["not a partner"]),
    Fault(
      kind: .caseFile, old: "treaty: entente:1950-alliance\n", new: "treaty: entente:1950-aliance\n", line: 16,
      column: 11, says: ["no treaty has the id"]),
    Fault(
      kind: .figures, old: "value: 8", new: "value: eight", line: 4, column: 10,
      says: ["found \"eight\", expected a number"]),
    Fault(kind: .figures, old: "unit: rank", new: "unit: ranks", line: 5, column: 9, says: ["did you mean \"rank\"?"]),
    Fault(
      kind: .figures, old: "[trade.rank of=RUS for=CHN year=2001]", new: "[trade.rank of RUS]", line: 10, column: 14,
      says: ["expected a measure with its arguments"]),
    Fault(
      kind: .sources, old: "doi: 10.1000/1", new: "doi: https://doi.org/10.1000/1", line: 9, column: 8,
      says: ["expected a DOI"]),
    Fault(
      kind: .sources, old: "url: https://example.org/book", new: "url: example.org", line: 8, column: 8,
      says: ["expected an address"]),
  ]

  @Test(arguments: faults) func isLocatedAndExplained(fault: Fault) throws {
    let text = try #require(Sample.files.first { $0.kind == fault.kind }).text
    try #require(text.contains(fault.old))
    let changed = text.replacing(fault.old, with: fault.new, maxReplacements: 1)
    let issues = Casework.issues(in: Sample.files(with: fault.kind, changed))
    let there = issues.filter { $0.line == fault.line && $0.column == fault.column }
    #expect(!there.isEmpty, "found instead: \(issues)")
    for part in fault.says { #expect(there.contains { $0.description.contains(part) }, "\(issues)") }
  }

  @Test func allFaultsAreReportedInOrder() {
    let treaties = Sample.treaties.replacing("place:", with: "plaec:").replacing("secrecy: annex", with: "secrecy: no")
    var files = Sample.files(with: .treaties, treaties)
    files[3] = CaseworkFile(.figures, name: "figures.yaml", text: Sample.figures.replacing("8", with: "x"))
    let issues = Casework.issues(in: files)
    #expect(issues.map(\.file) == ["treaties.yaml", "treaties.yaml", "figures.yaml"])
    #expect(issues.map(\.line) == [16, 32, 4])
    let text = CaseworkError.invalid(issues).description
    #expect(text.contains("treaties.yaml:16:3: treaties[1]: unknown key \"plaec\""))
    #expect(text.hasSuffix("3 faults in the coded files; nothing was loaded"))
  }
}
