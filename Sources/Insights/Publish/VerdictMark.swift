import Partnership

/// How a verdict is shown: a symbol, a class for colour, and words, so that no reader depends on colour.
struct VerdictMark {
  let verdict: Verdict

  init(_ verdict: Verdict) { self.verdict = verdict }

  var name: String { "v-\(verdict.key)" }

  var symbol: String {
    switch verdict {
    case .supported: "\u{2713}"
    case .contradicted: "\u{2717}"
    case .reporterDependent: "\u{25D0}"
    case .codingDependent: "\u{25D1}"
    case .noPublicCoding: "\u{2205}"
    case .noData: "?"
    }
  }

  /// For screen readers; a supported claim needs no interruption.
  var spoken: String {
    verdict == .supported ? "" : "<span class=\"vh\"> (\(verdict.words))</span>"
  }

  /// The verdict as a badge in a table.
  var badge: String {
    "<span class=\"badge \(name)\"><span aria-hidden=\"true\">\(symbol)\u{A0}</span>\(verdict.words)</span>"
  }

  static let all = Verdict.allCases.map { VerdictMark($0) }
}
