import Evidence
import Record
import StateSystem

/// Whether the partner fights, on the same side, in the wars that a state has with a third power.
///
/// Formula: of the inter-state wars with either partner and the third power on opposite sides and a day in the years, the share in which the
/// other partner fought on the partner's side. Wilson interval over wars. Range [0, 1]. The items say of each war whether the other
/// fought on the partner's side, on the third power's, or not at all, and list the wars in which a partner fought beside the third power;
/// the benchmarks give base rates as in `disputes.joined`.
/// Missing: no such war is "too few", not 0. Complexity: O(participants) once for a range of years.
/// Source: Sarkees and Wayman (2010), Resort to War; obligations: Leeds et al. (2002), doi:10.1080/03050620213653.
/// Not for: support short of the source's threshold for participation.
enum WarsJoined {
  static let definition = MeasureDefinition(
    indexed: "wars.joined", panel: .conduct, unit: .share,
    summary:
      "Share of the inter-state wars one partner has with the third power in which the other fights on its side.",
    arguments: [
      .init("a", "a partner"), .init("b", "the other partner"), .init("third", "the third power"),
      .init("years", "a year or a range, 1950-1960"),
    ],
    example: "wars.joined a=CHN b=PRK third=USA years=1950-1953"
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
    guard let sourced = prepared.record.wars else { return finding(.notCovered(.notInstalled("cow-war"))) }
    let overlap = Reason.overlap(asked, sourced.years, "cow-war")
    guard let years = overlap.value else {
      return finding(overlap.flatMap { _ in .notCovered(.notInstalled("cow-war")) })
    }
    let notes =
      years == asked ? [] : ["cow-war covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    let (wars, rates) = prepared.wars(sourced, years: years)
    let answers = WarAnswers(wars, a, b, third: third)
    guard !answers.numbers.isEmpty else {
      return finding(
        .notCovered(
          Reason(
            .tooFew, "neither fought the third power in an inter-state war in \(years.lowerBound)-\(years.upperBound)")),
        [], answers.items, rates.benchmarks, notes: notes)
    }
    let n = answers.numbers.count
    let rate = Double(answers.joined) / Double(n)
    let estimate = Estimate(
      rate, interval: .wilson(mean: rate, n: n), n: n,
      method: "share of wars fought on the same side; Wilson 95 % interval",
      sources: [sourced.source("WarNum in {\(answers.numbers.map(String.init).joined(separator: ", "))}", count: n)])
    let place = prepared.pairClass(
      wars.map(\.war.contest), dataset: sourced.vintage.dataset, years: years, against: third
    ).place(estimate)
    return finding(.covered(estimate), place.map { [$0] } ?? [], answers.items, rates.benchmarks, notes: notes)
  }
}

/// What the partners did in each other's wars with a third power.
struct WarAnswers {
  private(set) var numbers: [Int32] = []
  private(set) var joined = 0
  private(set) var items: [Finding.Item] = []

  init(_ wars: [(number: Int32, war: WarSides)], _ a: StateID, _ b: StateID, third: StateID) {
    for (number, war) in wars {
      guard let side = war.sides[third] else { continue }
      func item(_ detail: String, _ tags: [String]) -> Finding.Item {
        Finding.Item(
          id: String(number), label: war.name, date: "\(war.first)/\(war.last)", detail: detail, tags: tags)
      }
      let against = [a, b].filter { war.sides[$0].map { $0 != side } == true }
      let beside = [a, b].filter { war.sides[$0] == side }
      if let state = against.first {
        let isJoined = against.count == 2
        numbers.append(number)
        joined += isJoined ? 1 : 0
        items.append(
          item(
            isJoined
              ? "the other joined on its side"
              : beside.isEmpty ? "the other did not join" : "the other joined on the third power's side",
            [isJoined ? "joined" : beside.isEmpty ? "absent" : "joined-third", "with:\(state)"]))
      } else {
        for state in beside { items.append(item("on the third power's side", ["beside", "with:\(state)"])) }
      }
    }
  }
}

extension PreparedRecord {
  /// The wars with a day in a range of years in order of their numbers, and how often states join.
  func wars(_ sourced: Sourced<Wars>, years: ClosedRange<Int>) -> ([(number: Int32, war: WarSides)], JoiningBaseRates) {
    let key = SourceYears(dataset: sourced.vintage.dataset, years: years)
    let wars = warSides.value(for: key) { WarSides.all(sourced, years: years) }
    let rates = joiningRates.value(for: key) {
      let contests = wars.map(\.contest)
      let begun = contests.map(\.year)
      let span = (begun.min() ?? years.lowerBound)...max(begun.max() ?? 0, begun.min() ?? years.lowerBound)
      return JoiningBaseRates(contests, obligations: obligations(in: span))
    }
    return (wars.map { ($0.number, $0) }, rates)
  }
}

/// The sides of one war.
struct WarSides: Sendable {
  let number: Int32
  let name: String
  /// A state that changed sides counts on its last one.
  private(set) var sides: [StateID: UInt8] = [:]
  private(set) var first = Int.max
  private(set) var last = Int.min

  /// The wars with a day in the years, ascending by number.
  static func all(_ sourced: Sourced<Wars>, years: ClosedRange<Int>) -> [WarSides] {
    let table = sourced.table
    var wars: [Int32: WarSides] = [:]
    for row in 0..<table.count {
      guard let state = StateID(Int(table.states[row])) else { continue }
      let end = table.endYears[row] == 0 ? sourced.years.upperBound : Int(table.endYears[row])
      guard Int(table.startYears[row]) <= years.upperBound, end >= years.lowerBound else { continue }
      let number = table.numbers[row]
      wars[number, default: WarSides(number: number, name: table.names[row])]
        .add(state, side: table.sides[row], from: Int(table.startYears[row]), to: end)
    }
    return wars.values.sorted { $0.number < $1.number }
  }

  private init(number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  private mutating func add(_ state: StateID, side: UInt8, from start: Int, to end: Int) {
    sides[state] = side
    first = min(first, start)
    last = max(last, end)
  }

  var contest: JoiningBaseRates.Contest {
    let parties = sides
    return JoiningBaseRates.Contest(
      opponents: parties.mapValues { side in Set(parties.filter { $0.value != side }.keys) }, year: first)
  }
}
