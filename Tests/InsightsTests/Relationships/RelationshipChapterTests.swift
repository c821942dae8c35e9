import Evidence
import Foundation
import Partnership
import Relationships
import StateSystem
import Testing

@testable import Insights

/// The relationship in a brief: figures, sentences and what they say where there are no levels.
struct RelationshipChapterTests {
  private func question(_ year: Int) throws -> Question {
    try Question(710, 365, third: 2, asOf: try #require(Day(year, 6, 1)))
  }

  private func brief(_ chapter: RelationshipChapter?, _ question: Question) -> Brief {
    let levels = RuleEvaluator { request in
      request.measure == "relationship.level"
        ? RuleEvaluator.estimate(request["given"] == "past" ? -0.4 : -0.5) : .notCovered(Reason(.notInstalled, "none"))
    }
    return Brief(
      Assessment(question, evaluator: levels, coded: .empty), vintages: [], generator: "entente test",
      command: "entente brief", relationship: chapter)
  }

  @Test func theYearsEndBeforeTheDay() throws {
    let question = try question(1970)
    let chapter = RelationshipChapter(question, try InventedLevels.levels())
    let points = try #require(chapter.level.value)
    #expect(points.first?.year == 1945 && points.last?.year == 1969 && chapter.last == 1969 && chapter.first == 1920)
    #expect(points.last?.known.value == -1 && points.last?.hindsight.value == -1)
    let known = try #require(points.last?.known)
    let later = try #require(points.last?.hindsight)
    #expect(known.high - known.low > later.high - later.low)
    let rows = try #require(chapter.triangle.value?.rows)
    #expect(rows.last?.year == 1969 && (rows.last?.probabilities[3] ?? 0) > 0.99, "three negative")
    #expect((rows.first?.probabilities[2] ?? 0) > 0.99, "China and the Soviet Union")
  }

  @Test func theBriefShowsLevelAndTriangle() throws {
    let question = try question(1970)
    let made = brief(RelationshipChapter(question, try InventedLevels.levels()), question)
    let html = try made.rendered(as: .html)
    #expect(html.contains("id=\"relationship-level\"") && html.contains("id=\"triangle\""))
    #expect(
      html.contains("the level of the relationship of China and the Soviet Union was \u{2212}0.40 (90\u{A0}% interval"),
      "the sentence is that of the panel")
    #expect(html.contains("in hindsight it was \u{2212}0.50."))
    #expect(html.contains("a unit veto with probability 100\u{A0}%"))
    let text = try made.rendered(as: .md)
    #expect(text.contains("| 1969 | \u{2212}1.00 (\u{2212}1.33 to \u{2212}0.67)") && text.contains("a unit veto with"))
    let read = try JSONDecoder().decode(Brief.self, from: Data(try made.rendered(as: .json).utf8))
    #expect(read == made)
  }

  @Test func withoutLevelsItSaysSo() throws {
    let question = try question(1970)
    let made = brief(RelationshipChapter(question, nil), question)
    let html = try made.rendered(as: .html)
    #expect(html.contains("the types of the triangle: not covered, relationships is not in the archive"))
    #expect(!html.contains("id=\"relationship-level\"") && !html.contains("id=\"triangle\""))
    #expect(try made.rendered(as: .md).contains("not covered, relationships is not in the archive"))
  }

  @Test func yearsTheFitDoesNotReachAreNotCovered() throws {
    let chapter = RelationshipChapter(try question(2050), try InventedLevels.levels())
    #expect(chapter.level.reason?.kind == .outsideYears && chapter.triangle.reason?.kind == .outsideYears)
    let late = RelationshipChapter(try question(1990), try InventedLevels.levels())
    #expect(late.triangleStatement(Names(try question(1990))) == nil, "1989 has no row, and nothing is said of it")
    let figure = try #require(late.triangleFigure(Names(try question(1990))))
    #expect(figure.svg(prefix: "t").contains("Not covered: 1986–1989 (the levels are of 1945–1985)."))
  }

  @Test func theFigureOfATriangleStatesItsRules() throws {
    let rows = Triangle.years(try InventedLevels.levels().table, (710, 365, 2), years: 1950...1980)
    let figure = TriangleFigure(
      rows, names: ["China", "the Soviet Union", "the United States"], years: 1940...1980, covered: 1945...1985,
      source: "test"
    ).figure
    #expect(figure.notes.contains { $0.contains("above 0.20 is positive") })
    #expect(figure.notes.contains { $0.contains("counts it as not balanced, the top of the band as balanced") })
    #expect(figure.notes.contains("Stable marriage: of China and the Soviet Union, with 100 % of its probability."))
    #expect(figure.table.rows.count == 41 * 6)
    #expect(
      figure.description.contains("not covered 1940 to 1949; stable marriage 1950 to 1962; unit veto 1963 to 1980"))
  }
}
