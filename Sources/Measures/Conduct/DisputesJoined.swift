import Evidence
import Record
import StateSystem

/// Whether the partner joins, on the same side, the militarised disputes that a state has with a third power.
///
/// Formula: of the disputes between either partner and the third power, the share in which the other partner also stood against the third
/// power. Wilson interval over disputes. Range [0, 1]; higher means the two hold together under coercion. The items list every dispute, and
/// those in which a partner stood on the third power's side against others. The benchmarks give base rates: the share of all (dispute, side, other
/// state) chances taken by any state of the system, and by states that owed the side defense.
/// Missing: no dispute in the covered years is "too few", not 0. Years outside the dataset are left out with a note.
/// Complexity: O(rows). Source: Palmer et al. (2021), doi:10.1177/0738894221995743. Not for: secret or non-military support.
enum DisputesJoined {
  static let definition = MeasureDefinition(
    "disputes.joined", panel: .conduct, unit: .share,
    summary: "Share of the disputes one partner has with the third power in which the other partner joins its side.",
    arguments: [
      .init("a", "a partner"), .init("b", "the other partner"), .init("third", "the third power"),
      .init("years", "a year or a range, 1990-2004"), .init("source", "cow or gml", default: "cow"),
    ],
    example: "disputes.joined a=CHN b=RUS third=USA years=1990-2004"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a").id
    let b = try arguments.state("b").id
    let third = try arguments.state("third").id
    let asked = try arguments.range("years")
    func finding(
      _ result: Covered<Estimate>, _ items: [Finding.Item] = [], _ benchmarks: [Finding.Benchmark] = [],
      notes: [String] = []
    ) -> Finding {
      Finding(
        arguments.request, panel: .conduct, unit: .share, result: result, items: items, benchmarks: benchmarks,
        notes: notes)
    }
    let (source, name) = try DisputeSource.choose(record, arguments)
    guard let sourced = source else { return finding(.notCovered(.notInstalled(name))) }
    let overlap = Reason.overlap(asked, sourced.years, name)
    guard let years = overlap.value else { return finding(overlap.flatMap { _ in .notCovered(.notInstalled(name)) }) }

    let index = DisputeIndex(sourced.table, years: years)
    var items: [Finding.Item] = []
    var joined = 0
    var numbers: [Int32] = []
    for (state, other) in [(a, b), (b, a)] {
      for number in index.disputes(of: state, against: third) {
        if state == b, index.opposed(a, third, in: number) { continue }
        let both = index.opposed(other, third, in: number)
        let opposite = index.opposed(state, other, in: number)
        let detail = both ? "the other joined" : opposite ? "the other stood against" : "the other did not join"
        items.append(
          index.item(
            number, of: state, against: third, detail: detail,
            tags: [both ? "joined" : opposite ? "opposed" : "absent", "with:\(state)"]))
        numbers.append(number)
        joined += both ? 1 : 0
      }
    }
    for partner in [a, b] {
      for number in index.disputes(of: partner, beside: third) {
        items.append(
          index.item(number, of: partner, against: third, detail: "on one side", tags: ["beside", "with:\(partner)"]))
      }
    }
    let benchmarks = DisputeBaseRates(index, record: record, years: years).benchmarks
    var notes: [String] = []
    if years != asked {
      notes.append("\(name) covers \(years.lowerBound)-\(years.upperBound) of the years asked about")
    }
    guard !numbers.isEmpty else {
      return finding(
        .notCovered(
          Reason(
            .tooFew,
            "neither had a militarised dispute with the third power in \(years.lowerBound)-\(years.upperBound)")),
        items, benchmarks, notes: notes)
    }
    let rate = Double(joined) / Double(numbers.count)
    let estimate = Estimate(
      rate, interval: .wilson(mean: rate, n: numbers.count), n: numbers.count,
      method:
        "share of disputes joined on the same side, \(years.lowerBound)-\(years.upperBound); Wilson 95 % interval",
      sources: [
        sourced.source(
          "dispnum in {\(numbers.sorted().map(String.init).joined(separator: ", "))}", count: numbers.count)
      ])
    return finding(.covered(estimate), items, benchmarks, notes: notes)
  }
}

/// How often any state, and how often a state that owes defense, joins a dispute on the side of another.
struct DisputeBaseRates {
  private(set) var chances = 0
  private(set) var taken = 0
  private(set) var pactChances = 0
  private(set) var pactTaken = 0

  init(_ index: DisputeIndex, record: Record, years: ClosedRange<Int>) {
    var members: [Int: Int] = [:]
    for year in years { members[year] = State.all.count { $0.isMember(in: Year(year)) } }
    let pacts = Self.defenders(record, years: years)
    for side in index.sides() {
      chances += max(0, (members[side.year] ?? 0) - 2)
      taken += side.allies
      guard let owed = pacts?[side.year]?[side.state] else { continue }
      let defenders = owed.subtracting([side.opponent])
      pactChances += defenders.count
      pactTaken += index.allies(of: side.state, against: side.opponent, in: side.number).intersection(defenders).count
    }
  }

  /// States that owe defense to a state, by year.
  private static func defenders(_ record: Record, years: ClosedRange<Int>) -> [Int: [StateID: Set<StateID>]]? {
    guard let sourced = record.obligationYears else { return nil }
    var found: [Int: [StateID: Set<StateID>]] = [:]
    let table = sourced.table
    for row in 0..<table.count {
      let year = Int(table.years[row])
      guard years.contains(year), ObligationKinds(rawValue: table.kinds[row]).contains(.defense),
        let obligor = StateID(Int(table.obligors[row])), let beneficiary = StateID(Int(table.beneficiaries[row]))
      else { continue }
      found[year, default: [:]][beneficiary, default: []].insert(obligor)
    }
    return found
  }

  var benchmarks: [Finding.Benchmark] {
    var found: [Finding.Benchmark] = []
    func add(_ label: String, _ k: Int, of n: Int) {
      if n > 0 { found.append(Finding.Benchmark(label: label, value: Double(k) / Double(n), n: n)) }
    }
    add("any state of the system joined", taken, of: chances)
    add("states that owed defense joined", pactTaken, of: pactChances)
    return found
  }
}
