import Evidence
import Partnership

/// One line of the coverage table: how many figures of a measure are covered, and why the others are not.
public struct CoverageRow: Hashable, Sendable, Codable {
  public let measure: String
  public let covered: Int
  public let notCovered: Int
  /// Different reasons, each once.
  public let reasons: [String]

  /// Counts the findings of an assessment by measure.
  static func rows(_ assessment: Assessment) -> [CoverageRow] {
    var order: [String] = []
    var counts: [String: (Int, Int, [String])] = [:]
    func add(_ measure: String, _ reason: String?) {
      if counts[measure] == nil { order.append(measure) }
      var entry = counts[measure] ?? (0, 0, [])
      if let reason {
        entry.1 += 1
        if !entry.2.contains(reason) { entry.2.append(reason) }
      } else {
        entry.0 += 1
      }
      counts[measure] = entry
    }
    for item in assessment.allFindings + assessment.multiverse.cells.map({ NamedFinding("", "", $0.finding) }) {
      add(item.finding.request.measure, item.finding.result.reason?.detail)
    }
    return order.map { name in
      let entry = counts[name] ?? (0, 0, [])
      return CoverageRow(measure: name, covered: entry.0, notCovered: entry.1, reasons: entry.2)
    }
  }
}
