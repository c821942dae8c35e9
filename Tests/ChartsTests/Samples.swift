import Charts

/// Charts as the brief on China and Russia against the United States has them, for goldens and laws.
enum Samples {
  static let years = Array(1990...2004)

  static let timeline = TimelineChart(
    text: FigureText(
      title: "Pledges, institutions and tests, 1950 to 2002", subtitle: "China and Russia against the United States",
      source: "ATOP 5.1; case file China-Russia 1996-2002", notes: ["The 1950 treaty ended on paper in 1980."]),
    lanes: [
      .init(
        "Treaties",
        bars: [
          .init(
            "Treaty of Friendship, Alliance and Mutual Assistance", start: Moment(1950, 2, 14),
            end: Moment(1980, 4, 11),
            deFactoEnd: Moment(1963, approximate: true)),
          .init("Treaty of Good-Neighborliness and Friendly Cooperation", start: Moment(2001, 7, 16)),
          .init("Joint declaration on relations", start: Moment(1992, 12, 18), end: Moment(2001, 7, 16)),
        ]),
      .init(
        "Institutions",
        bars: [
          .init("Shanghai Five", start: Moment(1996, 4, 26), end: Moment(2001, 6, 15)),
          .init("Shanghai Cooperation Organization", start: Moment(2001, 6, 15)),
        ]),
      .init(
        "Statements",
        events: [
          .init("Multipolar world, Moscow", at: Moment(1997, 4, 23), kind: 0),
          .init("For the ABM Treaty, Beijing", at: Moment(2000, 7, 18), kind: 0),
          .init("First anniversary, muted", at: Moment(2002, 7, 16), kind: 0),
        ]),
      .init(
        "Tests",
        events: [
          .init("Kosovo war", at: Moment(1999, 3, 24), kind: 1),
          .init("War on terrorism", at: Moment(2001, 9, 11), kind: 1),
          .init("American forces in Central Asia", at: Moment(2001, 10, 7), kind: 1),
          .init("ABM withdrawal announced", at: Moment(2001, 12, 13), kind: 1),
          .init("NATO-Russia Council", at: Moment(2002, 5, 28), kind: 1),
        ]),
      .init(
        "Russia's response",
        events: [
          .init("Accommodates: shares intelligence, opens airspace", at: Moment(2001, 9, 24), kind: 2),
          .init("Accedes", at: Moment(2001, 12, 13), kind: 2),
        ]),
      .init("China's response", events: [.init("Watches quietly", at: Moment(2001, 12, 14), kind: 3)]),
      .init("Joint exercises", absent: "not covered: the case file starts in 1996 and codes none"),
    ], kinds: ["statement", "test by the United States", "Russia", "China"], asOf: Moment(2002, 9, 2), detailFrom: 1996)

  /// Four types and what has none, by year, with three years not covered, and how likely balance is.
  static let stacked: StackedShareChart = {
    let years = Array(1950...1980)
    func values(_ share: (Double) -> Double) -> [Double?] {
      years.map { (1960...1962).contains($0) ? nil : share(Double($0 - 1950) / 30) }
    }
    let absent = "not all three were members"
    return StackedShareChart(
      text: FigureText(title: "Triangle", subtitle: "types by year", source: "levels"),
      parts: [
        Series("ménage à trois", years: years, values: values { _ in 0 }, absent: absent),
        Series("romantic triangle", years: years, values: values { 0.04 * $0 }, absent: absent),
        Series("stable marriage", years: years, values: values { 0.8 - 0.8 * $0 }, absent: absent),
        Series("unit veto", years: years, values: values { 0.7 * $0 }, absent: absent),
        Series("neutral side", years: years, values: values { 0.2 + 0.06 * $0 }, absent: absent),
      ], endsWithRemainder: true, yTitle: "share of draws",
      lines: .init(
        "balanced",
        series: [Series("balanced", years: years, values: values { 0.8 - 0.8 * $0 }, absent: absent)]))
  }()

  static func bell(_ centre: Double, _ spread: Double, bins: Int = 40, total: Double = 2000) -> [Int] {
    (0..<bins).map { index in
      let z = ((Double(index) + 0.5) / Double(bins) - centre) / spread
      let peak = 1 / (1 + z * z * z * z + z * z)
      return Int(total * peak / Double(bins))
    }
  }

  static let strip = StripDistributionChart(
    text: FigureText(
      title: "Agreement falls as the stakes rise?", subtitle: "Share of identical votes in the General Assembly, 2001",
      source: "UN votes"),
    rows: [
      .init(
        "All roll calls", reading: .value(0.75, low: 0.645, high: 0.832), n: 80,
        percentile: .value(44, low: 39, high: 50), distribution: .init(low: 0, high: 1, counts: bell(0.78, 0.12))),
      .init(
        "USA votes no", detail: "roll calls the third power opposes", reading: .value(0.787, low: 0.65, high: 0.88),
        n: 47,
        percentile: .value(38, low: 33, high: 46), distribution: .init(low: 0, high: 1, counts: bell(0.84, 0.13))),
      .init(
        "Flagged as important", detail: "US Department of State list", reading: .value(0.8, low: 0.49, high: 0.943),
        n: 10,
        percentile: .value(61, low: 40, high: 80), distribution: .init(low: 0, high: 1, counts: bell(0.6, 0.2))),
      .init(
        "USA nearly alone", reading: .absent("not covered: fewer than five roll calls in this session"),
        distribution: .init(low: 0, high: 1, counts: bell(0.9, 0.08))),
      .init("Votes in the Security Council", reading: .absent("not covered: no dataset installed")),
    ], subject: "China and Russia", comparison: "all dyads")

  static let dumbbell = DumbbellChart(
    text: FigureText(
      title: "Each partner has more at stake in Washington", subtitle: "Trade in million current US dollars, 2001",
      source: "COW Dyadic Trade 4.0; Chinese customs in the press"),
    rows: [
      .init(
        "China", detail: "imports of both sides", group: "Partners' records (COW)", first: .value(9865),
        second: .value(160_553)),
      .init(
        "Russia", detail: "imports of both sides", group: "Partners' records (COW)", first: .value(9865),
        second: .value(9731)),
      .init(
        "China", detail: "imports only", group: "Partners' records (COW)", first: .value(8240), second: .value(39806)),
      .init(
        "China", detail: "January to November", group: "Chinese customs", first: .value(9300), second: .value(73500)),
      .init(
        "Russia", group: "Russian customs", first: .value(5600, low: 5100, high: 7100),
        second: .absent("not covered before 2004")),
      .init(
        "Belarus", group: "Russian customs", first: .absent("not covered"),
        second: .absent("suppressed by the publisher")),
    ], firstName: "with the partner", secondName: "with the United States", format: .number(decimals: 0),
    xTitle: "million US dollars, logarithmic scale")

  static let rank = RankChart(
    text: FigureText(
      title: "Russia fell in China's trade, China rose in Russia's", subtitle: "Rank among trade partners",
      source: "COW Dyadic Trade 4.0"),
    series: [
      Series("Russia for China", years: years, values: [4, 7, 6, 6, 11, 12, 11, 12, 12, 17, 16, 15, 15, 15, 18]),
      Series("China for Russia", years: years, values: [10, 9, 3, 2, 6, 7, 6, 6, 6, 6, 6, 2, 2, 2, 4]),
      Series("USA for China", years: years, values: [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
      Series("USA for Russia", years: years, values: [8, 6, 5, 4, 4, 4, 4, nil, 3, 2, 2, 3, 3, 5, 5]),
    ], references: [.init(1999, "1999: Hong Kong included"), .init(2001, "2001 treaty")])

  static let line = LineChart(
    text: FigureText(
      title: "Russia moved towards China after 1993", subtitle: "Ideal points in the General Assembly",
      source: "Bailey, Strezhnev and Voeten, April 2020"),
    series: [
      banded(
        "United States",
        [3.068, 2.977, 3.001, 2.956, 3.009, 3.13, 3.148, 2.984, 2.814, 2.681, 2.664, 2.655, 2.733, 2.902, 2.82]),
      banded(
        "Russia",
        [-0.136, 0.691, 1.113, 1.337, 1.125, 1.156, 0.776, 0.576, 0.506, 0.407, 0.211, 0.195, 0.276, 0.268, 0.122]),
      banded(
        "China",
        [
          -0.167, -0.302, -0.736, -1.396, -1.635, -1.503, -1.268, -1.145, -0.442, nil, nil, -0.585, -0.539, -0.945,
          -0.842,
        ]),
    ], yTitle: "Ideal point, higher = nearer to the United States",
    references: [
      .init(1997.3, "Multipolarity statement"), .init(2001.54, "Treaty"), .init(2001.7, "11 September 2001"),
    ])

  static func banded(_ name: String, _ values: [Double?]) -> Series {
    Series(
      name,
      zip(years, values).map { year, value in
        .init(Double(year), value.map { .value($0, low: $0 - 0.2, high: $0 + 0.25) } ?? .absent("not covered"))
      })
  }

  static let ladder = LadderChart(
    text: FigureText(
      title: "The partnership stops where sanctions begin", subtitle: "Rate of holding together by rung, 1997-2002",
      source: "UN votes; GSDB 4; COW MID 5"),
    rungs: [
      .init(
        "Uncontested", detail: "coordinate on roll calls the USA does not oppose",
        reading: .value(0.72, low: 0.6, high: 0.81), n: 33,
        comparison: .value(0.66, low: 0.65, high: 0.67), status: .holds),
      .init(
        "Opposed", detail: "on roll calls the USA votes against", reading: .value(0.787, low: 0.65, high: 0.88), n: 47,
        comparison: .value(0.69), status: .holds),
      .init(
        "Flagged", detail: "on roll calls the USA has flagged as important, or where it is nearly alone",
        reading: .value(0.54, low: 0.35, high: 0.72), n: 10, comparison: .value(0.55), status: .noBetter),
      .init(
        "Economic", detail: "trade does not fall, and neither joins, when the USA sanctions one",
        reading: .value(0.5, low: 0.1, high: 0.9), n: 2, comparison: .value(0.61), status: .undecided),
      .init(
        "Coerced", detail: "join the militarised disputes the other has with the USA",
        reading: .value(0, low: 0, high: 0.3), n: 8,
        comparison: .value(0.02), status: .noBetter),
      .init(
        "War", detail: "join the wars", reading: .absent("no war of either with the USA in the period"), status: .noData
      ),
    ], limit: 2)
}

extension Samples {
  static let multiples = SmallMultiples(
    text: FigureText(
      title: "One measure of power is not enough", subtitle: "Three measures of capability, 1990-2004",
      source: "NMC 7.0; Maddison Project"),
    panels: [
      .init(
        "CINC", detail: "share of the system's capabilities",
        series: [
          Series(
            "United States", years: years,
            values: [
              0.141, 0.137, 0.149, 0.154, 0.146, 0.141, 0.139, 0.14, 0.142, 0.143, 0.143, 0.142, 0.154, 0.152, 0.152,
            ]),
          Series(
            "Russia", years: years,
            values: [
              0.13, 0.103, 0.067, 0.058, 0.067, 0.063, 0.059, 0.056, 0.051, 0.051, 0.051, 0.054, 0.05, 0.05, 0.048,
            ]),
          Series(
            "China", years: years,
            values: [
              0.112, 0.119, 0.124, 0.132, 0.137, 0.143, 0.146, 0.149, 0.154, 0.157, 0.162, 0.165, 0.154, 0.16, 0.168,
            ]),
        ], format: .percent(decimals: 1)),
      .init(
        "Military spending", detail: "billion current US dollars",
        series: [
          Series(
            "United States", years: years,
            values: [290, 280, 305, 297, 288, 278, 271, 276, 274, 281, 301, 313, 357, 415, 464].map { $0 * 1e9 }),
          Series(
            "Russia", years: years,
            values: [nil, nil, nil, 29, 34, 26, 24, 26, 11, 9, 11, 14, 17, 20, 25].map { $0.map { $0 * 1e9 } }),
          Series(
            "China", years: years,
            values: [10, 10, 13, 13, 10, 12, 14, 15, 17, 22, 23, 28, 32, 35, 40].map { $0 * 1e9 }),
        ]),
      .init(
        "GDP times GDP per head", detail: "index, United States 2001 = 100",
        series: [
          Series("United States", years: years, values: (0..<15).map { 55 + 4.1 * Double($0) }),
          Series("Russia", years: years, values: Array(repeating: nil, count: 15), absent: "no dataset installed"),
          Series("China", years: years, values: (0..<15).map { 0.6 + 0.35 * Double($0) }),
        ], format: .number(decimals: 1)),
    ])

  static let multiverse = MultiverseChart(
    text: FigureText(
      title: "China-Russia agreement runs from .70 to .96 across codings", subtitle: "Sessions 56 and 57, 2001-2002",
      source: "UN votes"),
    dimensions: [
      .init("Coding", ["graded", "exact", "abstentions dropped", "abstain as no", "abstain as yes"]),
      .init("Minority of at least", ["0 %", "2.5 %", "10 %", "30 %"]),
    ],
    specifications: (0..<20).map { index in
      let value = 0.70 + 0.26 * Double((index * 7) % 20) / 19
      return .init(
        [index % 5, index / 5],
        reading: index == 13
          ? .absent("no roll calls left") : .value(value, low: value - 0.06, high: min(1, value + 0.05)),
        isHighlighted: index == 1)
    }, threshold: .init(0.75), yTitle: "Agreement")

  static let intervals = IntervalChart(
    text: FigureText(
      title: "Is it about the United States?",
      subtitle: "Coordination of China and Russia against each possible third power",
      source: "UN votes"),
    rows: [
      .init("United States", reading: .value(-0.05, low: -0.09, high: -0.01), n: 127, isHighlighted: true),
      .init("United Kingdom", group: "Placebo third powers", reading: .value(-0.02, low: -0.06, high: 0.03), n: 96),
      .init("France", group: "Placebo third powers", reading: .value(-0.01, low: -0.05, high: 0.04), n: 91),
      .init("Japan", group: "Placebo third powers", reading: .value(0.01, low: -0.03, high: 0.06), n: 73),
      .init("Israel", group: "Placebo third powers", reading: .value(-0.06, low: -0.1, high: -0.02), n: 140),
      .init(
        "Palau", group: "Placebo third powers", reading: .absent("not covered: votes too seldom in these sessions")),
    ], reference: .init(0, "like-mindedness is all there is"), xTitle: "coordination, difference of shares")
}
