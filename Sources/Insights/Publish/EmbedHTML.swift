import Charts
import Evidence
import StateSystem

/// A figure or table of an insight, drawn from its findings.
struct EmbedHTML {
  let embed: Embed
  let number: Int
  let findings: [MeasureRequest: Finding]

  init(_ embed: Embed, number: Int, findings: [MeasureRequest: Finding]) {
    self.embed = embed
    self.number = number
    self.findings = findings
  }

  var html: String {
    switch embed.kind {
    case .figure: figure.html(prefix: "figure-\(number + 1)")
    case .table: embed.timeArgument == nil && embed.lines.count == 1 ? cases : grid
    }
  }

  private var all: [Finding] {
    embed.lines.flatMap { line in embed.requests(line).compactMap { findings[$0.request] } }
  }

  private var source: String {
    sourceLine(all.map(\.result), usesStarter: all.contains { $0.origin == .starter && $0.estimate != nil })
  }

  private var notes: [String] {
    var seen: [String] = []
    for note in all.flatMap(\.notes) where !seen.contains(note) { seen.append(note) }
    return Array(seen.prefix(3))
  }

  private var figure: Figure {
    let text = FigureText(title: embed.caption, subtitle: embed.summary, source: source, notes: notes)
    let series = embed.lines.map { line in
      Charts.Series(
        line.label.isEmpty ? embed.measure : line.label,
        embed.requests(line).map { time, request in
          Charts.Series.Observation(Double(year(time ?? 0)), reading(findings[request]))
        })
    }
    switch embed.unit {
    case .rank: return RankChart(text: text, series: series).figure
    case .share, .growth:
      return LineChart(
        text: text, series: series, format: .percent(), yTitle: words, yDomain: embed.unit == .share ? 0...1 : nil
      ).figure
    case .currentUSDMillion, .constantUSDMillion, .tivMillion:
      return LineChart(text: text, series: series, format: .compact, yTitle: words).figure
    default: return LineChart(text: text, series: series, yTitle: words).figure
    }
  }

  private var words: String {
    switch embed.unit {
    case .share: "share"
    case .growth: "growth"
    case .currentUSDMillion: "million current US dollars"
    case .constantUSDMillion: "million constant US dollars"
    case .tivMillion: "trend-indicator value, million"
    default: embed.unit.rawValue
    }
  }

  /// The year of a session or the year itself.
  private func year(_ time: Int) -> Int { embed.timeArgument == "sessions" ? time + 1945 : time }

  private func reading(_ finding: Finding?) -> Charts.Reading {
    guard let finding else { return .absent("not asked") }
    return Charts.Reading(finding.result)
  }

  /// The cases behind one figure.
  private var cases: String {
    guard let line = embed.lines.first, let request = embed.requests(line).first?.request,
      let finding = findings[request]
    else { return "" }
    var out = HTML()
    guard !finding.items.isEmpty else {
      grid(into: &out)
      return out.text
    }
    out.table(
      caption: embed.caption, columns: ["date", "case", "detail"],
      rows: finding.items.map { item in
        [HTML.Cell(Wording.date(item.date)), HTML.Cell(item.label), HTML.Cell(item.detail.spacedWords)]
      }, widths: [20, 45, 35])
    out.element("p", "Source: \(source)", "class=\"note\"")
    return out.text
  }

  private var grid: String {
    var out = HTML()
    grid(into: &out)
    return out.text
  }

  private func grid(into out: inout HTML) {
    let times = embed.times.isEmpty ? [nil] : embed.times.map { Optional($0) }
    let columns = [""] + times.map { $0.map { String(year($0)) } ?? "value" }
    let rows = embed.lines.map { line in
      [HTML.Cell(line.label.isEmpty ? embed.measure : line.label)]
        + embed.requests(line).map { _, request in
          guard let finding = findings[request], let estimate = finding.estimate else {
            return HTML.Cell.absent("not covered")
          }
          return HTML.Cell.number(
            Wording.value(estimate.value, finding.unit), small: Wording.interval(estimate.interval, finding.unit))
        }
    }
    out.table(caption: embed.caption, columns: columns, rows: rows)
    out.element("p", "Source: \(source)", "class=\"note\"")
  }
}

extension String {
  /// Words of a code: `resistJointly` becomes `resist jointly`.
  var spacedWords: String {
    var out = ""
    var previous: Character = " "
    for character in self {
      if character.isUppercase, previous.isLowercase {
        out += " " + character.lowercased()
      } else {
        out.append(character)
      }
      previous = character
    }
    return out
  }
}
