import Charts
import Evidence
import StateSystem
import Treaties

extension TreatyStatus {
  /// The standing in one sentence, with the gap between paper and conduct named.
  public var sentence: String {
    let paper = standingDeJure.words
    guard !deFacto.isEmpty else { return "\(paper) on paper; no coder says anything of it in fact" }
    let fact = standingDeFacto.words
    return isDeadLetter
      ? "a dead letter: \(paper) on paper, \(fact) in fact" : "\(paper) on paper, \(fact) in fact"
  }
}

extension RegisteredTreaty {
  /// The life of the treaty by each coder, on paper and in fact, and when the level of the relationship fell below what it implies.
  public func statusFigure(on day: Day, conduct: Covered<PledgeInConduct>? = nil) -> Figure {
    dates.figure(title: title, on: day, conduct: conduct)
  }
}

extension TreatyDates {
  /// The life of the treaty by each coder, on paper and in fact; the stretch between the two is drawn empty.
  public func figure(title: String, on day: Day, conduct: Covered<PledgeInConduct>? = nil) -> Figure {
    let start = Moment(signed) ?? Moment(1800)
    let fact = deFactoEnd.compactMap { coded in Moment(coded.date).map { (coded.coder, $0) } }
    var lanes: [TimelineChart.Lane] = ended.map { coded in
      TimelineChart.Lane(
        "On paper, \(coded.coder)",
        bars: [TimelineChart.Bar("in force", start: start, end: Moment(coded.date))])
    }
    for coding in open {
      lanes.append(
        TimelineChart.Lane(
          "On paper, \(coding.coder)",
          bars: [TimelineChart.Bar("in force when coding ended, \(coding.lastDay.fields.year)", start: start, end: nil)]
        ))
    }
    if lanes.isEmpty {
      lanes = [TimelineChart.Lane("On paper", bars: [TimelineChart.Bar("in force", start: start, end: nil)])]
    }
    let paperEnd = ended.compactMap { Moment($0.date) }.max { $0.decimalYear < $1.decimalYear }
    for (coder, end) in fact {
      lanes.append(
        TimelineChart.Lane(
          "In fact, \(coder)",
          bars: [TimelineChart.Bar("acted upon", start: start, end: paperEnd, deFactoEnd: end)]))
    }
    if fact.isEmpty {
      lanes.append(TimelineChart.Lane("In fact", absent: "no coder says when it stopped being acted upon"))
    }
    if let conduct { lanes.append(lane(conduct, start: start, end: paperEnd)) }
    let last = max(Moment(day).decimalYear, paperEnd?.decimalYear ?? 0) + 1
    return TimelineChart(
      text: FigureText(
        title: "On paper and in fact", subtitle: title,
        source: "dates by coder: "
          + ((ended + deFactoEnd).map(\.coder) + open.map(\.coder)).joined(separator: ", ")
          + (conduct?.value.map { "; level: \($0.sourceWords)" } ?? ""),
        notes: ["An empty dashed stretch is a treaty still in force on paper and coded as dead in fact."]
          + (conduct?.value?.departureNote.map { [$0] } ?? [])),
      lanes: lanes, kinds: [], asOf: Moment(day), years: (start.decimalYear - 1)...last,
      detailFrom: start.decimalYear - 1
    ).figure
  }
  /// The stretch in which the level had not yet fallen below for good.
  private func lane(_ conduct: Covered<PledgeInConduct>, start: Moment, end: Moment?) -> TimelineChart.Lane {
    let name = "In conduct, Entente"
    switch conduct.flatMap(\.departure) {
    case .covered(let found):
      let stays = found.median == nil ? " for good" : ""
      return TimelineChart.Lane(
        name,
        bars: [
          TimelineChart.Bar(
            "level not below\(stays)", start: start, end: found.median.map { Moment($0, approximate: true) } ?? end)
        ])
    case .notCovered(let reason), .suppressed(let reason):
      return TimelineChart.Lane(name, absent: "not covered: \(reason.detail)")
    }
  }
}
