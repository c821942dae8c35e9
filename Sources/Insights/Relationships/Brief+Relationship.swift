import Evidence
import Relationships

extension BriefPage {
  /// The level of the relationship and the types of the triangle, at the head of what the states did.
  func relationship(into page: inout HTML) {
    guard let chapter = brief.relationship else { return }
    for statement in RelationshipWords(brief: brief, names: names).statements { page.element("p", statement.text) }
    if let figure = chapter.levelFigure(names) { page.raw(figure.html(prefix: "relationship-level")) }
    if let figure = chapter.triangleFigure(names) { page.raw(figure.html(prefix: "triangle")) }
    for line in chapter.absences { page.element("p", line) }
  }
}

extension BriefMarkdown {
  /// The same in words and a table.
  var relationship: String {
    guard let chapter = brief.relationship else { return "" }
    var out = ""
    for statement in RelationshipWords(brief: brief, names: names).statements { out += escape(statement.text) + "\n\n" }
    let types = Dictionary(
      (chapter.triangle.value?.rows ?? []).map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    let points = Dictionary(
      (chapter.level.value ?? []).map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = (chapter.first...chapter.last).filter { ($0 - chapter.last).isMultiple(of: 5) }
    out += table(
      ["year", "level as known then", "in hindsight"] + TriangleType.allCases.map(\.rawValue) + ["balanced"],
      shown.filter { points[$0] != nil || types[$0] != nil }.map { year in
        let levels = [points[year]?.known, points[year]?.hindsight].map { level in
          level.map { "\(Wording.fixed($0.value, 2)) (\(Wording.fixed($0.low, 2)) to \(Wording.fixed($0.high, 2)))" }
            ?? "not covered"
        }
        let shares = TriangleType.allCases.indices.map { index in
          types[year].map { Wording.percent($0.probabilities[index], decimals: 0) } ?? "not covered"
        }
        let balance = types[year].map {
          "\(Wording.percent($0.balanced, decimals: 0)) to \(Wording.percent(1 - $0.unbalanced, decimals: 0))"
        }
        return [String(year)] + levels + shares + [balance ?? "not covered"]
      })
    for line in chapter.absences { out += escape(line) + "\n\n" }
    return out
  }
}

extension RelationshipChapter {
  /// Why the level, or the types, are not there.
  var absences: [String] {
    let reasons = [("The level of the relationship", level.reason), ("The types of the triangle", triangle.reason)]
    let found = reasons.compactMap { what, reason in reason.map { (what, $0.detail) } }
    guard found.count == 2, found[0].1 == found[1].1 else {
      return found.map { "\($0.0): not covered, \($0.1)." }
    }
    return ["The level of the relationship and the types of the triangle: not covered, \(found[0].1)."]
  }
}
