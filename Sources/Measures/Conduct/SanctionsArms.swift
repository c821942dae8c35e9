import Evidence
import Record
import StateSystem

/// Whether arms deliveries between the partners hold when the third power sanctions one of them.
///
/// Formula: for each case (as in `sanctions.joined`) the arms delivered between the partners, both ways, in the three years after the first year of
/// the case over those in the three years before it; the case holds when this is at least the same ratio over the sanctioned
/// state's deliveries to and from all other states that are not senders, or when deliveries began. Wilson interval over cases. Range [0, 1].
/// Missing: a case with no deliveries between the partners in both spans says nothing and is left out; one whose six years are not all
/// covered too. Complexity: O(transfers) a case. Source: SIPRI Arms Transfers Database; cases as for `sanctions.joined`.
/// Not for: causal effects; deliveries are lumpy and follow orders by years.
enum SanctionsArms {
  static let definition = MeasureDefinition(
    indexed: "sanctions.arms", panel: .conduct, unit: .share,
    summary:
      "Share of the third power's sanction cases against one partner after which arms deliveries between the partners held.",
    arguments: SanctionIndex.arguments,
    example: "sanctions.arms a=CHN b=RUS third=USA years=1987-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let question = try SanctionQuestion(prepared, arguments)
    guard let found = question.result.value else {
      return question.finding(question.result.flatMap { _ in .notCovered(.notInstalled("gsdb")) }, unit: .share)
    }
    guard let transfers = prepared.transfers else {
      return question.finding(.notCovered(.notInstalled("sipri-arms")), unit: .share)
    }
    var items: [Finding.Item] = []
    var held = 0
    var counted = 0
    for entry in found.cases {
      let other = question.other(of: entry.target)
      let begin = Int(found.index.table.beginYears[entry.row])
      let senders = found.index.senders(row: entry.row)
      guard let around = ArmsAroundSanctions(transfers, begin) else {
        items.append(
          found.index.item(entry.row, detail: "deliveries are not covered around \(begin)", tags: ["missing"]))
        continue
      }
      let own = around.change(entry.target) { $0 == other }
      let rest = around.change(entry.target) { $0 != other && !senders.contains($0) }
      let amounts =
        "deliveries between the partners \(rounded(own.before, decimals: 0)) before, \(rounded(own.after, decimals: 0)) after"
      guard own.before > 0 || own.after > 0 else {
        items.append(found.index.item(entry.row, detail: "no deliveries between the partners", tags: ["none"]))
        continue
      }
      let holds = own.before == 0 || (rest.before == 0 || own.after / own.before >= rest.after / rest.before)
      counted += 1
      held += holds ? 1 : 0
      items.append(
        found.index.item(
          entry.row,
          detail:
            "\(amounts); with all others \(rounded(rest.before, decimals: 0)) before, \(rounded(rest.after, decimals: 0)) after (TIV m)",
          tags: [holds ? "held" : "fell-behind", "target:\(entry.target)"]))
    }
    guard counted > 0 else { return question.none(unit: .share, items: items) }
    let rate = Double(held) / Double(counted)
    return question.finding(
      .covered(
        Estimate(
          rate, interval: .wilson(mean: rate, n: counted), n: counted,
          method:
            "three years after against three years before, against the target's deliveries with all others; Wilson 95 % interval",
          sources: [
            found.source, transfers.sourced.source("supplier or recipient is the target, three years around each case"),
          ])),
      unit: .share, items: items)
  }
}

/// Arms delivered to and from a state in the three years before and after a year.
struct ArmsAroundSanctions {
  private let before: TransferSums
  private let after: TransferSums

  /// `nil` unless all six years are covered.
  init?(_ index: TransferIndex, _ year: Int) {
    guard index.sourced.years.contains(year - 3), index.sourced.years.contains(year + 3) else { return nil }
    before = index.sums(year - 3...year - 1)
    after = index.sums(year + 1...year + 3)
  }

  /// Deliveries with the partners that are chosen.
  func change(_ state: StateID, with isChosen: (StateID) -> Bool) -> (before: Double, after: Double) {
    (before.deliveries(of: state, with: isChosen), after.deliveries(of: state, with: isChosen))
  }
}

extension TransferSums {
  /// Deliveries to and from a state, added in order of the partner.
  func deliveries(of state: StateID, with isChosen: (StateID) -> Bool) -> Double {
    pairs.filter { pair, _ in
      (pair.supplier == state && isChosen(pair.recipient)) || (pair.recipient == state && isChosen(pair.supplier))
    }
    .sorted { ($0.key.supplier, $0.key.recipient) < ($1.key.supplier, $1.key.recipient) }
    .reduce(0) { $0 + $1.value }
  }
}
