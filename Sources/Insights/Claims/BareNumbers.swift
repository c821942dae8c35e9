/// Numbers in the text that no claim covers.
///
/// Years, and digits that are part of a name (`56/24`, `G7`, `1990s`), are no figures and are left alone; so are numbers written as words.
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
    let isPart =
      joins(at(start - 1), at(start - 2)) || joins(at(end), at(end + 1)) || (at(end) == "-" && at(end + 1).isLetter)
    return !isYear && !isPart
  }
}
