import Evidence
import Partnership
import StateSystem
import Treaties

/// The known cases as a table of hits and misses, for a terminal and for a page.
public struct CaseTableText {
  private let table: CaseTable

  public init(_ table: CaseTable) { self.table = table }

  /// The whole as Markdown.
  public var text: String {
    counts + "\n" + rows + "\n" + Self.legend + "\n" + rote + "\n" + comparisons
  }

  /// Hits, misses and undecided cases in sentences.
  public var counts: String {
    let (hits, misses, open) = (table.count(.hit), table.count(.miss), table.count(.undecided))
    let decided = hits + misses
    let interval = Interval.wilson(mean: decided > 0 ? Double(hits) / Double(decided) : 0, n: decided)
    var out =
      "Of \(table.rows.count) known cases the ladder decides \(decided): \(hits) hits and \(misses) misses (\(decided > 0 ? Wording.percent(Double(hits) / Double(decided), decimals: 0) : "none") hits"
    if let interval {
      out += ", 95 % interval \(Wording.fixed(interval.low * 100, 0)) to \(Wording.percent(interval.high, decimals: 0))"
    }
    out +=
      "); \(open) are not decided. In \(table.hitsAtTheStep) of the hits there is evidence at the step that history names or above it. A status needs \(table.fewestCases) case\(table.fewestCases == 1 ? "" : "s") of sanctions, disputes or wars.\n"
    let admitted = table.rows.compactMap(\.shareAdmitted)
    if !admitted.isEmpty {
      out +=
        "On the mean over the \(admitted.count) cases with evidence, \(Wording.percent(admitted.reduce(0, +) / Double(admitted.count), decimals: 0)) of the draws of the limit lie where history allows it.\n"
      let modes = table.rows.compactMap { $0.distribution?.mode }
      out +=
        "The most frequent place of the draws is the limit found in \(modes.count(where: \.isStated)) of these \(modes.count).\n"
    }
    return out
  }

  /// A row a case.
  public var rows: String {
    LimitTable.text(
      [
        "case", "partners, third power", "years", "history", "limit found", "draws allowed", "rungs", "verdict",
        "reason",
      ],
      table.rows.map { row in
        [
          "`\(row.id)`", names(row), "\(row.firstYear)\u{2013}\(row.lastYear)", Self.words(row.expected),
          Self.found(row.outcome, row.limit),
          row.shareAdmitted.map { Wording.percent($0, decimals: 0) } ?? "",
          row.steps.map(Self.mark).joined(separator: " "),
          row.verdict.rawValue, row.reason,
        ]
      })
  }

  static let legend = """
    Rungs: 1 uncontested, 2 opposed, 3 flagged, 4 economic, 5 coerced, 6 war; + holds, = no better than the comparison class, − below it, ? too few cases (held/cases), · no data or no occasion.

    """

  /// What rules that know nothing of a case would hit.
  public var rote: String {
    let hits = table.count(.hit)
    let decided = hits + table.count(.miss)
    var out = LimitTable.text(
      ["rule", "hits among the \(decided) decided", "hits among all \(table.rows.count)"],
      [["the ladder", "\(hits)", "\(hits) (undecided count as no hit)"]]
        + table.naive.map { rule in
          [
            rule.limit.map { "the limit is always at \($0.rawValue) \($0.name)" } ?? "they always hold",
            "\(rule.hitsAmongDecided)", "\(rule.hitsAmongAll)",
          ]
        } + [
          ["the limits found, dealt at random among the cases", Wording.fixed(table.shuffledHits, 1), ""]
        ])
    let best = table.naive.map(\.hitsAmongDecided).max() ?? 0
    out +=
      "\nOf \(Wording.grouped(table.shuffles)) random deals \(Wording.percent(table.shuffledShare)) have at least \(hits) hits. "
    out +=
      best > hits
      ? "The best fixed rule hits more than the ladder (\(best)), so the count of hits by itself speaks for nothing.\n"
      : best == hits
        ? "The best fixed rule hits as many (\(best)), so the count of hits by itself speaks for nothing.\n"
        : "The best fixed rule hits \(best).\n"
    let a = table.agreement
    out +=
      "\nRung by rung, where history says whether they held and the ladder has evidence (\(a.n) rungs): \(a.right) agree. Of \(a.heldAndHolds + a.heldAndFails) at which history has them hold, \(a.heldAndHolds) hold; of \(a.partedAndHolds + a.partedAndFails) at which it has them part, \(a.partedAndFails) fail. Always saying the commoner of the two would be right on \(a.rightByRote)."
    if let balanced = a.balanced {
      out += " The mean of the two shares is \(Wording.percent(balanced, decimals: 0)); one half is chance."
    }
    return out + "\n"
  }

  /// The declared comparisons.
  public var comparisons: String {
    func count(_ result: CaseComparison.Result) -> Int { table.comparisons.count { $0.result == result } }
    return
      "Of \(table.comparisons.count) declared comparisons \(count(.asExpected)) come out as history has them, \(count(.reversed)) the other way round and \(count(.tied)) tied; \(count(.undecided)) are not decided.\n\n"
      + LimitTable.text(
        ["held better", "than", "compared at", "found", "result"],
        table.comparisons.map { one in
          [
            "`\(one.stronger)`", "`\(one.weaker)`", one.rung?.name ?? "the limit", one.figures,
            one.result == .asExpected ? "as expected" : one.result.rawValue,
          ]
        })
  }

  private func names(_ row: CaseReading) -> String {
    func name(_ state: StateID) -> String { State.sentenceName(state, on: Day(row.firstYear, 7, 1) ?? row.asOf) }
    return "\(name(row.partners[0]).leadingCapital) and \(name(row.partners[1])), \(name(row.third))"
  }

  static func words(_ expected: KnownCase.Expectation) -> String {
    switch expected.outcome {
    case .held: "held to \(expected.holdsTo?.rawValue ?? "")"
    case .parted: "parted at \(expected.failsAt?.rawValue ?? "")"
    case .mixed: "held to \(expected.holdsTo?.rawValue ?? ""), parted at \(expected.failsAt?.rawValue ?? "")"
    }
  }

  static func found(_ outcome: Limit.Outcome, _ rung: Rung?) -> String {
    switch outcome {
    case .at: "at \(rung?.name ?? "")"
    case .above: "above \(rung?.name ?? "")"
    case .contradicted: "unordered"
    case .unknown: "none"
    }
  }

  static func mark(_ step: CaseReading.Step) -> String {
    let cases =
      step.rung >= .economic
      ? step.rate.flatMap { rate in step.n.map { "(\(Int((rate * Double($0)).rounded()))/\($0))" } } ?? "" : ""
    let sign =
      switch step.status {
      case .holds: "+"
      case .indistinct: "="
      case .below: "\u{2212}"
      case .undecided: "?"
      case .noData: "\u{00B7}"
      }
    return "\(step.rung.rawValue)\(sign)\(cases)"
  }
}
