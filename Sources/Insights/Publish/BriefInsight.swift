import Evidence
import Partnership
import StateSystem
import Treaties

/// A brief as an insight to be edited: every figure is bound to the measure it comes from, so that the draft passes its own check.
public struct BriefInsight: Sendable {
  private let assessment: Assessment
  private let names: Names
  private let vocabulary: MeasureVocabulary
  private let date: Day
  private let brief: Brief

  /// - Parameters:
  ///   - date: the day of the draft.
  ///   - vocabulary: arguments that a measure leaves open are written out, so that the claim is about the figure of the brief and no other.
  public init(_ brief: Brief, date: Day, vocabulary: MeasureVocabulary) {
    self.brief = brief
    assessment = brief.assessment
    names = Names(brief.assessment.question)
    self.date = date
    self.vocabulary = vocabulary
  }

  private var question: Question { assessment.question }

  public var text: String {
    let states = [question.a, question.b, question.third]
    var out = "---\ntitle: \(Scaffold.quoted(brief.title))\n"
    out +=
      "summary: \(Scaffold.quoted("A draft made from the brief on \(names.pair), against \(names.third), as of \(Wording.day(question.asOf))."))\n"
    out += "authors:\n- {name: Author}\ndate: \(date)\ndeclared_at: \(date)\n"
    out += "countries: [\(states.map { RequestCode.text($0) }.joined(separator: ", "))]\n"
    out += "disclaimer: The views are the author's own.\n---\n\n"
    out += "This draft was made from a brief. Its claims pass; its sentences want an author.\n\n"
    out += limit + treaties + ladder
    for panel in assessment.panels where !panel.findings.isEmpty {
      out += "## \(panel.panel.rawValue.leadingCapital)\n\n\(BriefCurves(assessment, vocabulary).text(panel.panel))"
      out += "\(items(panel.findings))\n"
    }
    return out + tests
  }

  private var limit: String {
    guard let sentence = LimitWords(assessment, names: names).statement?.text else { return "" }
    return "## The limit\n\n\(Self.plain(sentence))\n\n"
  }

  /// Coded treaties between the partners with their dates and the duty to defend.
  private var treaties: String {
    let entries = assessment.casework.history.filter { $0.treaty.form.isBinding && $0.treaty.parties.count == 2 }
    guard !entries.isEmpty else { return "" }
    var out = "## Treaties between the two\n\n"
    for entry in entries {
      let treaty = entry.treaty
      let id = treaty.id.replacing("entente:", with: "")
      out += "- \(Self.plain(treaty.title))"
      if let day = treaty.signed.earliest, day == treaty.signed.latest {
        out += ", signed on [\(Wording.day(day))](claim:treaty.signed treaty=\(id))"
      }
      let defends = treaty.obligations.contains {
        $0.kind == .defense && ($0.readings.isEmpty || ($0.presence(by: "text") ?? .present) != .absent)
      }
      // Our own reading of the text, so that a draft does not depend on a coder.
      let codes = treaty.obligations.contains { obligation in obligation.readings.contains { $0.coder == "text" } }
      if codes, treaty.obligations.contains(where: { $0.presence(by: "text") != nil }) {
        out +=
          defends
          ? ", with [a duty to defend](claim:treaty.obligation treaty=\(id) kind=defense coder=text)"
          : ", with [no duty to defend](claim:treaty.obligation treaty=\(id) kind=defense coder=text holds=no)"
      }
      out += ".\n"
    }
    return out + "\n"
  }

  private var ladder: String {
    var out = "## The cost ladder\n\n"
    for rung in assessment.ladder.rungs where vocabulary.fault(rung.rate.request) == nil {
      out += "- **\(rung.rung.name.leadingCapital)**: \(rung.rung.meaning(third: names.third)): "
      out += bound(rung.rate)
      if let n = rung.rate.estimate?.n {
        out += " of [\(Wording.grouped(n))](claim:\(request(rung.rate)) read=n) chances"
      }
      out += "; \(rung.statusWords).\n"
    }
    return out + "\n"
  }

  private func items(_ findings: [NamedFinding]) -> String {
    findings.filter { vocabulary.fault($0.finding.request) == nil }
      .map { "- \(Self.plain($0.label)): \(bound($0.finding)).\n" }.joined()
  }

  private var tests: String {
    let casework = assessment.casework
    guard let id = casework.caseID, !casework.tests.isEmpty else { return "" }
    var out = "## Put to the test\n\n"
    for test in casework.tests {
      let day = test.date.earliest.flatMap { $0 == test.date.latest ? $0 : nil }
      let when = day.map { "On [\(Wording.day($0))](claim:case.date case=\(id) item=\(test.id)): " } ?? ""
      out += "- \(when)\(Self.plain(test.act))."
      for response in test.responses {
        let name = names.name(response.state, in: question)
        out +=
          " \(Self.plain(name.leadingCapital)) [\(response.conduct.words)](claim:case.response case=\(id) test=\(test.id) of=\(RequestCode.text(response.state)) conduct=\(response.conduct.rawValue))."
      }
      out += "\n"
    }
    return out + "\n"
  }

  /// A value bound to its measure, or the reason why there is none bound to a claim that there is none.
  private func bound(_ finding: Finding) -> String {
    let request = request(finding)
    guard let value = finding.value else {
      let expectation = finding.unit == .flag ? "" : " at-least=0"
      return "[not covered](claim:\(request)\(expectation) verdict=no-data)"
    }
    let text = Wording.value(value, finding.unit)
    if finding.unit == .flag { return "[\(text)](claim:\(request) holds=\(value == 0 ? "no" : "yes"))" }
    return "[\(text)](claim:\(request))"
  }

  /// The request with every open argument written out.
  private func request(_ finding: Finding) -> String {
    guard let signature = vocabulary[finding.request.measure] else { return finding.request.description }
    var arguments = finding.request.arguments
    for argument in signature.arguments where arguments[argument.name] == nil {
      if let value = argument.defaultValue, !value.isEmpty { arguments[argument.name] = value }
    }
    return MeasureRequest(finding.request.measure, arguments).description + " reporter=record"
  }

  /// Text in which nothing is a mark of Markdown.
  static func plain(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#!|~".contains(character) { out += "\\" }
      out.append(character == "\n" ? " " : character)
    }
    return out
  }
}
