import Charts

/// Charts nobody hopes to draw: empty, single, absent, hostile, long and huge.
enum Extremes {
  static let hostile = "</svg><script>alert('x')</script>&\"\u{0}\u{202E}]]>"
  static let long =
    "The People's Democratic Republic of a State with a Remarkably Long Official Name and its Dependent Territories"
  static let unbroken = String(repeating: "Donaudampfschiff", count: 8)
  static let words = [hostile, long, unbroken, "中华人民共和国", "Россия", ""]
  static let bad = FigureText(title: hostile, subtitle: long, source: hostile, notes: [long, hostile, unbroken])

  static var figures: [(name: String, figure: Figure)] {
    timelines + strips + dumbbells + lines + multiples + multiverses + intervals + ladders + stacks
  }

  private static let plain = FigureText(title: "Extreme")

  private static var timelines: [(String, Figure)] {
    let crowd = (0..<9).map { TimelineChart.Event(words[$0 % 5], at: Moment(2001, 9, $0 + 1), kind: $0) }
    let bars = words.enumerated().map { index, word in
      TimelineChart.Bar(
        word, start: index == 0 ? nil : Moment(1950 + index, approximate: index % 2 == 0),
        end: index % 3 == 0 ? nil : Moment(1960 + 8 * index, approximate: true),
        deFactoEnd: index == 4 ? Moment(1955, approximate: true) : nil)
    }
    return [
      ("timeline empty", TimelineChart(text: plain, lanes: []).figure),
      ("timeline absent", TimelineChart(text: plain, lanes: [.init("Treaties", absent: long)]).figure),
      ("timeline one", TimelineChart(text: plain, lanes: [.init("A", events: [.init("b", at: Moment(2001))])]).figure),
      (
        "timeline hostile",
        TimelineChart(
          text: bad, lanes: words.map { .init($0, bars: bars, events: crowd) }, kinds: words, asOf: Moment(2001, 9, 5),
          detailFrom: 1995
        ).figure
      ),
      (
        "timeline spread",
        TimelineChart(
          text: plain,
          lanes: [
            .init(
              "Statements",
              events: (0..<20).map { .init("Event \($0) of twenty", at: Moment(1950 + 3 * $0, 6, 1), kind: 1) })
          ], asOf: Moment(1980), years: 1950...2010
        ).figure
      ),
      (
        "timeline outside",
        TimelineChart(
          text: plain, lanes: [.init("A", bars: [.init("b", start: Moment(1900), end: Moment(1910))])],
          years: 1950...1951
        ).figure
      ),
    ]
  }

  private static var strips: [(String, Figure)] {
    func chart(_ rows: [StripDistributionChart.Row]) -> Figure {
      StripDistributionChart(text: bad, rows: rows, subject: long, comparison: hostile).figure
    }
    return [
      ("strip empty", chart([])),
      ("strip absent", chart(words.map { .init($0, detail: $0, reading: .absent($0)) })),
      ("strip one", chart([.init("A", reading: .value(1, low: 1, high: 1), n: 1, distribution: .init(of: [1]))])),
      (
        "strip hostile",
        chart(
          words.map {
            .init(
              $0, detail: $0, reading: .value(0.5, low: -3, high: 9), n: .max,
              percentile: .value(50, low: 0, high: 100),
              distribution: .init(low: -1, high: 2, counts: [1, .max, .max, 0, -5]))
          })
      ),
      ("strip not a number", chart([.init("A", reading: .value(.nan), distribution: .init(of: [.nan, .infinity]))])),
    ]
  }

  private static var dumbbells: [(String, Figure)] {
    func chart(_ rows: [DumbbellChart.Row], log: Bool = true) -> Figure {
      DumbbellChart(text: bad, rows: rows, firstName: long, secondName: hostile, isLogarithmic: log, xTitle: long)
        .figure
    }
    let rows = words.map { DumbbellChart.Row($0, detail: $0, group: $0, first: .value(1), second: .value(3e14)) }
    return [
      ("dumbbell empty", chart([])),
      ("dumbbell absent", chart(words.map { .init($0, first: .absent($0), second: .absent($0)) })),
      ("dumbbell one", chart([.init("A", first: .value(5), second: .absent("no"))])),
      ("dumbbell equal", chart([.init("A", first: .value(5), second: .value(5))])),
      ("dumbbell zero", chart([.init("A", first: .value(0), second: .value(-5))])),
      ("dumbbell hostile", chart(rows)),
      ("dumbbell linear", chart(rows, log: false)),
      ("dumbbell tiny", chart([.init("A", first: .value(1e-300), second: .value(1e300))])),
    ]
  }

  private static func wave(_ name: String, _ count: Int, scale: Double) -> Series {
    Series(
      name,
      (0..<count).map { year in
        let value = scale * Double((year * 37) % 23)
        return .init(
          Double(1946 + year), year % 11 == 5 ? .absent("gap") : .value(value, low: value * 0.9, high: value * 1.1))
      })
  }

  private static var lines: [(String, Figure)] {
    func line(_ series: [Series], log: Bool = false) -> Figure {
      LineChart(
        text: bad, series: series, format: .compact, yTitle: long, isLogarithmic: log,
        references: words.enumerated().map { .init(1950 + Double($0.offset * 3), $0.element) }
      ).figure
    }
    let many = words.map { wave($0, 61, scale: 1) }
    return [
      ("line empty", line([])),
      ("line absent", line(words.map { Series($0, years: [1990, 1991], values: [nil, nil], absent: $0) })),
      ("line one", line([Series("A", years: [1951], values: [5])])),
      ("line zero", line([Series("A", years: [1951, 1952], values: [0, 0])], log: true)),
      ("line sixty years", line(many)),
      ("line huge", line([wave("A", 61, scale: 1e15)])),
      ("line huger", line([Series("A", years: [1950, 1951], values: [-1.7e308, 1.7e308])])),
      ("line log", line([wave("A", 61, scale: 1e4), wave("B", 61, scale: 1e-4)], log: true)),
      ("line not a number", line([Series("A", [.init(.nan, .value(1)), .init(1950, .value(.infinity))])])),
      ("line crowded ends", line((0..<16).map { Series("State \($0)", years: [1950, 1951], values: [1, 1]) })),
      ("rank empty", RankChart(text: plain, series: []).figure),
      ("rank one", RankChart(text: plain, series: [Series("A", years: [1951], values: [1])]).figure),
      (
        "rank many",
        RankChart(text: bad, series: many, references: [.init(1960, long), .init(1961, hostile), .init(2005, long)])
          .figure
      ),
    ]
  }

  private static var stacks: [(String, Figure)] {
    func stack(_ parts: [Series], lines: [Series]? = nil, remainder: Bool = false) -> Figure {
      StackedShareChart(
        text: bad, parts: parts, endsWithRemainder: remainder, yTitle: long,
        lines: lines.map { .init(long, series: $0) }
      ).figure
    }
    let years = Array(1816...2023)
    let many = words.enumerated().map { index, word in
      Series(word, years: years, values: years.map { $0 % 29 == 7 ? nil : Double(($0 * (index + 3)) % 17) / 102 })
    }
    return [
      ("stack empty", stack([])),
      ("stack absent", stack(words.map { Series($0, years: [1990, 1991], values: [nil, nil], absent: $0) })),
      ("stack one", stack([Series("A", years: [1951], values: [1])], remainder: true)),
      ("stack alone", stack([Series("A", years: [1951, 1955, 1956], values: [1, nil, 0.4])])),
      ("stack too much", stack([Series("A", years: [1951, 1952], values: [1.5, -0.5])])),
      ("stack not a number", stack([Series("A", [.init(.nan, .value(1)), .init(1950, .value(.infinity))])])),
      ("stack zero", stack(words.map { Series($0, years: [1950, 1951], values: [0, 0]) }, remainder: true)),
      ("stack two centuries", stack(many, lines: many, remainder: true)),
      ("stack without lines", stack(many, lines: [Series(long, years: [1950], values: [nil], absent: hostile)])),
    ]
  }

  private static var multiples: [(String, Figure)] {
    [
      ("multiples empty", SmallMultiples(text: plain, panels: []).figure),
      ("multiples absent", SmallMultiples(text: plain, panels: [.init(long, series: [Series(long, [])])]).figure),
      (
        "multiples hostile",
        SmallMultiples(
          text: bad,
          panels: words.map { word in .init(word, detail: word, series: words.map { wave($0, 61, scale: 1e9) }) },
          sharesY: true
        ).figure
      ),
      (
        "multiples one absent",
        SmallMultiples(
          text: plain,
          panels: [
            .init("A", series: [wave("x", 9, scale: 1)]),
            .init("B", series: [Series("x", years: [1950], values: [nil], absent: long)]),
          ]
        ).figure
      ),
    ]
  }

  private static var multiverses: [(String, Figure)] {
    func chart(_ specifications: [MultiverseChart.Specification]) -> Figure {
      MultiverseChart(
        text: bad, dimensions: [.init(long, words), .init(hostile, words)], specifications: specifications,
        threshold: .init(0.5), yTitle: long, highlightName: long
      ).figure
    }
    return [
      ("multiverse empty", chart([])),
      ("multiverse absent", chart([.init([0, 0], reading: .absent(long))])),
      ("multiverse one", chart([.init([0], reading: .value(0.5))])),
      (
        "multiverse many",
        chart(
          (0..<400).map {
            .init(
              [$0 % 6, $0 % 7], reading: .value(Double(($0 * 7) % 400) / 400, low: 0, high: 1), isHighlighted: $0 == 3)
          })
      ),
    ]
  }

  private static var intervals: [(String, Figure)] {
    func chart(_ rows: [IntervalChart.Row]) -> Figure {
      IntervalChart(text: bad, rows: rows, reference: .init(0, long), xTitle: long).figure
    }
    return [
      ("interval empty", chart([])),
      ("interval absent", chart(words.map { .init($0, detail: $0, group: $0, reading: .absent($0)) })),
      ("interval one", chart([.init("A", reading: .value(0))])),
      (
        "interval hostile",
        chart(words.map { .init($0, detail: $0, group: $0, reading: .value(-1e9, low: -1e12, high: 4), n: .max) })
      ),
      (
        "interval many",
        chart((0..<60).map { .init("State \($0)", reading: .value(Double($0)), isHighlighted: $0 == 7) })
      ),
    ]
  }

  private static var ladders: [(String, Figure)] {
    func chart(_ rungs: [LadderChart.Rung], limit: Int? = nil) -> Figure {
      LadderChart(text: bad, rungs: rungs, limit: limit, limitText: long, comparisonName: long).figure
    }
    return [
      ("ladder empty", chart([])),
      ("ladder absent", chart(words.map { .init($0, detail: $0, reading: .absent($0), status: .noData) })),
      ("ladder one", chart([.init("A", reading: .value(1), status: .holds)], limit: 0)),
      (
        "ladder hostile",
        chart(
          words.enumerated().map { index, word in
            .init(
              word, detail: word, reading: .value(7, low: -4, high: 12), n: .max,
              comparison: .value(0.5, low: 0, high: 1),
              status: LadderChart.Status.allCases[index % 4], statusText: word)
          }, limit: 99)
      ),
    ]
  }
}
