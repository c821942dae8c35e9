import Charts
import Evidence
import Partnership
import Validation

/// `docs/validation.md` and its figures: the known cases, the study of conduct and the curve of cross-pressure in one document.
///
/// Equal input gives equal bytes. What is found against us is printed where it is found.
public struct ValidationReport {
  private let cases: CaseTable
  /// With one case enough for a rung.
  private let casesByOne: CaseTable
  private let study: ConductStudy
  private let curve: PressureCurve?
  private let rungs: RungStudy
  private let vintages: [Vintage]

  public init(
    cases: CaseTable, casesByOne: CaseTable, study: ConductStudy, curve: PressureCurve?, rungs: RungStudy,
    vintages: [Vintage]
  ) {
    self.rungs = rungs
    self.cases = cases
    self.casesByOne = casesByOne
    self.study = study
    self.curve = curve
    self.vintages = vintages
  }

  /// The files by name, the document first; figures stand in `validation/`.
  public var files: [(name: String, text: String)] {
    [("validation.md", text)]
      + figures.map { ("validation/\($0.name).svg", $0.figure.svg(prefix: $0.name, form: .file)) }
  }

  private var text: String {
    [Self.opening, caseSection, conductSection, pressureSection, rungSection, closing].joined(separator: "\n")
  }

  private static let opening = """
    # Validation: what the limit and the profile are worth

    Written by `entente validate report --into docs` from the installed datasets; the same datasets give the same bytes. Rules, samples, models and origins were declared on 2026-11-27; what was
    changed after a first look is said where it was. Negative results stand beside the others.

    """

  private var caseSection: String {
    let text = CaseTableText(cases)
    return """
      ## Known cases

      What history says of each case was declared before any limit was computed ([cases](methods/cases.md)). Each case is asked over the calendar years its period touches, as of
      31 December of the last; the thresholds are those of every brief. A limit is a hit where `KnownCase.Expectation.admits(limit:)` allows it. A ladder that does not order the pair is a miss. Where every rung with
      evidence holds, a pair that history has parted is a miss only if a rung as high as the parting has evidence; else the case is not decided.

      \(text.counts)
      \(text.rows)
      \(CaseTableText.legend)
      The record has its own view of some cases. Correlates of War counts the Second World War as one war, so Japan stands beside Germany against the Soviet Union without having fought it, and a state that
      changed sides counts on its last side. China has no votes before 1971, when the seat changed. Most wars and many crises are one or two cases, and three are asked for.

      ### What a rule that knows nothing would hit

      \(text.rote)
      ### The same with one case enough

      \(CaseTableText(casesByOne).counts)
      \(CaseTableText(casesByOne).rote)
      ### Comparisons

      \(text.comparisons)
      """
  }

  private var conductSection: String {
    let words = ConductStudyText(study)
    return """
      ## Does the profile foretell conduct?

      **Occasions.** *Joining*: a militarised dispute that one state began with one other (\(Wording.grouped(study.disputes)) from 1876 on; \(study.disputesLeftOut) that began with several states on a side are left out, because there the joining had happened). Either of the two is the partner and the other the third power, and every further member of the
      system could join: that is one occasion each. *Voting*: roll calls of the General Assembly from 1951 on against which one of the five permanent members voted (\(Wording.grouped(study.rollCalls))), and on each 24 pairs drawn at random with a seed. *Treaties*: bilateral treaties of ATOP in force at the end of a year (\(Wording.grouped(study.treaties)) treaties); the third power is the major power with which the two traded most.

      **Profile.** At the end of year t, from rows of t and earlier: pledges of the five kinds, S of alliance portfolios, agreement over five years on roll calls the third power opposed and did not (drawn towards the agreement on all with the weight of ten), disputes joined and stayed out of and
      disputes side by side and against each other over fifteen years, cross-pressure on both; and the coordination percentile and the distance of ideal points. Those two (†) come from a fit of all sessions and look ahead; the profile is printed with and without them, and a rival that looks
      ahead has an advantage it should not have. \(asKnown) A quantity that is not covered takes the mean of the fitted rows and has an indicator.

      **Test.** Each model is a logit fitted to what was known at an origin, and predicts the years to the next. The area under the curve (AUC) compares occasions of one window. Skill is 1 − Brier / Brier of the base rate. Intervals: 95 % over \(study.results.first?.resamples ?? 0) resamples of states,
      a pair weighing as often as both its members were drawn; models are not fitted again. Gains are on the same resamples.

      **After a first look.** In a first run the fit at the origin of 1950, with five years of votes, had three indicators of missing votes that hardly differed; their coefficients grew against each other and gave the profile a Brier score sixteen times that of the base rate. Since then one indicator stands for all that comes from votes, and a quantity
      is left out of a fit in which fewer than ten disputes (roll calls, treaties) with an event have it covered. The areas hardly moved.

      ### In short

      \(verdicts)
      ![Area under the curve of every model](validation/auc.svg)

      \(words.text)
      ![Calibration of the profile](validation/calibration.svg)

      """
  }

  /// What stands in the tables for positions that do not look ahead.
  private var asKnown: String {
    guard let first = study.filteredYears.first, let last = study.filteredYears.last else {
      return "Fits that end at an origin, so that nothing looks ahead, were not made (`entente validate filtered`)."
    }
    return
      "*As known then*: the same two from fits of the sessions up to \(first), \(first + 5), … \(last) alone (`entente validate filtered`, every five years, because a fit for every year would be dear); each year takes the last fit that was there, the distance in its last session and the coordination over its last five years, so that what is known is at most four years old and never younger than the profile."
  }

  /// For each question whether the profile does better than each rival.
  private var verdicts: String {
    var out = ""
    for result in study.results where result.lag <= 1 {
      guard let own = result.scores.first(where: { $0.model.name == "the profile" }),
        let blind = result.scores.first(where: { $0.model.name == "the profile without what looks ahead" })
      else { continue }
      out +=
        "- \(result.question) Profile \(Wording.fixed(own.auc, 3)), without what looks ahead \(Wording.fixed(blind.auc, 3))."
      for gain in blind.gains {
        let words =
          gain.interval.map { $0.low > 0 ? "better than" : $0.high < 0 ? "worse than" : "not to be told from" }
          ?? "not to be told from"
        out +=
          " Without what looks ahead it is \(words) \(gain.over) (\(gain.value > 0 ? "+" : "")\(Wording.fixed(gain.value, 3)))."
      }
      if let then = result.scores.first(where: { $0.model.name == "the profile as known then" }) {
        out += " With positions and coordination as known then \(Wording.fixed(then.auc, 3))"
        if let gain = then.gains.first {
          out +=
            " (\(gain.value > 0 ? "+" : "")\(Wording.fixed(gain.value, 3)) over \(gain.over)\(gain.interval.map { ", \(Wording.fixed($0.low, 3)) to \(Wording.fixed($0.high, 3))" } ?? ""))"
        }
        out += "."
      }
      out +=
        " Skill over the base rate \(Wording.percent(blind.skill))\(blind.skillInterval.map { $0.low > 0 } ?? false ? "" : ", not to be told from none").\n"
    }
    return out
  }

  private var pressureSection: String {
    guard let curve else { return "## Cross-pressure\n\nToo few occasions for a curve.\n" }
    func rows(_ coefficients: [PressureCurve.Coefficient], _ model: String) -> [[String]] {
      coefficients.map {
        [model, $0.name, Wording.fixed($0.value, 3), Wording.fixed($0.error, 3), Self.significance($0.significance)]
      }
    }
    return """
      ## Does cross-pressure explain?

      The same occasions of joining, one year ahead, where trade with both is recorded (\(Wording.grouped(curve.occasions)) occasions of \(curve.firstYear)\u{2013}\(curve.lastYear), \(curve.joined) joined, \(Wording.percent(curve.baseRate, decimals: 3)); \(Wording.grouped(curve.leftOut)) are left out, because trade is not recorded or the state trades with neither, so that nothing presses on it). Pressure is the natural logarithm of a state's trade share with
      the third power over that with the partner, a ten-thousandth added to both. Errors are \(curve.method). In the second model the partner's own pressure, obligation, capabilities and trade with either are held fixed.

      \(LimitTable.text(["model", "term", "coefficient", "error", "p"], rows(curve.alone, "alone") + rows(curve.controlled, "controlled")))
      \(LimitTable.text(["tenth", "pressure from", "to", "occasions", "joined", "rate", "95 %"], curve.tenths.enumerated().map { place, tenth in
        ["\(place + 1)", Wording.fixed(tenth.low, 2), Wording.fixed(tenth.high, 2), Wording.grouped(tenth.n), "\(tenth.joined)", Wording.percent(Double(tenth.joined) / Double(max(1, tenth.n)), decimals: 3), tenth.interval.map { "\(Wording.fixed($0.low * 100, 3)) to \(Wording.fixed($0.high * 100, 3))" } ?? ""]
      }))
      ![Joining by cross-pressure](validation/pressure.svg)

      Out of sample stand "cross-pressure alone" and "the profile without cross-pressure" in the tables above: \(pressureOutOfSample). `entente limit A B --third H` prints where the partners stand on the curve. In a first look states that trade with neither had been counted at pressure 0, where they made a dip; they were then left out.

      """
  }

  private var rungSection: String {
    """
    ## Does cross-pressure tell where the limit falls?

    \(RungStudyText(rungs).text)
    \(rungs.curve == nil ? "" : "![Where partnerships stop, by cross-pressure](validation/rungs.svg)")

    `entente validate rungs` prints this by itself, and `entente limit A B --third H` places a partnership on the curve. An advantage of a model is real only as far as its interval says, and small where the numbers are small. Most limits lie on the rungs of votes, where there is evidence;
    few partnerships have three sanction cases or disputes in five years, so that of the upper rungs little is learnt here. After a first look, with half as many pairs, the sentence that calls a gain of less than one point next to nothing was added; nothing else was changed.

    """
  }

  private static func significance(_ p: Double) -> String { p < 0.001 ? "below 0.001" : Wording.fixed(p, 3) }

  private var pressureOutOfSample: String {
    study.results.filter { $0.lag <= 1 }.compactMap { result -> String? in
      guard let alone = result.scores.first(where: { $0.model.name == "cross-pressure alone" }),
        let with = result.scores.first(where: { $0.model.name == "the profile" }),
        let without = result.scores.first(where: { $0.model.name == "the profile without cross-pressure" })
      else { return nil }
      return
        "\(result.id): alone \(Wording.fixed(alone.auc, 3)), in the profile \(with.auc >= without.auc ? "+" : "")\(Wording.fixed(with.auc - without.auc, 3))"
    }.joined(separator: "; ")
  }

  private var closing: String {
    let all = study.results + [rungs.result].compactMap { $0 }
    let gains = all.flatMap(\.scores).flatMap(\.gains)
    let away = gains.count { gain in gain.interval.map { $0.low > 0 || $0.high < 0 } ?? false }
    let control = study.results.compactMap { result -> Bool? in
      result.scores.first { $0.model.name.hasPrefix("negative control") }?.aucInterval.map { $0.contains(0.5) }
    }
    return """
      ## How many readings

      \(gains.count) differences of areas are printed or stored at the 95 % level; \(away) lie away from zero. If none were real, \(Wording.fixed(Double(gains.count) * 0.05, 1)) would by chance; the differences share data, so this is a guide and no test. A negative control, a number made from the states' codes, has an interval that holds one half in \(control.count { $0 }) of \(control.count) questions.

      ## What this does not show

      Models are logits on a list of quantities; another form may do better or worse. Intervals do not include the uncertainty of the fits. States enter disputes for reasons no dataset holds. The cases were chosen by one coder. Nothing here is an effect: who trades, votes and allies with whom is not dealt at random.

      Data: \(vintages.map { "\($0.dataset) \($0.version)" }.joined(separator: ", ")). Seed \(study.seed), declared \(study.declaredAt).

      """
  }

  private var figures: [(name: String, figure: Figure)] {
    [("auc", areas), ("calibration", calibration)] + (curve.map { [("pressure", PressureFigure.curve($0))] } ?? [])
      + (rungs.curve.map { [("rungs", LimitCurveFigure.curve($0))] } ?? [])
  }

  /// The areas of all models, question by question.
  private var areas: Figure {
    let rows = study.results.filter { $0.lag <= 1 }.flatMap { result in
      result.scores.dropFirst().map { score in
        IntervalChart.Row(
          score.model.name + (score.model.looksAhead ? " †" : ""), group: result.question,
          reading: .value(score.auc, low: score.aucInterval?.low, high: score.aucInterval?.high),
          isHighlighted: score.model.isProfile)
      }
    }
    return IntervalChart(
      text: FigureText(
        title: "Which model foretells conduct",
        subtitle:
          "Area under the curve out of sample, 95 % intervals over resampled states; the profile and its parts are highlighted",
        source: vintages.map(\.dataset).joined(separator: ", "),
        notes: ["† looks ahead: ideal points are smoothed over all sessions."]),
      rows: rows, reference: IntervalChart.Reference(0.5, "chance"), xTitle: "area under the curve"
    ).figure
  }

  /// Predicted and observed rates by tenths of the prediction, a small panel a question.
  private var calibration: Figure {
    let panels = study.results.filter { $0.lag <= 1 && !$0.calibration.isEmpty }.map { result in
      SmallMultiples.Panel(
        result.question,
        series: [
          Series(
            "predicted",
            result.calibration.enumerated().map {
              Series.Observation(Double($0.offset + 1), .value($0.element.predicted))
            }),
          Series(
            "observed",
            result.calibration.enumerated().map { bin, one in
              Series.Observation(
                Double(bin + 1), .value(one.observed, low: one.interval?.low, high: one.interval?.high))
            }),
        ], format: .percent(decimals: 1))
    }
    return SmallMultiples(
      text: FigureText(
        title: "Calibration of the profile without what looks ahead",
        subtitle:
          "Predicted and observed rates by tenths of the occasions, from the least to the most likely; 95 % intervals over resampled states",
        source: vintages.map(\.dataset).joined(separator: ", ")),
      panels: panels
    ).figure
  }
}
