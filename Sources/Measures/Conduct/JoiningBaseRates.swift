import Evidence
import Record
import StateSystem

/// What a state owed another in a year, for reading how often it joins.
enum PactTie: String, CaseIterable, Sendable {
  /// An obligation of defense.
  case defense
  /// An obligation to consult, and none of defense.
  case consultation
  /// Neutrality, non-aggression or offense alone.
  case other
  /// No obligation of the five kinds.
  case none

  init(_ kinds: ObligationKinds) {
    self =
      kinds.contains(.defense)
      ? .defense : kinds.contains(.consultation) ? .consultation : kinds.isEmpty ? .none : .other
  }

  var words: String {
    switch self {
    case .defense: "states that owed defense"
    case .consultation: "states that owed consultation and no defense"
    case .other: "states that owed neutrality or non-aggression alone"
    case .none: "states that owed nothing"
    }
  }
}

/// How often states join a contest on the side of one of its parties, or on the other side, by what they owed that party.
///
/// A chance is a contest, a party with one of its opponents, and a further member of the system in the year the contest began. It is
/// taken beside when the further state stood against the opponent too, and taken against when it stood against the party.
struct JoiningBaseRates: Sendable {
  struct Count: Sendable {
    var chances = 0
    var beside = 0
    var against = 0
  }

  /// Parties of a contest with their opponents, and the year it began.
  struct Contest {
    let opponents: [StateID: Set<StateID>]
    let year: Int
  }

  private(set) var all = Count()
  private(set) var byTie: [PactTie: Count] = [:]

  /// - Parameter obligations: what each state owed each other by year; `nil` leaves out the rates by obligation.
  /// - Complexity: O(parties × members) over the contests.
  init(_ contests: [Contest], obligations: ObligationLookup?) {
    var members: [Int: [StateID]] = [:]
    for year in Set(contests.map(\.year)) {
      members[year] = State.all.filter { $0.isMember(in: Year(year)) }.map(\.id)
    }
    for contest in contests {
      let everyone = members[contest.year] ?? []
      for (party, against) in contest.opponents {
        for opponent in against {
          let enemiesOfOpponent = contest.opponents[opponent] ?? []
          var count = Count()
          count.chances = max(0, everyone.count - 2)
          count.beside = enemiesOfOpponent.count { $0 != party }
          count.against = against.count { $0 != opponent }
          all.add(count)
          guard let obligations, obligations.covers(contest.year) else { continue }
          var rest = count
          for (obligor, kinds) in obligations.owed(to: party, in: contest.year) where obligor != opponent {
            guard obligor != party else { continue }
            var one = Count()
            one.chances = 1
            one.beside = enemiesOfOpponent.contains(obligor) ? 1 : 0
            one.against = against.contains(obligor) ? 1 : 0
            byTie[PactTie(kinds), default: Count()].add(one)
            rest.subtract(one)
          }
          byTie[.none, default: Count()].add(rest)
        }
      }
    }
  }

  /// The rates of joining beside, then of joining against; any state first, then by what was owed, defense first.
  var benchmarks: [Finding.Benchmark] {
    var found: [Finding.Benchmark] = []
    func add(_ label: String, _ k: Int, of n: Int) {
      if n > 0 { found.append(Finding.Benchmark(label: label, value: Double(k) / Double(n), n: n)) }
    }
    add("any state of the system joined", all.beside, of: all.chances)
    for tie in PactTie.allCases {
      if let count = byTie[tie] { add("\(tie.words) joined", count.beside, of: count.chances) }
    }
    // Over all states joining one side is joining against the other, so only the rates by obligation differ.
    for tie in PactTie.allCases {
      if let count = byTie[tie] { add("\(tie.words) joined the other side", count.against, of: count.chances) }
    }
    return found
  }
}

extension JoiningBaseRates.Count {
  fileprivate mutating func add(_ other: Self) {
    chances += other.chances
    beside += other.beside
    against += other.against
  }

  fileprivate mutating func subtract(_ other: Self) {
    chances -= other.chances
    beside -= other.beside
    against -= other.against
  }
}

/// What each state owed each other, by year and beneficiary.
struct ObligationLookup: Sendable {
  private let years: ClosedRange<Int>
  private let owed: [Int: [StateID: [StateID: ObligationKinds]]]

  /// - Parameter years: the years that are looked up.
  init(_ sourced: Sourced<ObligationYears>, years asked: ClosedRange<Int>) {
    var owed: [Int: [StateID: [StateID: ObligationKinds]]] = [:]
    let table = sourced.table
    for row in 0..<table.count {
      let year = Int(table.years[row])
      guard asked.contains(year), table.kinds[row] != 0, let obligor = StateID(Int(table.obligors[row])),
        let beneficiary = StateID(Int(table.beneficiaries[row]))
      else { continue }
      owed[year, default: [:]][beneficiary, default: [:]][obligor, default: []]
        .formUnion(ObligationKinds(rawValue: table.kinds[row]))
    }
    years = sourced.years
    self.owed = owed
  }

  func covers(_ year: Int) -> Bool { years.contains(year) }

  /// The states that owed something to a state, with what they owed.
  func owed(to beneficiary: StateID, in year: Int) -> [StateID: ObligationKinds] { owed[year]?[beneficiary] ?? [:] }
}
