import Evidence
import Record
import StateSystem

/// The sanction cases of a sender against a target in a range of years.
///
/// Formula: the number of cases in force in at least one year of the range with the sender among the senders and the target among the
/// targets, blocs expanded to their members. Range 0 and up. Missing: years outside the dataset are left out with a note.
/// Complexity: O(cases). Source: Felbermayr et al. (2020), doi:10.1016/j.euroecorev.2020.103561. Not for: severity.
enum SanctionsInForce {
  static let definition = MeasureDefinition(
    indexed: "sanctions.inForce", panel: .conduct, unit: .count,
    summary: "Sanction cases of a sender against a target in force in the years.",
    arguments: [
      .init("sender", "the state that imposes"), .init("target", "the state sanctioned"),
      .init("years", "a year or a range, 1997-2001"),
    ],
    example: "sanctions.inForce sender=USA target=CHN years=1997-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let sender = try arguments.state("sender").id
    let target = try arguments.state("target").id
    let asked = try arguments.range("years")
    func finding(
      _ result: Covered<Estimate>, _ percentiles: [Percentile?] = [], _ items: [Finding.Item] = [], notes: [String] = []
    ) -> Finding {
      Finding(
        arguments.request, panel: .conduct, unit: .count, result: result, percentiles: percentiles.compactMap { $0 },
        items: items, notes: notes)
    }
    guard let sourced = prepared.record.sanctions, let index = prepared.sanctions else {
      return finding(.notCovered(.notInstalled("gsdb")))
    }
    let overlap = Reason.overlap(asked, sourced.years, "gsdb")
    guard let years = overlap.value else { return finding(overlap.flatMap { _ in .notCovered(.notInstalled("gsdb")) }) }
    let rows = index.cases(by: sender, against: target, years: years)
    let items = rows.map { index.item($0, detail: "") }
    let numbers = items.map(\.id).joined(separator: ", ")
    let estimate = Estimate(
      Double(rows.count), method: "count of cases in force; a census, without interval",
      sources: [sourced.source("case_id in {\(numbers)}", count: rows.count)])
    let everyone = prepared.sanctionCounts(index, dataset: sourced.vintage.dataset, years: years)
    let earlier = years.earlier(within: sourced.years).map {
      Double(index.cases(by: sender, against: target, years: $0).count)
    }
    return finding(
      .covered(estimate),
      [
        ComparisonClass("all senders and targets that were members in \(years.upperBound)", everyone).place(estimate),
        ComparisonClass.history(
          "the pair's own earlier spans of the same length", earlier: earlier, present: estimate.value)?.place(
            estimate),
      ], items,
      notes: years == asked ? [] : ["gsdb covers \(years.lowerBound)-\(years.upperBound) of the years asked about"])
  }
}

extension PreparedRecord {
  /// Cases in force of every sender against every target among the members of the last year.
  func sanctionCounts(_ index: SanctionIndex, dataset: String, years: ClosedRange<Int>) -> [Double] {
    sanctionClasses.value(for: SourceYears(dataset: dataset, years: years)) {
      let members = Set(State.all.filter { $0.isMember(in: Year(years.upperBound)) }.map(\.id))
      var counts: [DirectedDyad: Int] = [:]
      for row in index.table.cases.indices
      where Int(index.table.beginYears[row]) <= years.upperBound && Int(index.table.endYears[row]) >= years.lowerBound {
        for sender in index.senders(row: row) where members.contains(sender) {
          for target in index.targets(row: row) where members.contains(target) {
            if let pair = DirectedDyad(from: sender, to: target) { counts[pair, default: 0] += 1 }
          }
        }
      }
      let all = members.count * (members.count - 1)
      return counts.values.map(Double.init) + [Double](repeating: 0, count: max(0, all - counts.count))
    }
  }
}

/// Whether the partner stays out when the third power sanctions a state.
///
/// Formula: of the cases that began in the years with the third power as sender by its own name or in a named group, and one partner as
/// target, the share in which the other partner is not a sender. Cases of the United Nations as a whole are left out: there membership, not
/// choice, makes the sender. Wilson interval. Range [0, 1]; higher means they hold together. Nearly every state stays out of nearly every case, so a
/// high share says little; joining says much.
/// Missing: no case is "too few". Complexity: O(cases). Source: Felbermayr et al. (2020),
/// doi:10.1016/j.euroecorev.2020.103561.
enum SanctionsJoined {
  static let definition = MeasureDefinition(
    indexed: "sanctions.joined", panel: .conduct, unit: .share,
    summary: "Share of the third power's sanction cases against one partner that the other did not join.",
    arguments: SanctionIndex.arguments,
    example: "sanctions.joined a=CHN b=RUS third=USA years=1987-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try SanctionQuestion(prepared, arguments)
    guard let found = question.result.value else {
      return question.finding(question.result.flatMap { _ in .notCovered(.notInstalled("gsdb")) }, unit: .share)
    }
    let held = found.cases.count { !found.index.isSender(question.other(of: $0.target), row: $0.row) }
    let items = found.cases.map { entry in
      let joined = found.index.isSender(question.other(of: entry.target), row: entry.row)
      return found.index.item(
        entry.row, detail: joined ? "the other joined the sanctions" : "the other stayed out",
        tags: [joined ? "joined-third" : "stayed-out", "target:\(entry.target)"])
    }
    guard !items.isEmpty else { return question.none(unit: .share) }
    let rate = Double(held) / Double(items.count)
    return question.finding(
      .covered(
        Estimate(
          rate, interval: .wilson(mean: rate, n: items.count), n: items.count,
          method: "share of cases in which the other partner is not among the senders; Wilson 95 % interval",
          sources: [found.source])),
      unit: .share, items: items)
  }
}

/// Whether trade between the partners holds when the third power sanctions one of them.
///
/// Formula: for each case (as in `sanctions.joined`) the mean of the partners' total trade in the three years after the first year of the case over the
/// mean in the three years before it; the value is the share of cases in which this ratio is at least the median of the same ratio over the
/// sanctioned state's other partners that are not senders. Wilson interval over cases. Range [0, 1].
/// Missing: a case without trade figures in both spans is left out and named in the items. Complexity: O(cases × partners).
/// Source: as for `sanctions.joined` and `trade.total`. Not for: causal effects; other things happen in the same years.
enum SanctionsExchange {
  static let definition = MeasureDefinition(
    indexed: "sanctions.exchange", panel: .conduct, unit: .share,
    summary:
      "Share of the third power's sanction cases against one partner after which trade between the partners did at least as well as the target's trade with others.",
    arguments: SanctionIndex.arguments,
    example: "sanctions.exchange a=CHN b=RUS third=USA years=1987-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try SanctionQuestion(prepared, arguments)
    guard let found = question.result.value else {
      return question.finding(question.result.flatMap { _ in .notCovered(.notInstalled("gsdb")) }, unit: .share)
    }
    guard let trade = prepared.record.trade else {
      return question.finding(.notCovered(.notInstalled("cow-trade")), unit: .share)
    }
    guard !found.cases.isEmpty else { return question.none(unit: .share) }
    let totals = TradeAroundSanctions(trade.table)
    var items: [Finding.Item] = []
    var held = 0
    var counted = 0
    for entry in found.cases {
      let other = question.other(of: entry.target)
      let begin = Int(found.index.table.beginYears[entry.row])
      let senders = found.index.senders(row: entry.row)
      guard let own = totals.change(of: entry.target, with: other, around: begin) else {
        items.append(
          found.index.item(
            entry.row, detail: "trade between the partners is not covered around \(begin)", tags: ["missing"]))
        continue
      }
      let others = totals.changes(of: entry.target, around: begin, without: senders.union([other])).sorted()
      guard !others.isEmpty else { continue }
      let median = others[others.count / 2]
      counted += 1
      held += own >= median ? 1 : 0
      func times(_ x: Double) -> String { String((x * 100).rounded() / 100) }
      items.append(
        found.index.item(
          entry.row,
          detail: "trade after over before \(times(own)), median of the other partners \(times(median))",
          tags: [own >= median ? "held" : "fell-behind", "target:\(entry.target)"]))
    }
    guard counted > 0 else { return question.none(unit: .share, items: items) }
    let rate = Double(held) / Double(counted)
    return question.finding(
      .covered(
        Estimate(
          rate, interval: .wilson(mean: rate, n: counted), n: counted,
          method:
            "three years after against three years before, against the target's other partners; Wilson 95 % interval",
          sources: [found.source, trade.source("dyads of the target, three years around each case")])),
      unit: .share, items: items)
  }
}
