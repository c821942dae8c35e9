import Testing

@testable import Charts

struct FigureTests {
  private let all = LayoutLawsTests.samples + Extremes.figures

  @Test func equalInputGivesEqualBytes() {
    for (name, figure) in LayoutLawsTests.samples {
      #expect(figure.svg(prefix: "a") == figure.svg(prefix: "a"), "\(name)")
    }
    for ((name, one), (_, other)) in zip(Extremes.figures, Extremes.figures) {
      #expect(one.svg(prefix: "a") == other.svg(prefix: "a"), "\(name)")
      #expect(one.csv == other.csv, "\(name)")
    }
  }

  @Test func everySVGIsWellFormedWhateverTheWords() throws {
    for (name, figure) in all {
      for form in [Figure.Form.inline, .file] {
        for width in [Figure.narrow, Figure.wide] {
          let svg = figure.svg(prefix: "f", width: width, form: form)
          let problem = Markup.problem(in: svg)
          #expect(problem == nil, "\(name)")
        }
      }
      let html = figure.html(prefix: name)
      let problem = Markup.problem(in: html)
      #expect(problem == nil, "\(name)")
    }
  }

  @Test func namesAndDescribesItself() {
    let svg = Samples.strip.figure.svg(prefix: "stakes")
    #expect(svg.contains("role=\"img\" aria-labelledby=\"stakes-title stakes-desc\""))
    #expect(svg.contains("<title id=\"stakes-title\">Agreement falls as the stakes rise?</title>"))
    #expect(
      svg.contains(
        "<desc id=\"stakes-desc\">China and Russia against all dyads. All roll calls: 75\u{A0}% (65–83\u{A0}%), 44th percentile;"
      ))
    #expect(svg.contains("viewBox=\"0 0 720 "))
  }

  @Test func idsOfTwoFiguresDoNotClash() {
    func ids(_ html: String) -> Set<String> {
      Set(html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) })
    }
    let one = ids(Samples.line.figure.html(prefix: "one"))
    let two = ids(Samples.rank.figure.html(prefix: "two"))
    #expect(one == ["one", "one-w", "one-w-title", "one-w-desc", "one-n", "one-n-title", "one-n-desc"])
    #expect(one.isDisjoint(with: two))
    #expect(XML.identifier("1 a<b") == "f1-a-b")
    #expect(XML.identifier("") == "f")
  }

  @Test func aFileCarriesTitleNotesAndSource() {
    let file = Samples.timeline.figure.svg(prefix: "t", form: .file)
    #expect(file.contains(">Pledges, institutions and tests, 1950 to 2002</text>"))
    #expect(file.contains(">The 1950 treaty ended on paper in 1980.</text>"))
    #expect(file.contains(">Source: ATOP 5.1; case file China-Russia 1996-2002</text>"))
    #expect(file.contains("prefers-color-scheme:dark"))
    let inline = Samples.timeline.figure.svg(prefix: "t")
    #expect(!inline.contains("<style>") && !inline.contains("Source:"))
  }

  @Test func aGivenDescriptionIsKept() {
    var chart = Samples.rank
    chart.text.description = "Russia falls, China rises."
    #expect(chart.figure.description == "Russia falls, China rises.")
    #expect(
      Samples.rank.figure.description.hasPrefix(
        "Ranks, 1990 to 2004, 1 is the largest. Russia for China: 4 in 1990, 18 in 2004;"))
  }

  @Test func noColourStandsAlone() {
    for (name, figure) in LayoutLawsTests.samples {
      for series in 0..<4 {
        let style = Palette.style(series)
        let lines = figure.scene(width: 720).marks.filter { $0.role == .line && $0.stroke == .series(series) }
        for line in lines where !style.dash.isEmpty { #expect(line.dash == style.dash, "\(name)") }
      }
    }
  }

  @Test func widthsThatMakeNoSenseAreCorrected() {
    #expect(Samples.rank.figure.scene(width: 0).width == 240)
    #expect(Samples.rank.figure.scene(width: .nan).width == 720)
  }

  @Test func goldenInterval() {
    let chart = IntervalChart(
      text: FigureText(title: "A & B", source: "UN"),
      rows: [
        .init("USA", reading: .value(1, low: 0, high: 2), isHighlighted: true), .init("UK", reading: .absent("none")),
      ],
      reference: .init(1, "line"))
    #expect(chart.figure.svg(prefix: "g", width: 300) == Golden.interval)
    #expect(
      chart.figure.csv == """
        group,name,detail,value,low,high,coverage,n,highlighted
        ,USA,,1,0,2,covered,,yes
        ,UK,,,,,none,,no

        """)
  }
}

/// Checks that tags nest, attributes are quoted, nothing runs and every number is one.
enum Markup {
  static func problem(in text: String) -> String? {
    var open: [[UInt8]] = []
    var rest = Array(text.utf8)[...]
    func words(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      if rest[..<start].contains(UInt8(ascii: ">")), open.last != Array("style".utf8) { return "stray >" }
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return "unclosed tag" }
      let tag = rest[(start + 1)..<end]
      rest = rest[(end + 1)...]
      if tag.first == UInt8(ascii: "/") {
        guard open.popLast() == Array(tag.dropFirst()) else { return "unexpected <\(words(tag))>" }
        continue
      }
      let quotes = tag.count { $0 == UInt8(ascii: "\"") }
      if quotes % 2 != 0 || tag.contains(UInt8(ascii: "<")) { return "bad tag \(words(tag))" }
      let name = Array(tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") })
      if name == Array("script".utf8) { return "script" }
      let attributes = words(tag)
      if attributes.contains("nan") || attributes.contains("\"inf") || attributes.contains("\u{2212}") {
        if !attributes.contains("data:text") { return "bad number in \(attributes)" }
      }
      if tag.last != UInt8(ascii: "/") { open.append(name) }
    }
    return open.isEmpty ? nil : "unclosed \(words(open.joined()))"
  }
}
