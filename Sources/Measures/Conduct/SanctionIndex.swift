import Evidence
import Record
import StateSystem

/// Senders and targets of sanction cases by row of the table.
struct SanctionIndex: Sendable {
  let table: Sanctions
  private var senderSets: [Set<StateID>]
  private var targetSets: [Set<StateID>]

  static let arguments: [MeasureDefinition.Argument] = [
    .init("a", "a partner"), .init("b", "the other partner"), .init("third", "the third power"),
    .init("years", "years in which the case began, 1987-2001"),
  ]

  init(_ table: Sanctions) {
    self.table = table
    senderSets = Array(repeating: [], count: table.count)
    targetSets = Array(repeating: [], count: table.count)
    let rowOfCase = Dictionary(
      table.cases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for party in table.partyCases.indices {
      guard let row = rowOfCase[table.partyCases[party]], let state = StateID(Int(table.parties[party])) else {
        continue
      }
      if table.partyIsSender[party] == 1 { senderSets[row].insert(state) } else { targetSets[row].insert(state) }
    }
  }

  func senders(row: Int) -> Set<StateID> { senderSets[row] }
  func targets(row: Int) -> Set<StateID> { targetSets[row] }
  func isSender(_ state: StateID, row: Int) -> Bool { senderSets[row].contains(state) }

  /// Rows of cases in force in the years.
  func cases(by sender: StateID, against target: StateID, years: ClosedRange<Int>) -> [Int] {
    table.cases.indices.filter { row in
      Int(table.beginYears[row]) <= years.upperBound && Int(table.endYears[row]) >= years.lowerBound
        && senderSets[row].contains(sender) && targetSets[row].contains(target)
    }
  }

  /// Rows of cases of the third power that began in the years, without those of the United Nations as a whole.
  func cases(by third: StateID, againstAnyOf partners: [StateID], beginning years: ClosedRange<Int>)
    -> [(row: Int, target: StateID)]
  {
    table.cases.indices.flatMap { row -> [(row: Int, target: StateID)] in
      guard years.contains(Int(table.beginYears[row])), senderSets[row].contains(third),
        table.senderNames[row] != "UN"
      else { return [] }
      let hit = partners.filter { targetSets[row].contains($0) }
      return hit.count == 1 ? hit.map { (row, $0) } : []
    }
  }

  /// Cases of the third power that began in the years, without those of the United Nations as a whole, with their targets.
  func cases(by third: StateID, beginning years: ClosedRange<Int>) -> [(row: Int, targets: Set<StateID>)] {
    table.cases.indices.compactMap { row in
      years.contains(Int(table.beginYears[row])) && senderSets[row].contains(third) && table.senderNames[row] != "UN"
        ? (row, targetSets[row]) : nil
    }
  }

  func item(_ row: Int, detail: String, tags: [String] = []) -> Finding.Item {
    let kinds: [(UInt8, String)] = [
      (1, "trade"), (2, "arms"), (4, "military assistance"), (8, "financial"), (16, "travel"), (32, "other"),
    ]
    let names = kinds.filter { table.kinds[row] & $0.0 != 0 }.map(\.1).joined(separator: ", ")
    let end = table.ongoing[row] == 1 ? ".." : String(table.endYears[row])
    return Finding.Item(
      id: String(table.cases[row]), label: "\(table.senderNames[row]) against \(table.targetNames[row])",
      date: "\(table.beginYears[row])/\(end)", detail: detail.isEmpty ? names : "\(names): \(detail)", tags: tags)
  }
}

/// The cases behind the rung of economic pressure, and the frame of its findings.
struct SanctionQuestion {
  struct Found {
    let index: SanctionIndex
    let cases: [(row: Int, target: StateID)]
    let source: Source
  }

  private let request: MeasureRequest
  private let a: StateID
  private let b: StateID
  private let notes: [String]
  private let years: ClosedRange<Int>
  let result: Covered<Found>

  init(_ prepared: PreparedRecord, _ arguments: Arguments) throws(ArgumentError) {
    request = arguments.request
    a = try arguments.state("a").id
    b = try arguments.state("b").id
    let third = try arguments.state("third").id
    let asked = try arguments.range("years")
    guard let sourced = prepared.record.sanctions, let index = prepared.sanctions else {
      result = .notCovered(.notInstalled("gsdb"))
      notes = []
      years = asked
      return
    }
    let overlap = Reason.overlap(asked, sourced.years, "gsdb")
    years = overlap.value ?? asked
    notes =
      years == asked ? [] : ["gsdb covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    let partners = [a, b]
    let span = years
    result = overlap.map { _ in
      let cases = index.cases(by: third, againstAnyOf: partners, beginning: span)
      let numbers = cases.map { String(sourced.table.cases[$0.row]) }.joined(separator: ", ")
      return Found(index: index, cases: cases, source: sourced.source("case_id in {\(numbers)}", count: cases.count))
    }
  }

  func other(of state: StateID) -> StateID { state == a ? b : a }

  func finding(_ result: Covered<Estimate>, unit: Unit, items: [Finding.Item] = []) -> Finding {
    Finding(request, panel: .conduct, unit: unit, result: result, items: items, notes: notes)
  }

  func none(unit: Unit, items: [Finding.Item] = []) -> Finding {
    finding(
      .notCovered(
        Reason(
          .tooFew,
          "no sanctions of the third power against exactly one partner began in \(years.lowerBound)-\(years.upperBound) with figures to compare"
        )), unit: unit, items: items)
  }
}

/// Change of total trade around the first year of a sanction case.
struct TradeAroundSanctions {
  private let table: Trade

  init(_ table: Trade) { self.table = table }

  /// Mean total of three years after over mean of three years before; `nil` without figures in both spans or with no trade before.
  func change(of state: StateID, with other: StateID, around year: Int) -> Double? {
    guard let dyad = Dyad(state, other) else { return nil }
    func mean(_ years: ClosedRange<Int>) -> Double? {
      let totals = years.compactMap { year -> Double? in
        guard let row = table.row(of: dyad, in: Year(year)) else { return nil }
        let total = table.importsOfFirst[row] + table.importsOfSecond[row]
        return total.isNaN ? nil : total
      }
      return totals.isEmpty ? nil : totals.reduce(0, +) / Double(totals.count)
    }
    guard let before = mean(year - 3...year - 1), let after = mean(year + 1...year + 3), before > 0 else { return nil }
    return after / before
  }

  /// The same for every partner of the state but those excluded.
  func changes(of state: StateID, around year: Int, without excluded: Set<StateID>) -> [Double] {
    changes(of: state, around: year).filter { !excluded.contains($0.partner) }.map(\.change)
  }

  /// The same for every partner of the state, in order of the partner.
  func changes(of state: StateID, around year: Int) -> [(partner: StateID, change: Double)] {
    var partners: Set<StateID> = []
    for row in table.rows(of: Year(year)) {
      let other =
        table.firsts[row] == state.cow ? table.seconds[row] : table.seconds[row] == state.cow ? table.firsts[row] : 0
      if let id = StateID(Int(other)) { partners.insert(id) }
    }
    return partners.sorted().compactMap { partner in
      change(of: state, with: partner, around: year).map { (partner, $0) }
    }
  }
}
