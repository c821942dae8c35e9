import Charts
import Partnership
import StateSystem
import Treaties

extension BriefFigures {
  /// Treaties and statements on one axis.
  var pledgeTimeline: Figure {
    let casework = assessment.casework
    let bilateral = casework.history.filter { $0.treaty.form.isBinding && $0.treaty.parties.count == 2 }
    let wider = casework.history.filter { $0.treaty.form.isBinding && $0.treaty.parties.count > 2 }
    let declared = casework.history.filter { !$0.treaty.form.isBinding }
    var lanes: [TimelineChart.Lane] = [
      TimelineChart.Lane(
        "Treaties of the two", bars: bilateral.map { bar($0.treaty) },
        absent: bilateral.isEmpty ? "no bilateral treaty coded; see the ATOP alliances in the table" : nil)
    ]
    if !wider.isEmpty { lanes.append(TimelineChart.Lane("With others", bars: wider.map { bar($0.treaty) })) }
    let coded = Set(declared.map(\.treaty.id))
    let pledges = casework.pledges.filter { $0.kind != .treaty && $0.treaty.map { !coded.contains($0) } ?? true }
    let statements =
      declared.compactMap { entry in Moment(entry.treaty.signed).map { event(entry.treaty.shortTitle, $0, 0) } }
      + pledges.compactMap { pledge in Moment(pledge.date).map { event(pledge.summary.brief, $0, 0) } }
    if !statements.isEmpty { lanes.append(TimelineChart.Lane("Statements", events: statements)) }
    return TimelineChart(
      text: FigureText(
        title: "Pledges", subtitle: "Treaties and statements of \(names.pair) up to \(Wording.day(question.asOf))",
        source: "coded treaties and case file of the starter, each item with its sources in the tables",
        notes: ["An empty dashed stretch is a treaty still in force on paper and coded as dead in fact."]),
      lanes: lanes, kinds: ["pledge"], asOf: Moment(question.asOf),
      years: timelineStart(bilateral + declared)...timelineEnd, detailFrom: detailFrom
    ).figure
  }

  /// Acts of the third power and the answers on one axis; `nil` without a case file.
  var testTimeline: Figure? {
    let casework = assessment.casework
    let tests = casework.tests.compactMap { test in Moment(test.date).map { event(test.act.brief, $0, 0) } }
    guard !tests.isEmpty else { return nil }
    var lanes = [TimelineChart.Lane("Acts of \(names.third)", events: tests)]
    for (state, name) in [(question.a, names.a), (question.b, names.b)] {
      let responses = casework.tests.flatMap { test in
        test.responses.filter { $0.state == state }.compactMap { response in
          Moment(response.date).map { event(response.conduct.words, $0, 1) }
        }
      }
      if !responses.isEmpty { lanes.append(TimelineChart.Lane("\(name.leadingCapital) answers", events: responses)) }
    }
    let first = casework.tests.compactMap { $0.date.earliest?.fields.year }.min() ?? question.seriesRange.lowerBound
    return TimelineChart(
      text: FigureText(
        title: "Tests and answers", subtitle: "What \(names.third) did, and what \(names.pair) did about it",
        source: "case file of the starter, each item with its sources in the tables"),
      lanes: lanes, kinds: ["act of \(names.third)", "answer"], asOf: Moment(question.asOf),
      years: Double(first - 1)...timelineEnd, detailFrom: max(detailFrom, Double(first - 1))
    ).figure
  }

  private var timelineEnd: Double { Double(question.asOf.fields.year) + 1.5 }
  private var detailFrom: Double { Double(question.asOf.fields.year - question.windowYears - 1) }

  private func timelineStart(_ entries: [TreatyRegistry.Entry]) -> Double {
    let first = entries.compactMap { $0.treaty.signed.earliest?.fields.year }.min() ?? question.seriesRange.lowerBound
    return Double(min(first, question.seriesRange.lowerBound)) - 1
  }

  private func bar(_ treaty: CodedTreaty) -> TimelineChart.Bar {
    let end = treaty.ended.first?.date
    let past = end?.earliest.map { $0 <= question.asOf } ?? false
    return TimelineChart.Bar(
      treaty.shortTitle, start: Moment(treaty.signed), end: past ? end.flatMap { Moment($0) } : nil,
      deFactoEnd: treaty.deFactoEnd.first.flatMap { Moment($0.date) })
  }

  private func event(_ label: String, _ at: Moment, _ kind: Int) -> TimelineChart.Event {
    TimelineChart.Event(label, at: at, kind: kind)
  }
}

extension CodedTreaty {
  /// The year of signature with the form, for labels: `2001 treaty`.
  var shortTitle: String {
    let year = signed.earliest.map { String($0.fields.year) } ?? signed.description
    return title.count <= 34 ? "\(year) \(title)" : "\(year) \(form.rawValue)"
  }
}

extension String {
  /// The first words, up to about 40 characters.
  var brief: String {
    var out = ""
    for word in split(separator: " ") {
      if !out.isEmpty, out.count + word.count + 1 > 40 { return out + "…" }
      out += (out.isEmpty ? "" : " ") + word
    }
    return out
  }
}

extension CaseFile.Conduct {
  /// Words as printed.
  var words: String {
    switch self {
    case .resistJointly: "resists jointly"
    case .resistSeparately: "resists separately"
    case .protest: "protests"
    case .consultForShow: "consults for show"
    case .acquiesce: "acquiesces"
    case .accommodate: "accommodates"
    case .cooperateWithThird: "cooperates with the third power"
    }
  }
}
