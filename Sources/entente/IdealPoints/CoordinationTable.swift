import Charts
import Evidence
import Foundation
import Insights
import Measures
import StateSystem

/// The coordination of a pair over several sets of roll calls, in one and two dimensions.
struct CoordinationTable {
  struct Question {
    let a: State
    let b: State
    let third: State?
    let years: ClosedRange<Int>
    let by: CoordinationCommand.Division?

    init(_ a: State, _ b: State, third: State?, years: ClosedRange<Int>, by: CoordinationCommand.Division?) {
      self.a = a
      self.b = b
      self.third = third
      self.years = years
      self.by = by ?? (third == nil ? nil : .stakes)
    }

    var title: String {
      let day = Day(years.upperBound, 12, 31) ?? Day(number: 0)
      let pair = "\(a.name(on: day)) and \(b.name(on: day))"
      return "Coordination of \(pair), \(years.lowerBound)-\(years.upperBound)"
        + (third.map { ", third power \($0.name(on: day))" } ?? "")
    }
  }

  struct Row {
    let label: String
    let plain: Finding
    let plane: Finding
    /// Rank of the third power among placebos, where the set depends on it.
    let rank: Finding?
    /// Rank of the span among the pair's other spans of the same length.
    let dates: Finding?
  }

  let question: Question
  let rows: [Row]

  init(_ question: Question, _ evaluator: RecordEvaluator) throws {
    self.question = question
    rows = Self.sets(question).map { label, extra in
      let base = Self.request(question, extra)
      func asked(_ name: String, _ more: [String: String]) -> Finding {
        evaluator.finding(for: MeasureRequest(name, base.merging(more) { $1 }))
      }
      let isRanked = ["opposed", "unopposed", "alone"].contains(extra["set"] ?? "")
      return Row(
        label: label, plain: asked("votes.coordination", [:]),
        plane: asked("votes.coordination", ["dimensions": "2"]),
        rank: isRanked ? asked("votes.coordinationRank", [:]) : nil,
        dates: question.by == .period ? nil : asked("votes.coordinationDates", [:]))
    }
  }

  /// The test under every coding of abstentions, each with the fit made under it.
  ///
  /// - Parameter evaluator: of the record with the fit kept under a name; `nil` where there is none.
  init(codingsOf question: Question, _ evaluator: (_ fit: String) throws -> RecordEvaluator?) throws {
    self.question = question
    rows = try Self.codings.map { coding in
      let request = MeasureRequest("votes.coordination", Self.request(question, [:]))
      let plane = MeasureRequest("votes.coordination", Self.request(question, ["dimensions": "2"]))
      func missing(_ request: MeasureRequest, _ command: String) -> Finding {
        Finding(
          request, panel: .convergence, unit: .points,
          result: .notCovered(
            .init(.notInstalled, "the fit under this coding is not in the archive; `\(command)` makes it")))
      }
      let name = ["ideal-points"] + (coding.option == "category" ? [] : ["abstain-\(coding.option)"])
      let command =
        "entente fit ideal-points" + (coding.option == "category" ? "" : " --abstention \(coding.option)")
      let flat = try evaluator(name.joined(separator: "-"))
      let isDefault = coding.option == "category"
      return Row(
        label: coding.label, plain: flat?.finding(for: request) ?? missing(request, command),
        plane: isDefault
          ? flat?.finding(for: plane) ?? missing(plane, command + " --dimensions 2")
          : missing(plane, command + " --dimensions 2"),
        rank: nil,
        dates: flat?.finding(for: MeasureRequest("votes.coordinationDates", Self.request(question, [:]))))
    }
  }

  /// Half-way has no predictions: equal votes are not defined under it.
  private static let codings: [(label: String, option: String)] = [
    ("abstention its own category", "category"), ("abstentions left out", "missing"), ("abstention as no", "no"),
    ("abstention as yes", "yes"),
  ]

  /// In how many covered codings the difference has the sign of the first, and between which values.
  private var verdict: String? {
    guard question.by == .coding else { return nil }
    let values = rows.compactMap { $0.plain.value }
    guard let first = rows.first?.plain.value, let low = values.min(), let high = values.max(), values.count > 1 else {
      return nil
    }
    let clear = rows.compactMap { $0.plain.estimate?.interval }.count { first < 0 ? $0.high < 0 : $0.low > 0 }
    return
      "\(values.count { ($0 < 0) == (first < 0) }) of \(values.count) codings have the sign of the first, \(clear) with the whole interval; "
      + "from \(FigureWords.value(low, .points)) to \(FigureWords.value(high, .points)). Observed agreement changes with the coding too."
  }

  var isCovered: Bool { rows.contains { $0.plain.estimate != nil } }

  private static func sets(_ q: Question) -> [(String, [String: String])] {
    let third = q.third.map { ["third": $0.id.description] } ?? [:]
    switch q.by {
    case nil, .coding: return [("all roll calls", [:])]
    case .stakes:
      let all: [(String, [String: String])] = [
        ("all roll calls", [:]), ("flagged as important", ["set": "flagged"]),
      ]
      guard let name = q.third?.name else { return all }
      return [all[0]]
        + [
          ("not opposed by \(name)", "unopposed"), ("opposed by \(name)", "opposed"),
          ("\(name) nearly alone", "alone"),
        ].map { ($0.0, third.merging(["set": $0.1]) { $1 }) } + [all[1]]
    case .period:
      let opposed = q.third == nil ? [:] : third.merging(["set": "opposed"]) { $1 }
      return stride(from: q.years.lowerBound, through: q.years.upperBound, by: 5).flatMap { start in
        let span = "\(start)-\(min(start + 4, q.years.upperBound))"
        let days = ["period": Self.days(start...min(start + 4, q.years.upperBound))]
        let all: [(String, [String: String])] = [("\(span), all", days)]
        guard let name = q.third?.name else { return all }
        return all + [("\(span), opposed by \(name)", opposed.merging(days) { $1 })]
      }
    case .issue:
      let names = [
        ("me", "Palestinian conflict"), ("nu", "nuclear weapons"), ("di", "arms control"), ("hr", "human rights"),
        ("co", "colonialism"), ("ec", "economic development"),
      ]
      return names.map { ($0.1, ["issue": $0.0]) }
    }
  }

  private static func days(_ years: ClosedRange<Int>) -> String {
    "\(years.lowerBound)-01-01/\(years.upperBound)-12-31"
  }

  private static func request(_ q: Question, _ extra: [String: String]) -> [String: String] {
    ["a": q.a.id.description, "b": q.b.id.description, "period": days(q.years)].merging(extra) { $1 }
  }
}

extension CoordinationTable {
  func text(as form: OutputForm) throws -> String {
    switch form {
    case .csv: return csv
    case .json:
      let findings = rows.flatMap { [$0.plain, $0.plane] + [$0.rank, $0.dates].compactMap(\.self) }
      return try OutputForm.json(findings)
    case .svg: return figure.svg(prefix: "coordination", form: .file) + "\n"
    case .html: return IdealPointsPage.page(figure)
    default: return lines
    }
  }

  private static func benchmark(_ finding: Finding, _ label: String) -> Double? {
    finding.benchmarks.first { $0.label == label }?.value
  }

  private var csv: String {
    var out = "set,dimensions,difference,low,high,observed,expected,n,percentile,rank_of_dates,dates,coverage\n"
    for row in rows {
      for (dimensions, finding) in [(1, row.plain), (2, row.plane)] {
        let e = finding.estimate
        func number(_ value: Double?) -> String { value.map { PositionRows.fixed($0, 5) } ?? "" }
        let cells: [String] = [
          "\"\(row.label)\"", String(dimensions), number(e?.value), number(e?.interval?.low),
          number(e?.interval?.high), number(Self.benchmark(finding, Coordination.observedLabel)),
          number(Self.benchmark(finding, Coordination.predictedLabel)), e?.n.map(String.init) ?? "",
          number(finding.percentiles.first?.value),
          dimensions == 1 ? row.dates?.value.map { String(Int($0)) } ?? "" : "",
          dimensions == 1 ? row.dates?.estimate?.n.map(String.init) ?? "" : "",
          e == nil ? "not covered" : "covered",
        ]
        out += cells.joined(separator: ",") + "\n"
      }
    }
    return out
  }

  private var lines: String {
    var out = question.title + "\n\n"
    for row in rows {
      out += "\(row.label)\n"
      out += "  one dimension:  \(Self.line(row.plain))\n"
      if showsPlane(row) { out += "  two dimensions: \(Self.line(row.plane))\n" }
      if let rank = row.rank {
        out +=
          "  the third power is \(rank.estimate.map { "\(FigureWords.value($0.value, .rank)) of \(($0.n ?? 0) + 1)" } ?? "not ranked: \(rank.result.reason?.detail ?? "")") among placebo third powers\n"
      }
      if let dates = row.dates, let e = dates.estimate {
        out +=
          "  this span is \(FigureWords.value(e.value, .rank)) of \((e.n ?? 0) + 1) of its length (the others do not overlap it)\n"
      }
    }
    if let verdict { out += "\n\(verdict)\n" }
    for note in notes { out += "\nnote: \(note)\n" }
    return out
  }

  /// Under another coding of abstentions a fit in two dimensions is seldom made: it is shown where there is one.
  private func showsPlane(_ row: Row) -> Bool { question.by != .coding || row.plane.estimate != nil }

  private var notes: [String] {
    var all: [String] = []
    for note in rows.flatMap({ $0.plain.notes }) where !all.contains(note) { all.append(note) }
    return all
  }

  private static func line(_ finding: Finding) -> String {
    guard let e = finding.estimate else { return "not covered: \(finding.result.reason?.detail ?? "")" }
    var text = "\(FigureWords.value(e.value, .points)) [\(FigureWords.interval(e.interval, .points))]"
    if let observed = benchmark(finding, Coordination.observedLabel),
      let expected = benchmark(finding, Coordination.predictedLabel)
    {
      text += ", observed \(FigureWords.value(observed, .share)), predicted \(FigureWords.value(expected, .share))"
    }
    text += ", n \(e.n ?? 0)"
    if let place = finding.percentiles.first {
      text += ", percentile \(PositionRows.fixed(place.value * 100, 0)) of \(place.classSize) dyads"
    }
    return text
  }

  var figure: Figure {
    let chartRows = rows.flatMap { row -> [IntervalChart.Row] in
      let findings =
        [("one dimension", row.plain, true)] + (showsPlane(row) ? [("two dimensions", row.plane, false)] : [])
      return findings.map { name, finding, isMain in
        let e = finding.estimate
        return IntervalChart.Row(
          name, group: row.label,
          reading: e.map {
            .value($0.value * 100, low: ($0.interval?.low).map { $0 * 100 }, high: ($0.interval?.high).map { $0 * 100 })
          } ?? .absent(finding.result.reason?.detail ?? "not covered"),
          n: e?.n, isHighlighted: isMain)
      }
    }
    return IntervalChart(
      text: FigureText(
        title: question.title,
        subtitle: "observed less predicted agreement in General Assembly roll calls, percentage points, 95 % interval",
        source: "UN votes; ideal points and predictions computed by Entente",
        notes: ["Positive: they act together beyond like-mindedness. Zero: like-mindedness is all there is."] + notes),
      rows: chartRows, reference: .init(0, "like-mindedness alone"), format: .number(decimals: 1),
      xTitle: "percentage points"
    ).figure
  }
}
