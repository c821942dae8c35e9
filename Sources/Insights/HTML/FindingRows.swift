import Evidence
import Partnership

/// Findings as table rows, the same in every section.
enum FindingRows {
  static let columns = ["figure", "value", "where it stands", "source"]
  static let widths = [36, 18, 28, 18]

  /// The rows, and the notes that stand once below the table.
  static func rows(_ findings: [NamedFinding]) -> (rows: [[HTML.Cell]], notes: SharedNotes) {
    let notes = SharedNotes(findings.map(\.finding.notes))
    return (findings.map { row($0.label, $0.finding, notes) }, notes)
  }

  private static func row(_ label: String, _ finding: Finding, _ notes: SharedNotes) -> [HTML.Cell] {
    let head = HTML.Cell(label, small: notes.words(finding.notes))
    guard let estimate = finding.estimate else {
      return [
        head, .absent("not covered"), HTML.Cell("", small: finding.result.reason?.detail ?? ""), HTML.Cell(""),
      ]
    }
    return [
      head, value(finding, estimate), HTML.Cell("", small: places(finding).joined(separator: "; ")),
      source(finding, estimate),
    ]
  }

  /// The value with its interval and n below.
  static func value(_ finding: Finding, _ estimate: Estimate) -> HTML.Cell {
    let interval = Wording.interval(estimate.interval, finding.unit)
    let n = estimate.n.map { "n\u{A0}=\u{A0}\(Wording.grouped($0))" }
    return HTML.Cell(
      Wording.value(estimate.value, finding.unit),
      small: [interval, n ?? ""].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// Notes as sentences, each with its full stop.
  static func sentences(_ notes: [String]) -> String {
    notes.map { $0.leadingCapital + ($0.hasSuffix(".") ? "" : ".") }.joined(separator: " ")
  }

  /// Places in comparison classes, and base rates in short; the cases and all rates have tables of their own.
  static func places(_ finding: Finding) -> [String] {
    let rates = finding.benchmarks.filter { $0.label.hasSuffix(" joined") }.map {
      "\($0.label.dropLast(" joined".count)) \(Wording.value($0.value, finding.unit))"
    }
    return finding.percentiles.map(Wording.place)
      + (rates.isEmpty ? [] : ["base rates of joining: " + rates.joined(separator: ", ")])
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
    var cell = HTML.Cell("", small: names.joined(separator: ", ") + starter)
    cell.folded = ([estimate.method] + rows).joined(separator: "; ")
    return cell
  }
}
