import Evidence
import Insights

/// A finding as lines of text for a terminal.
enum FindingText {
  static func lines(_ finding: Finding) -> String {
    var out = "\(finding.request)\n"
    guard let estimate = finding.estimate else {
      return out + "  not covered: \(finding.result.reason?.detail ?? "no reason given")\n"
    }
    out += "  \(FigureWords.value(estimate.value, finding.unit))"
    let interval = FigureWords.interval(estimate.interval, finding.unit)
    if !interval.isEmpty, let level = estimate.interval?.level {
      out += "  (\(Int((level * 100).rounded())) % interval \(interval))"
    }
    if let n = estimate.n { out += "  n = \(n)" }
    out += "\n  \(finding.panel.rawValue); \(estimate.method)\n"
    for place in finding.percentiles { out += "  \(FigureWords.place(place))\n" }
    for benchmark in finding.benchmarks {
      out +=
        "  \(benchmark.label): \(FigureWords.value(benchmark.value, benchmark.unit ?? finding.unit)) of \(benchmark.n)\n"
    }
    for item in finding.items { out += "  - \(item.id)  \(item.date)  \(item.label): \(item.detail)\n" }
    for source in estimate.sources {
      out +=
        "  source: \(source.dataset) \(source.version), \(source.rows)"
        + (source.rowCount.map { " [\($0) rows]" } ?? "") + "\n"
    }
    for note in finding.notes { out += "  note: \(note)\n" }
    if finding.origin == .starter { out += "  from the starter\n" }
    return out
  }
}
