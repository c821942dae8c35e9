import Evidence
import Partnership

/// A report as lines for a terminal, in the form in which compilers report.
public struct CheckText: Sendable {
  let report: CheckReport
  /// Lines of the source, to be quoted.
  let source: SourceText

  public init(_ report: CheckReport, of insight: Insight) {
    self.report = report
    source = insight.source
  }

  /// What is wrong, with place, quoted line and measured value.
  ///
  /// - Parameter all: claims that pass are listed too.
  public func lines(all: Bool) -> String {
    var out = ""
    for issue in report.issues { out += "\(issue)\n" + quoted(issue.place) }
    for outcome in report.outcomes where all || !outcome.passes { out += lines(outcome) }
    for reason in report.stale { out += "\(report.file): error: stale: \(reason)\n" }
    return out
  }

  /// `12 claims: 10 supported, 2 depend on the reporter; all as declared`.
  public var summary: String {
    let counts = report.tally.map { "\($0.count) \($0.verdict.words)" }.joined(separator: ", ")
    let total = report.outcomes.count == 1 ? "1 claim" : "\(report.outcomes.count) claims"
    var parts: [String] = []
    if !report.failures.isEmpty { parts.append("\(report.failures.count) not as declared") }
    if !report.unanswered.isEmpty { parts.append("\(report.unanswered.count) without data") }
    if !report.errors.isEmpty {
      parts.append("\(report.errors.count) error\(report.errors.count == 1 ? "" : "s") in the document")
    }
    if !report.stale.isEmpty { parts.append("stale") }
    if !report.warnings.isEmpty { parts.append("\(report.warnings.count) warnings") }
    let rest = parts.isEmpty ? "all as declared" : parts.joined(separator: ", ")
    return "\(report.file): \(total)\(counts.isEmpty ? "" : ": \(counts)"); \(rest)"
  }

  private func lines(_ outcome: ClaimOutcome) -> String {
    let kind = outcome.passes ? "note" : outcome.isUnanswered ? "missing" : "error"
    let place = outcome.passes ? outcome.place : outcome.expectationPlace
    var out = "\(place): \(kind): \(CheckText.message(outcome))\n"
    if !outcome.passes { out += quoted(place) }
    if let request = outcome.request { out += "    measure: \(request)\n" }
    for alternative in outcome.alternatives.filter({ $0.dimension == .reporter }) {
      out += "    by reporter: \(alternative.measured), \(alternative.label)\n"
    }
    let codings = outcome.alternatives.filter { $0.dimension == .coding && $0.holds != nil }
    if let share = outcome.multiverseShare, let size = outcome.multiverseSize {
      out += "    codings: holds in \(Int((share * Double(size)).rounded())) of \(size)\n"
      if size <= 6 { for coding in codings { out += "      \(coding.label): \(coding.measured)\n" } }
    }
    for source in outcome.sources.prefix(6) {
      out += "    source: \(source.dataset)\(source.version.isEmpty ? "" : " \(source.version)"), \(source.rows)"
      out += source.rowCount.map { " [\($0) rows]\n" } ?? "\n"
    }
    if outcome.origin == .starter { out += "    from the starter\n" }
    return out
  }

  /// One sentence: what is said, what was measured, what follows.
  public static func message(_ outcome: ClaimOutcome) -> String {
    let quoted = "\"\(outcome.text.count <= 80 ? outcome.text : outcome.text.prefix(77) + "…")\""
    let measured = outcome.verdict == .noData ? "no data: \(outcome.measured)" : "measured \(outcome.measured)"
    let declared = outcome.passes || outcome.declared == .supported ? "" : ", declared \(outcome.declared.key)"
    if outcome.verdict == .noPublicCoding { return "no public coding: \(quoted): \(outcome.measured)" }
    return "\(outcome.verdict.words)\(declared): \(quoted) says \(outcome.expected); \(measured)"
  }

  private func quoted(_ place: SourcePlace) -> String {
    guard place.file == source.file else { return "" }
    let line = source.line(place.line, longest: 600)
    guard !line.isEmpty else { return "" }
    let number = String(place.line)
    let pad = String(repeating: " ", count: number.count)
    let before = line.unicodeScalars.prefix(max(0, place.column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
    return "    \(number) | \(line)\n    \(pad) | \(before)^\n"
  }
}
