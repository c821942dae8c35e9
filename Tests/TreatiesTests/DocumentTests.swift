import Testing

@testable import Treaties

@Suite struct DocumentTests {
  private func issues(_ text: String) -> [CaseworkError.Issue] {
    Casework.issues(in: [CaseworkFile(.figures, name: "f.yaml", text: text)])
  }

  @Test(arguments: [
    ("", 1, "empty file"), ("# only a remark\n", 1, "empty file"), ("- a\n- b\n", 1, "found a list"),
    ("just text", 1, "found \"just text\""), ("a: [1, 2", 2, "not YAML"), ("a: 1\n\tb: 2", 2, "not YAML"),
    ("figures: []\n---\nfigures: []\n", 2, "another document"), ("a: \u{0}", 1, "not YAML"),
  ])
  func isRefused(text: String, line: Int, says: String) throws {
    let issue = try #require(issues(text).first)
    #expect(issue.line == line && issue.problem.contains(says), "\(issue)")
  }

  @Test func aliasesAreRefusedBeforeTheyUnfold() throws {
    var text = "a: &l0 [x, x]\n"
    for level in 1..<40 { text += "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]\n" }
    let issue = try #require(issues(text + "? *l39\n: 1\n").first)
    #expect(issue.line == 2 && issue.column == 10 && issue.problem.contains("alias *l0"))
  }

  @Test func starsAndAmpersandsInTextAreNoAliases() throws {
    let text = Sample.figures.replacing("By the press.", with: "R&D, the *press* & others")
    _ = try Casework.read(Sample.files(with: .figures, text))
  }

  @Test(arguments: ["[", "{", "? ", "- "]) func deepNestingIsRefused(opening: String) {
    #expect(!issues("figures: " + String(repeating: opening, count: 100_000)).isEmpty)
  }

  @Test func sizeIsLimited() throws {
    let issue = try #require(issues(String(repeating: "#", count: Document.sizeLimit + 1)).first)
    #expect(issue.problem.contains("bytes"))
  }
}
