import Evidence
import Partnership
import StateSystem

extension LimitReport {
  /// The report as text for a terminal, and, being Markdown, for a page.
  public var text: String {
    let names = Names(question)
    var out = "# \(names.pair), against \(names.third), as of \(Wording.day(question.asOf))\n\n"
    out += (statement?.text ?? "No rung has evidence, so there is no limit to state.") + "\n\n"
    out += LimitTable.text(
      ["rung", "rate", "interval", "n", "read against", "status", "limit here", "holds", "exceeds"],
      ladder.rungs.map { row($0) })
    if let distribution {
      out +=
        "\n\(LimitWords.spread(distribution)) *Limit here*, *holds*, *exceeds*: shares of the draws in which the limit is at the rung, the rung holds by its rule, and the figure itself exceeds what it is read against.\n"
    }
    for rung in ladder.rungs where rung.rung < .economic {
      let finding = rung.coordination ?? rung.rate
      guard let place = finding.percentiles.first else { continue }
      let figure = rung.coordination == nil ? "agreement" : "coordination"
      out += "\nRung \(rung.rung.rawValue), \(figure): \(Wording.place(place)).\n"
    }
    for rung in ladder.rungs {
      for finding in rung.supporting where finding.request.measure == "votes.matchedAgreement" {
        guard let place = finding.percentiles.first else { continue }
        out +=
          "\nRung \(rung.rung.rawValue) among like dyads: \(Wording.place(place)). \(FindingRows.sentences(finding.notes))\n"
      }
    }
    if !movers.isEmpty {
      out += "\nWhat would move it:\n\n"
      out += movers.map { "- \(LimitWords.mover($0))\n" }.joined()
    }
    for rung in ladder.rungs where rung.rung >= .economic { out += cases(rung) }
    if let stakes {
      out +=
        PressureText(
          names: names, question: question, stakes: stakes, position: pressure, limit: limitPosition
        ).text
    }
    if let placebos { out += placeboText(placebos) }
    out +=
      "\n\(readings) rungs are read at the 95 % level; by chance alone \(Wording.fixed(expectedFalseReadings, 2)) of them would be read as holding. Rules declared \(thresholds.declaredAt), methodology \(methodology).\n"
    return out
  }

  private func row(_ rung: RungResult) -> [String] {
    let share = distribution?.rungs.first { $0.rung == rung.rung }
    return [
      "\(rung.rung.rawValue) \(rung.rung.name)",
      rung.rate.estimate.map { Wording.value($0.value, rung.rate.unit) } ?? "none",
      Wording.interval(rung.rate.estimate?.interval, rung.rate.unit),
      rung.rate.estimate?.n.map(Wording.grouped) ?? "",
      rung.comparison.map { Wording.value($0, rung.rate.unit) } ?? "", rung.statusWords,
      share.map { Wording.percent($0.isLimit) } ?? "", share.map { Wording.percent($0.holds) } ?? "",
      share.map { Wording.percent($0.exceeds) } ?? "",
    ]
  }

  /// The cases of a rung with their numbers, and the base rates.
  private func cases(_ rung: RungResult) -> String {
    let findings = [rung.rate] + rung.supporting
    guard findings.contains(where: { !$0.items.isEmpty || !$0.benchmarks.isEmpty }) else { return "" }
    var out = "\n## Rung \(rung.rung.rawValue), \(rung.rung.name)\n"
    for finding in findings where !finding.items.isEmpty || !finding.benchmarks.isEmpty {
      out += "\n\(finding.request)\n\n"
      if rung.rung != .economic { out += CaseCount(finding, question: question).text }
      out += finding.items.map { "- \($0.id) (\(Wording.date($0.date))) \($0.label): \($0.detail)\n" }.joined()
      if !finding.benchmarks.isEmpty {
        out += "\nBase rates:\n\n"
        out += finding.benchmarks.map {
          "- \($0.label): \(Wording.percent($0.value, decimals: 2)) of \(Wording.grouped($0.n)) chances\n"
        }.joined()
      }
    }
    return out
  }

  private func placeboText(_ placebos: Placebos) -> String {
    var out = "\n## Placebos\n\n"
    out += LimitTable.text(
      ["rung", "among other third powers", "among random dyads", "among random earlier days"],
      placebos.places.map { place in
        ["\(place.rung.rawValue) \(place.rung.name)"]
          + [place.thirds, place.dyads, place.days].map { percentile in
            percentile.map {
              "\(Wording.ordinal(Int(($0.value * 100).rounded()))) percentile (\(Wording.fixed($0.low * 100, 0))\u{2013}\(Wording.fixed($0.high * 100, 0))) of \($0.classSize)"
            } ?? "too few"
          }
      })
    return out
      + "\n\(placebos.randomDyads) random dyads, \(placebos.randomDays) random days of the fifty years before, seed \(placebos.seed).\n"
  }
}

/// A Markdown table.
enum LimitTable {
  static func text(_ columns: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return line(columns) + line(columns.map { _ in "---" }) + rows.map(line).joined()
  }
}

/// Counts of what the other did, in a sentence with the numbers of the cases.
struct CaseCount {
  let text: String

  init(_ finding: Finding, question: Question) {
    let noun = finding.request.measure == "wars.joined" ? "war" : "militarised dispute"
    let names = Names(question)
    func tagged(_ tag: String) -> [Finding.Item] { finding.items.filter { $0.tags.contains(tag) } }
    func numbers(_ items: [Finding.Item]) -> String {
      items.isEmpty ? "" : " (\(items.map(\.id).joined(separator: ", ")))"
    }
    let own = question.partners.map { partner in
      finding.items.filter { $0.tags.contains("with:\(partner)") && !$0.tags.contains("beside") }
    }
    let total = own[0].count + own[1].count
    guard total + tagged("beside").count > 0 else {
      text = ""
      return
    }
    func count(_ n: Int) -> String { n == 0 ? "none" : "\(n)" }
    var sentences =
      "\(names.a.leadingCapital) had \(count(own[0].count)) with \(names.third)\(numbers(own[0])), \(names.b) \(count(own[1].count))\(numbers(own[1])). "
    if total > 0 {
      sentences +=
        "Of these \(total) \(noun)\(total == 1 ? "" : "s") the other joined \(count(tagged("joined").count)) on the partner's side\(numbers(tagged("joined"))), \(count(tagged("joined-third").count)) on the side of \(names.third)\(numbers(tagged("joined-third"))), and stayed out of \(count(tagged("absent").count)). "
    }
    for (partner, name) in zip(question.partners, [names.a, names.b]) {
      let beside = tagged("beside").filter { $0.tags.contains("with:\(partner)") }
      if !beside.isEmpty {
        sentences +=
          "\(name.leadingCapital) stood on the side of \(names.third) in \(beside.count) other\(beside.count == 1 ? "" : "s")\(numbers(beside)). "
      }
    }
    text = sentences + "\n\n"
  }
}
