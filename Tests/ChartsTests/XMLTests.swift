import Testing

@testable import Charts

struct XMLTests {
  @Test func escapesMarkup() {
    #expect(XML.escape("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
  }

  @Test func dropsWhatXMLForbidsAndWhatReordersText() {
    #expect(XML.escape("a\u{0}b\u{1F}c\u{FFFE}d\u{202E}e\u{2066}f\u{85}") == "abcdef")
    #expect(XML.escape("tab\tline\n中国 Россия e\u{301}") == "tab\tline\n中国 Россия e\u{301}")
  }
}
