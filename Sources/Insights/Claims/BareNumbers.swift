/// Numbers in the text that no claim covers.
///
/// Years, dates in digits, and digits that are part of a name (`56/24`, `G7`, `1990s`, `session 56`, `Art. 4`), are no figures and are left
/// alone; so are numbers written as words.
enum BareNumbers {
  /// Most warnings of one insight.
  static let most = 200

  static func warnings(_ loose: [(text: String, offset: Int)], _ source: SourceText) -> [InsightIssue] {
    var found: [InsightIssue] = []
    for run in loose {
      let characters = Array(run.text)
      for number in WrittenNumber.all(in: run.text) {
        guard found.count < most, isFigure(number, characters) else { continue }
        let before = String(characters[..<number.range.lowerBound]).utf8.count
        let written = String(characters[number.range])
        found.append(
          InsightIssue(
            .warning, at: source.place(run.offset + before), "the number \(written) is covered by no claim",
            advice: "bind it, [\(written)](claim:…), or to claim:none because=\"…\""))
      }
    }
    return found
  }

  /// Words after which a number is a name.
  private static let numbered: Set<String> = [
    "session", "sessions", "rung", "article", "art", "articles", "resolution", "resolutions", "no", "version",
    "chapter",
    "section", "page", "pages", "figure", "table", "vol", "volume", "number",
  ]

  /// The word before a place, in lower case, a full stop left out.
  private static func wordBefore(_ place: Int, _ text: [Character]) -> String {
    var end = place
    while end > 0, " .\u{A0}".contains(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, text[start - 1].isLetter, end - start < 12 { start -= 1 }
    return String(text[start..<end]).lowercased()
  }

  private static func isFigure(_ number: WrittenNumber, _ text: [Character]) -> Bool {
    guard text[number.range].contains(where: { $0.isASCII && $0.isNumber }) else { return false }
    let isYear =
      number.halfUnit == 0.5 && (1000...2999).contains(number.value) && !number.isPercent && !number.isMoney
      && number.magnitude == 1
    func at(_ index: Int) -> Character { text.indices.contains(index) ? text[index] : " " }
    let start = number.range.lowerBound
    let end = number.range.upperBound
    func joins(_ mark: Character, _ beyond: Character) -> Bool {
      (mark == "/" || mark == ":") && (beyond.isLetter || beyond.isNumber)
    }
    let sign = at(start) == "-" ? 0 : 1
    let isHyphenated = (at(start - sign) == "-") && (at(start - sign - 1).isNumber || at(start - sign - 1).isLetter)
    let isPart =
      numbered.contains(wordBefore(start, text)) || isHyphenated || joins(at(start - 1), at(start - 2))
      || joins(at(end), at(end + 1)) || (at(end) == "-" && at(end + 1).isLetter)
    return !isYear && !isPart
  }
}
