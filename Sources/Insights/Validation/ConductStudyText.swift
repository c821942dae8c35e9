import Evidence
import Validation

/// What the study of conduct found, in tables.
public struct ConductStudyText {
  let study: ConductStudy

  public init(_ study: ConductStudy) { self.study = study }

  /// The whole as Markdown.
  public var text: String {
    study.results.filter { $0.lag <= 1 }.map(section).joined(separator: "\n") + "\n" + horizons
  }

  /// One question with every model.
  func section(_ result: StudyResult) -> String {
    var out = "### \(result.question)\n\n\(frame(result))\n\n"
    let gains = result.scores.flatMap(\.gains).map(\.over)
    let references = gains.enumerated().filter { gains.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    out += LimitTable.text(
      ["model", "AUC", "95 %", "skill over base rate", "95 %", "calibration slope"]
        + references.map { "AUC gained over: \($0)" },
      result.scores.map { row($0, references) })
    return out + "\n" + calibration(result)
  }

  private func frame(_ result: StudyResult) -> String {
    let when = result.lag == 0 ? "Profile at the end of a year" : "Profile one year before"
    return
      "\(when). \(Wording.grouped(result.occasions)) occasions, on \(Wording.grouped(result.events)) of which it happened (\(Wording.percent(Double(result.events) / Double(max(1, result.occasions)), decimals: 2))); \(Wording.grouped(result.tested)) are predicted from the origins \(result.origins.map(String.init).joined(separator: ", ")), with \(Wording.grouped(result.testedEvents)) events."
  }

  private func row(_ score: Score, _ references: [String]) -> [String] {
    [
      score.model.name + (score.model.looksAhead ? "\u{202F}†" : ""), Wording.fixed(score.auc, 3),
      Self.ends(score.aucInterval, 3), Wording.percent(score.skill), Self.ends(score.skillInterval, 1, per: 100),
      score.model.name == study.results.first?.scores.first?.model.name
        ? "" : score.slope.map { Wording.fixed($0, 2) } ?? "",
    ]
      + references.map { name in
        score.gains.first { $0.over == name }.map { gain in
          "\(gain.value > 0 ? "+" : "")\(Wording.fixed(gain.value, 3)) (\(Self.ends(gain.interval, 3)))"
        } ?? ""
      }
  }

  private static func ends(_ interval: Interval?, _ decimals: Int, per scale: Double = 1) -> String {
    interval.map { "\(Wording.fixed($0.low * scale, decimals)) to \(Wording.fixed($0.high * scale, decimals))" }
      ?? "none"
  }

  private func calibration(_ result: StudyResult) -> String {
    guard !result.calibration.isEmpty else { return "" }
    return "Calibration of the profile without what looks ahead, tenths of the occasions by what was predicted:\n\n"
      + LimitTable.text(
        ["tenth", "occasions", "events", "predicted", "observed", "95 %"],
        result.calibration.enumerated().map { bin, one in
          [
            "\(bin + 1)", Wording.grouped(one.n), "\(one.events)", Wording.percent(one.predicted, decimals: 3),
            Wording.percent(one.observed, decimals: 3),
            one.interval.map { "\(Wording.fixed($0.low * 100, 3)) to \(Wording.fixed($0.high * 100, 3))" } ?? "none",
          ]
        })
  }

  /// How the models do one to five years ahead.
  public var horizons: String {
    var out = "### One to five years ahead\n\nArea under the curve by the years between the profile and the conduct.\n"
    for id in ["joining", "voting"] {
      let results = study.results.filter { $0.id == id }
      guard results.count > 1, let first = results.first else { continue }
      out += "\n\(first.question)\n\n"
      out += LimitTable.text(
        ["model"] + results.map { "\($0.lag)" },
        first.scores.map { score in
          [score.model.name]
            + results.map { result in
              result.scores.first { $0.model.name == score.model.name }.map { Wording.fixed($0.auc, 3) } ?? ""
            }
        })
    }
    return out
  }
}
