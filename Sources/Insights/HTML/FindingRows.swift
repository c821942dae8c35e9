import Evidence
import Partnership

/// Findings as table rows, the same in every section.
enum FindingRows {
  static let columns = ["figure", "value", "interval", "n", "where it stands", "source"]

  static func rows(_ findings: [NamedFinding]) -> [[HTML.Cell]] { findings.map { row($0.label, $0.finding) } }

  static func row(_ label: String, _ finding: Finding) -> [HTML.Cell] {
    let head = HTML.Cell(label, small: finding.notes.joined(separator: " "))
    guard let estimate = finding.estimate else {
      return [
        head, .absent(finding.result.reason?.detail ?? "not covered"), HTML.Cell(""), HTML.Cell(""), HTML.Cell(""),
        HTML.Cell(""),
      ]
    }
    let places =
      finding.percentiles.map(Wording.place)
      + finding.benchmarks.map {
        "\($0.label): \(Wording.value($0.value, finding.unit)) of \(Wording.grouped($0.n)) chances"
      }
    return [
      head,
      .number(Wording.value(estimate.value, finding.unit)),
      HTML.Cell(Wording.interval(estimate.interval, finding.unit)),
      .number(estimate.n.map { Wording.grouped($0) } ?? ""),
      HTML.Cell(places.joined(separator: "; ")),
      source(finding, estimate),
    ]
  }

  /// Dataset and version, with method and rows below.
  static func source(_ finding: Finding, _ estimate: Estimate) -> HTML.Cell {
    var names: [String] = []
    for source in estimate.sources where !names.contains("\(source.dataset) \(source.version)") {
      names.append("\(source.dataset) \(source.version)")
    }
    let starter = finding.origin == .starter ? " (starter)" : ""
    let rows = estimate.sources.map { source in
      source.rows + (source.rowCount.map { " [\($0) rows]" } ?? "")
    }
    return HTML.Cell(
      names.joined(separator: ", ") + starter, small: ([estimate.method] + rows).joined(separator: "; "))
  }
}
