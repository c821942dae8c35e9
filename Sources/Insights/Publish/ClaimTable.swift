import Evidence
import Partnership

/// The claims of an insight as a table and as CSV.
struct ClaimTable {
  let published: PublishedInsight

  init(_ published: PublishedInsight) { self.published = published }

  /// How many claims have each verdict, with the legend of the marks.
  static func tally(_ report: CheckReport) -> String {
    var out = "<ul class=\"tally\" aria-label=\"Verdicts\">\n"
    for (verdict, count) in report.tally { out += "<li>\(count) \(VerdictMark(verdict).badge)</li>\n" }
    return out + "</ul>\n"
  }

  var html: String {
    var out =
      "<p>Each row is a claim in the order of the text: what the words say, what was measured, and the verdict. A claim that leaves the reporter or the coding open is read under all of them.</p>\n"
    out += Self.open(caption: "Claims", columns: ["claim", "says", "the record has", "verdict", "from"])
    for outcome in published.report.outcomes {
      out += "<tr id=\"claim-\(outcome.number)\" itemprop=\"hasPart\" itemscope itemtype=\"https://schema.org/Claim\">"
      out +=
        "<th scope=\"row\"><a href=\"#c-\(outcome.number)\" aria-label=\"Claim \(outcome.number), back to the text\">\(outcome.number)</a> <span itemprop=\"text\">\(HTML.escape(outcome.text))</span></th>"
      out += Self.cells(outcome) + "</tr>\n"
    }
    return out + "</tbody></table></div>\n"
  }

  static func open(caption: String, columns: [String]) -> String {
    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTML.escape(caption))\"><table class=\"ledger\"><caption class=\"vh\">\(HTML.escape(caption))</caption>\n<thead><tr>"
      + columns.map { "<th scope=\"col\">\(HTML.escape($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
  }

  /// What it says, what was measured, the verdict, the source.
  static func cells(_ outcome: ClaimOutcome) -> String {
    var out = "<td data-name=\"says\">\(HTML.escape(outcome.expected))</td>"
    out += "<td data-name=\"the record has\">\(HTML.escape(outcome.measured))\(small(others(outcome)))</td>"
    let declared =
      outcome.declaredAt.map { "declared \($0)" } ?? ""
    let unexpected = outcome.passes ? "" : "the author declares: \(outcome.declared.words)"
    out +=
      "<td data-name=\"verdict\">\(VerdictMark(outcome.verdict).badge)\(small([unexpected, declared].filter { !$0.isEmpty }.joined(separator: "; ")))</td>"
    return out + "<td data-name=\"from\">\(source(outcome))</td>"
  }

  private static func small(_ text: String) -> String { text.isEmpty ? "" : "<small>\(HTML.escape(text))</small>" }

  /// What other reporters have, and how many codings agree.
  private static func others(_ outcome: ClaimOutcome) -> String {
    var parts = outcome.alternatives.filter { $0.dimension == .reporter && $0.measured != outcome.measured }
      .map { "\($0.measured), \($0.label)" }
    let codings = outcome.alternatives.filter { $0.dimension == .coding && $0.holds != nil }
    if let share = outcome.multiverseShare, let size = outcome.multiverseSize {
      parts.append("holds in \(Int((share * Double(size)).rounded())) of \(size) codings")
      if size <= 4, !outcome.measured.contains(";") { parts += codings.map { "\($0.label): \($0.measured)" } }
    }
    return parts.joined(separator: "; ")
  }

  private static func source(_ outcome: ClaimOutcome) -> String {
    guard let request = outcome.request else { return "\u{2014}" }
    var names: [String] = []
    for source in outcome.sources {
      let name = source.version.isEmpty ? source.dataset : "\(source.dataset) \(source.version)"
      if !names.contains(name) { names.append(name) }
    }
    let starter = outcome.origin == .starter ? " (starter)" : ""
    let more = names.count > 2 ? " and \(names.count - 2) more" : ""
    var out = HTML.escape((names.isEmpty ? "no source" : names.prefix(2).joined(separator: ", ") + more) + starter)
    let rows = outcome.sources.map { $0.rows + ($0.rowCount.map { " [\($0) rows]" } ?? "") }
    let lines = ["\(request)"] + (outcome.method.map { [$0] } ?? []) + rows + outcome.notes
    out +=
      "<details class=\"sources\"><summary>how</summary><small>\(lines.map(HTML.escape).joined(separator: "<br>"))</small></details>"
    return out
  }

  /// One row a claim; empty where there is no value.
  var csv: String {
    var out = Self.header + "\n"
    for outcome in published.report.outcomes { out += Self.row(published.slug, outcome) + "\n" }
    return out
  }

  static let header =
    "insight,claim,label,text,measure,says,verdict,declared,value,low,high,level,n,unit,multiverse_share,measured,sources,origin"

  static func row(_ slug: String, _ outcome: ClaimOutcome) -> String {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let sources = outcome.sources.map { "\($0.dataset) \($0.version): \($0.rows)" }.joined(separator: "; ")
    return [
      slug, "\(outcome.number)", outcome.label ?? "", outcome.text, outcome.request?.description ?? "",
      outcome.expected,
      outcome.verdict.key, outcome.declared.key, number(outcome.value), number(outcome.low), number(outcome.high),
      number(outcome.level), outcome.n.map(String.init) ?? "", outcome.unit.rawValue, number(outcome.multiverseShare),
      outcome.measured, sources, outcome.origin?.rawValue ?? "",
    ].map(quoted).joined(separator: ",")
  }

  /// A field of CSV; one that a spreadsheet would run as a formula is set off by an apostrophe.
  static func quoted(_ field: String) -> String {
    let isNumber = Double(field) != nil
    let safe = !isNumber && "=+-@\t\r".contains(field.first ?? "x") ? "'" + field : field
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
