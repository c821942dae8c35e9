import Testing

@testable import Charts

struct TextMetricsTests {
  @Test func widthsFollowTheLetters() {
    #expect(TextMetrics.width("", size: 13) == 0)
    #expect((TextMetrics.width("0000", size: 10) - 4 * 5.56 * 1.04).magnitude < 1e-9)
    #expect(TextMetrics.width("iiii", size: 13) < TextMetrics.width("MMMM", size: 13))
    #expect(TextMetrics.width("USA", size: 13, bold: true) > TextMetrics.width("USA", size: 13))
    #expect(TextMetrics.width("e\u{301}", size: 13) == TextMetrics.width("e", size: 13))
    #expect(TextMetrics.width("中国", size: 10) == 20.8)
  }

  @Test func wrappingKeepsEveryWordAndTheWidth() {
    let text = "Treaty of Good-Neighborliness and Friendly Cooperation between the two States"
    for width in stride(from: 60.0, through: 500, by: 20) {
      let lines = TextMetrics.wrap(text, width: width, size: 13)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines { #expect(TextMetrics.width(line, size: 13) <= width) }
    }
  }

  @Test func hyphenatedWordsBreakAfterTheHyphenAndNumbersDoNot() {
    #expect(
      TextMetrics.wrap("Good-Neighborliness", width: 100, size: 13) == ["Good-", "Neighborliness"])
    #expect(TextMetrics.wrap("of 1996–2002", width: 70, size: 13) == ["of", "1996–2002"])
  }

  @Test func tooManyLinesEndInAnEllipsis() {
    let lines = TextMetrics.wrap("one two three four five six", width: 60, size: 13, maxLines: 2)
    #expect(lines == ["one two", "three fo…"])
    #expect(TextMetrics.wrap("", width: 60, size: 13).isEmpty)
    #expect(TextMetrics.wrap("MM", width: 0, size: 13) == ["M", "M"])
  }

  @Test func truncation() {
    #expect(TextMetrics.truncate("short", width: 100, size: 13) == "short")
    let cut = TextMetrics.truncate("a rather long label", width: 60, size: 13)
    #expect(cut.hasSuffix("…"))
    #expect(TextMetrics.width(cut, size: 13) <= 60)
  }
}
