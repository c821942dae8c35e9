import Charts
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
  /// The life of the treaty by each coder, on paper and in fact; the stretch between the two is drawn empty.
  public func statusFigure(on day: Day) -> Figure {
    let start = Moment(dates.signed) ?? Moment(1800)
    let fact = dates.deFactoEnd.compactMap { coded in Moment(coded.date).map { (coded.coder, $0) } }
    var lanes: [TimelineChart.Lane] = dates.ended.map { coded in
      TimelineChart.Lane(
        "On paper, \(coded.coder)",
        bars: [TimelineChart.Bar("in force", start: start, end: Moment(coded.date))])
    }
    for open in dates.open {
      lanes.append(
        TimelineChart.Lane(
          "On paper, \(open.coder)",
          bars: [TimelineChart.Bar("in force when coding ended, \(open.lastDay.fields.year)", start: start, end: nil)]))
    }
    if lanes.isEmpty {
      lanes = [TimelineChart.Lane("On paper", bars: [TimelineChart.Bar("in force", start: start, end: nil)])]
    }
    let paperEnd = dates.ended.compactMap { Moment($0.date) }.max { $0.decimalYear < $1.decimalYear }
    for (coder, end) in fact {
      lanes.append(
        TimelineChart.Lane(
          "In fact, \(coder)",
          bars: [TimelineChart.Bar("acted upon", start: start, end: paperEnd, deFactoEnd: end)]))
    }
    if fact.isEmpty {
      lanes.append(TimelineChart.Lane("In fact", absent: "no coder says when it stopped being acted upon"))
    }
    let last = max(Moment(day).decimalYear, paperEnd?.decimalYear ?? 0) + 1
    return TimelineChart(
      text: FigureText(
        title: "On paper and in fact", subtitle: title,
        source: "dates by coder: " + (dates.ended + dates.deFactoEnd).map(\.coder).joined(separator: ", "),
        notes: ["An empty dashed stretch is a treaty still in force on paper and coded as dead in fact."]),
      lanes: lanes, kinds: [], asOf: Moment(day), years: (start.decimalYear - 1)...last,
      detailFrom: start.decimalYear - 1
    ).figure
  }
}
