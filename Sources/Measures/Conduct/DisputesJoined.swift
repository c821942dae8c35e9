import Evidence
import Record
import StateSystem

/// Whether the partner joins, on the same side, the militarised disputes that a state has with a third power.
///
/// Formula: of the disputes between either partner and the third power, the share in which the other partner also stood against the third
/// power. Wilson interval over disputes. Range [0, 1]; higher means the two hold together under coercion. The items list every dispute with
/// what the other did (joined on the partner's side, on the third power's side, or not at all), and those in which a partner stood
/// on the third power's side against others. The benchmarks give base rates of joining on either side: the share of all (dispute, party, opponent, other
/// state) chances taken by any state of the system, and by states that owed the party defense, consultation, something else, nothing.
/// Missing: no dispute in the covered years is "too few", not 0. Years outside the dataset are left out with a note; base rates by
/// obligation leave out years without coded obligations.
/// Complexity: O(rows) once for a range of years, then O(disputes of the partners).
/// Source: Palmer et al. (2021), doi:10.1177/0738894221995743; obligations: Leeds et al. (2002), doi:10.1080/03050620213653.
/// Not for: secret or non-military support.
enum DisputesJoined {
  static let definition = MeasureDefinition(
    indexed: "disputes.joined", panel: .conduct, unit: .share,
    summary: "Share of the disputes one partner has with the third power in which the other partner joins its side.",
    arguments: [
      .init("a", "a partner"), .init("b", "the other partner"), .init("third", "the third power"),
      .init("years", "a year or a range, 1990-2004"), .init("source", "cow or gml", default: "cow"),
    ],
    example: "disputes.joined a=CHN b=RUS third=USA years=1990-2004"
  ) { prepared, arguments throws(ArgumentError) in
    let a = try arguments.state("a").id
    let b = try arguments.state("b").id
    let third = try arguments.state("third").id
    let asked = try arguments.range("years")
    func finding(
      _ result: Covered<Estimate>, _ percentiles: [Percentile] = [], _ items: [Finding.Item] = [],
      _ benchmarks: [Finding.Benchmark] = [], notes: [String] = []
    ) -> Finding {
      Finding(
        arguments.request, panel: .conduct, unit: .share, result: result, percentiles: percentiles, items: items,
        benchmarks: benchmarks, notes: notes)
    }
    let (source, name) = try DisputeSource.choose(prepared.record, arguments)
    guard let sourced = source else { return finding(.notCovered(.notInstalled(name))) }
    let overlap = Reason.overlap(asked, sourced.years, name)
    guard let years = overlap.value else { return finding(overlap.flatMap { _ in .notCovered(.notInstalled(name)) }) }

    let (index, rates) = prepared.disputes(sourced, years: years)
    let answers = DisputeAnswers(index, a, b, third: third)
    let notes =
      years == asked ? [] : ["\(name) covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    guard !answers.numbers.isEmpty else {
      return finding(
        .notCovered(
          Reason(
            .tooFew,
            "neither had a militarised dispute with the third power in \(years.lowerBound)-\(years.upperBound)")),
        [], answers.items, rates.benchmarks, notes: notes)
    }
    let n = answers.numbers.count
    let rate = Double(answers.joined) / Double(n)
    let estimate = Estimate(
      rate, interval: .wilson(mean: rate, n: n), n: n,
      method:
        "share of disputes joined on the same side, \(years.lowerBound)-\(years.upperBound); Wilson 95 % interval",
      sources: [
        sourced.source("dispnum in {\(answers.numbers.sorted().map(String.init).joined(separator: ", "))}", count: n)
      ])
    let place = prepared.pairClass(index.contests, dataset: sourced.vintage.dataset, years: years, against: third)
      .place(estimate)
    return finding(.covered(estimate), place.map { [$0] } ?? [], answers.items, rates.benchmarks, notes: notes)
  }
}

/// What the partners did in each other's disputes with a third power.
struct DisputeAnswers {
  private(set) var numbers: [Int32] = []
  private(set) var joined = 0
  private(set) var items: [Finding.Item] = []

  init(_ index: DisputeIndex, _ a: StateID, _ b: StateID, third: StateID) {
    for (state, other) in [(a, b), (b, a)] {
      for number in index.disputes(of: state, against: third) {
        if state == b, index.opposed(a, third, in: number) { continue }
        let isBeside = index.opposed(other, third, in: number)
        let isAgainst = index.opposed(state, other, in: number)
        items.append(
          index.item(
            number, of: state, against: third,
            detail: isBeside
              ? "the other joined on its side"
              : isAgainst ? "the other joined on the third power's side" : "the other did not join",
            tags: [isBeside ? "joined" : isAgainst ? "joined-third" : "absent", "with:\(state)"]))
        numbers.append(number)
        joined += isBeside ? 1 : 0
      }
    }
    for partner in [a, b] {
      for number in index.disputes(of: partner, beside: third) {
        items.append(
          index.item(
            number, of: partner, with: third, detail: "on one side against \(index.opponents(of: partner, in: number))",
            tags: ["beside", "with:\(partner)"]))
      }
    }
  }
}

extension PreparedRecord {
  /// Who stood against whom in the disputes of a range of years, and how often states join.
  func disputes(_ sourced: Sourced<Disputes>, years: ClosedRange<Int>) -> (DisputeIndex, JoiningBaseRates) {
    let key = SourceYears(dataset: sourced.vintage.dataset, years: years)
    let index = disputeIndices.value(for: key) { DisputeIndex(sourced.table, years: years) }
    let rates = joiningRates.value(for: key) {
      JoiningBaseRates(index.contests, obligations: obligations(in: index.firstYears ?? years))
    }
    return (index, rates)
  }

  /// Number of disputes of every dyad, ascending.
  func disputeCounts(_ sourced: Sourced<Disputes>, years: ClosedRange<Int>) -> [Double]? {
    disputeClasses.value(for: SourceYears(dataset: sourced.vintage.dataset, years: years)) {
      disputes(sourced, years: years).0.countsByDyad(membersIn: years)
    }
  }

  /// What was owed in a range of years; `nil` without a dataset of obligations.
  func obligations(in years: ClosedRange<Int>) -> ObligationLookup? {
    record.obligationYears.map { sourced in
      obligationLookups.value(for: SourceYears(dataset: sourced.vintage.dataset, years: years)) {
        ObligationLookup(sourced, years: years)
      }
    }
  }
}

/// A dataset and a range of years, as a key.
struct SourceYears: Hashable, Sendable {
  let dataset: String
  let years: ClosedRange<Int>
}
