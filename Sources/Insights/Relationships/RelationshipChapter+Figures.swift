import Charts
import Relationships
import StateSystem

extension RelationshipChapter {
  /// The level of the partners by year; `nil` where it is not covered.
  func levelFigure(_ names: Names) -> Figure? {
    guard let points = level.value else { return nil }
    let byYear = Dictionary(points.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    let years = max(first, points.first?.year ?? first)...last
    func series(_ name: String, _ level: (Point) -> Level) -> Series {
      Series(
        name,
        years.map { year in
          let found = byYear[year].map(level)
          return .init(
            Double(year),
            found.map { .value($0.value, low: $0.low, high: $0.high) }
              ?? .absent(
                fitted?.contains(year) == false
                  ? "outside the years of the fit" : "not both were members of the state system"))
        })
    }
    return LineChart(
      text: FigureText(
        title: "The relationship of \(names.pair), read off conduct",
        subtitle: "Level by year with 90 % intervals; 0 is a pair of which nothing is known, higher is closer",
        source: sourceWords,
        notes: [
          "As known then: read off the year and those before. In hindsight: read off all years, later ones too. The parameters of the fit are those of all years."
        ]),
      series: [series("as known then") { $0.known }, series("in hindsight") { $0.hindsight }],
      format: .number(decimals: 2), yTitle: "level"
    ).figure
  }

  /// The types of the triangle by year; `nil` where they are not covered.
  func triangleFigure(_ names: Names) -> Figure? {
    guard let found = triangle.value, let fitted, let start = found.rows.first?.year else { return nil }
    return TriangleFigure(
      found.rows, names: [names.a, names.b, names.third], years: max(first, start)...last, covered: fitted,
      zone: found.zone, source: sourceWords
    ).figure
  }

  /// What the types of the last year are, in a sentence.
  func triangleStatement(_ names: Names) -> Statement? {
    guard let row = triangle.value?.rows.last, row.year == last else { return nil }
    let likely = zip(TriangleType.allCases, row.probabilities).filter { $0.1 >= 0.05 }.sorted { $0.1 > $1.1 }
    let words = likely.map { type, share in
      let what = type == .undecided ? "without a type (a side is neutral)" : "a \(type.rawValue)"
      return "\(what) with probability \(Wording.percent(share, decimals: 0))"
    }
    return Statement(
      "By the signs of the three levels, in hindsight, the triangle of \(names.a), \(names.b) and \(names.third) was in \(row.year) \(Wording.list(words)); it was structurally balanced with a probability between \(Wording.percent(row.balanced, decimals: 0)) and \(Wording.percent(1 - row.unbalanced, decimals: 0)), by how triangles with a neutral side are counted.",
      basis: ["triangle"])
  }
}

/// The sentence on the level of the relationship, from the panel.
struct RelationshipWords {
  let brief: Brief
  let names: Names

  var statements: [Statement] {
    [level, brief.relationship?.triangleStatement(names)].compactMap { $0 }
  }

  private var level: Statement? {
    let assessment = brief.assessment
    guard let finding = assessment.finding("relationship.partners"), let estimate = finding.estimate else { return nil }
    let year = assessment.question.lastYear
    let interval =
      estimate.interval.map { " (90 % interval \(Wording.fixed($0.low, 2)) to \(Wording.fixed($0.high, 2)))" } ?? ""
    let place = finding.percentiles.first.map { ", \(Wording.place($0))" } ?? ""
    var text =
      "Read off what they did to the end of \(year), the level of the relationship of \(names.pair) was \(Wording.fixed(estimate.value, 2))\(interval)\(place)"
    var basis = ["relationship.partners"]
    if let later = assessment.finding("relationship.hindsight")?.value {
      text += "; in hindsight it was \(Wording.fixed(later, 2))"
      basis.append("relationship.hindsight")
    }
    return Statement(text + ".", basis: basis)
  }
}
