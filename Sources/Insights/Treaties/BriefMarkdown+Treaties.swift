import Evidence
import Treaties

extension BriefMarkdown {
  /// The chapter on the pair's treaties.
  var treaties: String {
    guard let chapter = brief.treaties else { return "" }
    var out = ""
    if let difference = chapter.difference {
      out += "## What became of each promise\n\n"
      out += table(
        ["item", "change", difference.before, difference.after],
        difference.present.map { line in
          [
            line.item, [line.change.words, line.note].filter { !$0.isEmpty }.joined(separator: ": "),
            line.before.map(\.words).joined(separator: "; "), line.after.map(\.words).joined(separator: "; "),
          ]
        })
      for warning in difference.warnings { out += "- \(escape(warning))\n" }
      out += difference.warnings.isEmpty ? "" : "\n"
    }
    if !chapter.compared.isEmpty {
      out += "## On paper and in fact, and how deep\n\n"
      out += table(
        ["treaty", "standing", "depth", "scope"],
        chapter.compared.map { entry in
          [
            "\(entry.title) (\(entry.id))",
            ([entry.status.sentence] + [entry.conductWords(on: brief.assessment.question.asOf)].compactMap { $0 })
              .joined(separator: "; "), words(entry.depth, entry.depthPlace),
            words(entry.scope, entry.scopePlace),
          ]
        })
    }
    if !chapter.worth.isEmpty {
      out += "## What such pledges were worth\n\n"
      out += table(
        ["pledge in force", "held in", "such alliances honoured"],
        chapter.worth.map { worth in
          let rate: String
          switch worth.rate?.result {
          case .covered(let estimate)?:
            rate =
              "\(Wording.percent(estimate.value)) (\(Wording.interval(estimate.interval, .share)); \(estimate.n ?? 0) calls)"
          case .notCovered(let reason)?, .suppressed(let reason)?: rate = reason.detail
          case nil: rate = "the calls on alliances are not installed"
          }
          return [worth.kind.words, worth.treaties.joined(separator: ", "), rate]
        })
    }
    out += "## How long such treaties last\n\n"
    switch chapter.forecast {
    case .covered(let forecast):
      out += self.forecast(forecast)
      if let hindsight = forecast.hindsight(on: brief.assessment.question.asOf) { out += escape(hindsight) + "\n\n" }
    case .notCovered(let reason), .suppressed(let reason): out += "Not covered: \(escape(reason.detail)).\n\n"
    }
    return out
  }

  private func words(_ score: Covered<Estimate>, _ place: Percentile?) -> String {
    switch score {
    case .covered(let estimate):
      let ends = estimate.interval.map { " (\(Wording.fixed($0.low, 2)) to \(Wording.fixed($0.high, 2)))" } ?? ""
      return Wording.fixed(estimate.value, 2) + ends + (place.map { "; \(Wording.place($0))" } ?? "")
    case .notCovered(let reason), .suppressed(let reason): return reason.detail
    }
  }

  private func forecast(_ forecast: DurabilityForecast) -> String {
    table(
      ["years after \(forecast.from)", "in force"] + DurabilityRows.causes.map(\.words) + ["extrapolates"],
      forecast.points.filter { [1, 2, 3, 5, 10, 15, 20].contains($0.years) }.map { point in
        let shares = zip(point.shares, point.intervals).map { share, interval in
          Wording.percent(share) + (interval.map { " (\(Wording.interval($0, .share)))" } ?? "")
        }
        return [
          String(point.years),
          Wording.percent(point.surviving)
            + (point.survivingInterval.map { " (\(Wording.interval($0, .share)))" } ?? ""),
        ] + shares + [point.extrapolates ? "yes" : "no"]
      })
  }
}
