import Charts
import Evidence
import Partnership
import StateSystem
import Validation

/// What the study of the rung at which partnerships stop found, in tables.
public struct RungStudyText {
  let study: RungStudy

  public init(_ study: RungStudy) { self.study = study }

  /// The whole as Markdown.
  public var text: String { [frame, counts, verdict, scores, inSample].joined(separator: "\n") }

  private var years: String {
    guard let first = study.profileYears.first, let last = study.profileYears.last else { return "" }
    return "\(first), \(first + study.horizon), … \(last)"
  }

  var frame: String {
    """
    **Triads.** At the ends of \(years), for each of \(study.thirds.count) third powers (\(Wording.list(study.thirds.map { State.label($0) }))), \(study.perThird) pairs are drawn with a seed from those whose trade with each other and with the third power is recorded, half of them, as far as there are so many, with an obligation in force: \(Wording.grouped(study.drawn)) triads out of \(Wording.grouped(study.candidates)).
    **Outcome.** The limit by the ladder and the thresholds of every brief, over votes, sanctions, disputes and wars of the \(study.horizon) years after alone. \(Wording.grouped(study.told)) triads have a rung with evidence; in \(Wording.grouped(study.beyond)) of them every one holds, or only higher ones, so that the limit lies beyond. **Model.** The chance to stop at a rung among those that reach it (continuation-ratio logit, an intercept a rung). Pressure is the mean over the partners of the log of the trade share with the third power over that with the partner. Controls: alliances, S of alliance portfolios, agreement over the five years before, capabilities of both, contiguity of the two and to the third power, trade with either. **Test.** Rolling origin every \(study.horizon) years from \(RungStudy.firstOrigin); fitted to the windows that were over.

    """
  }

  var counts: String {
    LimitTable.text(
      ["rung", "triads with evidence", "reached it", "stopped there", "share"],
      study.counts.map { count in
        [
          "\(count.rung) \(Rung(rawValue: count.rung)?.name ?? "")", Wording.grouped(count.withEvidence),
          Wording.grouped(count.reached), Wording.grouped(count.stopped),
          count.reached > 0 ? Wording.percent(Double(count.stopped) / Double(count.reached)) : "none",
        ]
      })
  }

  /// Ranked probability skill beyond the controls under which a gain is called next to nothing.
  private static let leastGain = 0.01

  /// What was found, in sentences, for or against.
  var verdict: String {
    guard let result = study.result, let curve = study.curve else { return "Too few triads for a model.\n" }
    func score(_ name: String) -> Score? { result.scores.first { $0.model.name == name } }
    func ranked(_ name: String) -> RungStudy.Ranked? { study.ranked.first { $0.model == name } }
    let alone = "cross-pressure alone"
    let both = "controls and cross-pressure"
    var out = "**Found.** "
    if let own = score(alone), let base = score("base rate of the rung"), let rank = ranked(alone) {
      let gain = own.gains.first { $0.over == base.model.name }
      out +=
        "Cross-pressure alone \(Self.words(gain?.interval, better: "tells more than", same: "does not tell more than", worse: "tells less than")) the base rates of the rungs (AUC \(Wording.fixed(own.auc, 3)) against \(Wording.fixed(base.auc, 3)); ranked probability skill \(Wording.percent(rank.skill)), \(Self.ends(rank.skillInterval))). "
    }
    if let own = score(both), let rank = ranked(both) {
      let gain = own.gains.first { $0.over == "controls" }
      out +=
        "Added to the controls it \(Self.words(gain?.interval, better: "improves", same: "does not improve", worse: "worsens")) the AUC (\(Self.signed(gain?.value, 3))) and \(Self.words(rank.gainInterval, better: "improves", same: "does not improve", worse: "worsens")) the ranked probability skill (\(Self.points(rank.gain)) points, \(Self.ends(rank.gainInterval))). "
    }
    func slope(_ table: [LimitCurve.Coefficient], _ name: String = "pressure") -> String {
      table.first { $0.name == name }.map {
        "\(Wording.fixed($0.value, 3)) (error \(Wording.fixed($0.error, 3)), p \(Self.significance($0.significance)))"
      } ?? "not to be had"
    }
    out +=
      "In sample the slope at pressure 0 is \(slope(curve.alone)) alone and \(slope(curve.controlled)) with the controls, where above zero means that partnerships under more pressure stop lower; on the rungs of sanctions, disputes and wars it differs by \(slope(curve.byStakes, "pressure on rungs 4 to 6")). "
    if curve.hundredths.count == 101 {
      let ends = [10, 90].map {
        curve.point(at: curve.hundredths[$0], rungs: [.uncontested, .opposed, .flagged]).stops
      }
      out +=
        "How much that is: from the lowest tenth of the pressures (\(Wording.fixed(curve.hundredths[10], 1))) to the highest (\(Wording.fixed(curve.hundredths[90], 1))) the chance that the limit lies at rung 1 goes from \(Self.chance(ends[0][0])) to \(Self.chance(ends[1][0])), and at rung 3 or lower, with evidence on all three, from \(Self.chance(ends[0][2])) to \(Self.chance(ends[1][2]))."
    }
    if let gain = ranked(both)?.gain, gain < Self.leastGain {
      out +=
        " With less than one point of skill beyond what alliances, agreement, capabilities and contiguity tell, cross-pressure explains next to nothing of where the limit falls, whether or not its interval holds zero."
    }
    return out + "\n"
  }

  var scores: String {
    guard let result = study.result else { return "" }
    let references = ["base rate of the rung", "controls"]
    return LimitTable.text(
      [
        "model", "AUC", "95 %", "AUC over base rate", "AUC over controls", "Brier skill", "95 %",
        "ranked probability score", "skill", "95 %", "skill over controls, points",
      ],
      result.scores.map { score in
        let rank = study.ranked.first { $0.model == score.model.name }
        let gains = references.map { name in
          score.gains.first { $0.over == name }.map { "\(Self.signed($0.value, 3)) (\(Self.fixed($0.interval, 3)))" }
            ?? ""
        }
        return [
          score.model.name + (score.model.looksAhead ? "\u{202F}†" : ""), Wording.fixed(score.auc, 3),
          Self.fixed(score.aucInterval, 3), gains[0], gains[1], Wording.percent(score.skill),
          Self.ends(score.skillInterval), rank.map { Wording.fixed($0.score, 4) } ?? "",
          rank.map { Wording.percent($0.skill) } ?? "", rank.map { Self.ends($0.skillInterval) } ?? "",
          rank.flatMap { own in own.gain.map { "\(Self.points($0)) (\(Self.ends(own.gainInterval)))" } } ?? "",
        ]
      })
      + "\n\(Wording.grouped(result.tested)) rungs reached are predicted, at \(Wording.grouped(result.testedEvents)) of which the partnership stopped. AUC and Brier: of stopping at a rung that is reached; ranked probability: of where the limit lies among all rungs with evidence. Intervals over \(result.resamples) resamples of states. † looks ahead; *as known then*: from fits of no later sessions, as above.\n"
  }

  var inSample: String {
    guard let curve = study.curve else { return "" }
    func rows(_ table: [LimitCurve.Coefficient], _ model: String) -> [[String]] {
      table.map {
        [model, $0.name, Wording.fixed($0.value, 3), Wording.fixed($0.error, 3), Self.significance($0.significance)]
      }
    }
    let split = curve.byStakes.filter { $0.name.hasPrefix("pressure") }
    return
      "In sample, \(Wording.grouped(curve.rows)) rungs reached by \(Wording.grouped(curve.triads)) triads; errors are \(curve.method).\n\n"
      + LimitTable.text(
        ["model", "term", "coefficient", "error", "p"],
        rows(curve.alone, "alone") + rows(curve.controlled, "controlled") + rows(split, "controlled, by stakes"))
      + "\nTriads with evidence on the three rungs of votes, by fifths of the pressure:\n\n"
      + LimitTable.text(
        ["fifth", "pressure from", "to", "triads", "limit at rung 1", "at rung 3 or lower"],
        curve.fifths.enumerated().map { place, fifth in
          [
            "\(place + 1)", Wording.fixed(fifth.low, 2), Wording.fixed(fifth.high, 2), Wording.grouped(fifth.n),
            Wording.percent(Double(fifth.first) / Double(max(1, fifth.n))),
            Wording.percent(Double(fifth.third) / Double(max(1, fifth.n))),
          ]
        })
  }

  private static func chance(_ stop: LimitCurve.Stop) -> String {
    Wording.percent(stop.chance) + (stop.interval.map { " (\(ends($0)))" } ?? "")
  }

  private static func words(_ interval: Interval?, better: String, same: String, worse: String) -> String {
    interval.map { $0.low > 0 ? better : $0.high < 0 ? worse : same } ?? same
  }

  private static func significance(_ p: Double) -> String { p < 0.001 ? "below 0.001" : Wording.fixed(p, 3) }

  private static func signed(_ value: Double?, _ decimals: Int) -> String {
    value.map { ($0 > 0 ? "+" : "") + Wording.fixed($0, decimals) } ?? "none"
  }

  private static func points(_ value: Double?) -> String { signed(value.map { $0 * 100 }, 1) }

  private static func fixed(_ interval: Interval?, _ decimals: Int) -> String {
    interval.map { "\(Wording.fixed($0.low, decimals)) to \(Wording.fixed($0.high, decimals))" } ?? "none"
  }

  private static func ends(_ interval: Interval?) -> String {
    interval.map { "\(Wording.fixed($0.low * 100, 1)) to \(Wording.percent($0.high))" } ?? "none"
  }
}
