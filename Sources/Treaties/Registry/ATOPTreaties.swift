import Record
import StateSystem

/// Makes registered treaties of the alliance and member files of ATOP.
struct ATOPTreaties {
  private let alliances: Alliances
  private let phases: AlliancePhases
  private let version: String
  private let lastDay: Day
  private let allianceColumns: [String: Int]
  private let phaseColumns: [String: Int]
  /// Rows of the member file by alliance.
  private let memberRows: [Int32: [Int]]

  init(_ alliances: Sourced<Alliances>, _ phases: AlliancePhases) {
    self.alliances = alliances.table
    self.phases = phases
    version = Self.version(of: alliances)
    lastDay = Day(alliances.years.upperBound, 12, 31) ?? Day(number: 0)
    func index(_ names: TextColumn) -> [String: Int] {
      Dictionary(names.strings.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }
    allianceColumns = index(alliances.table.provisionNames)
    phaseColumns = index(phases.provisionNames)
    memberRows = Dictionary(grouping: phases.alliances.indices) { phases.alliances[$0] }
  }

  /// The version of the alliance files, where the dataset joins several: version 4.01 ends with 2016.
  static func version(of alliances: Sourced<Alliances>) -> String {
    let parts = alliances.vintage.version.split(separator: "+").map(String.init)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return alliances.vintage.version }
    return alliances.years.upperBound <= 2016 ? last : first
  }

  private func value(_ row: Int, _ column: String) -> Double? {
    guard let index = allianceColumns[column] else { return nil }
    let value = alliances.provisions[index * alliances.count + row]
    return value.isNaN ? nil : value
  }

  private func phaseValue(_ row: Int, _ column: String) -> Double? {
    guard let index = phaseColumns[column] else { return nil }
    let value = phases.provisions[index * phases.count + row]
    return value.isNaN ? nil : value
  }

  /// The alliance of a row, with the coded treaty of the starter that is the same.
  func treaty(_ row: Int, coded: CodedTreaty?) -> RegisteredTreaty {
    let coding = self.coding(row)
    let begin = Self.date(alliances.beginYears[row], alliances.beginMonths[row], alliances.beginDays[row])
    let end = Self.date(alliances.endYears[row], alliances.endMonths[row], alliances.endDays[row])
    let citation = Evidence.source(version)
    var ended = coded?.ended ?? []
    if let end, !ended.contains(where: { $0.coder == "ATOP" }) {
      ended.append(
        CodedDate(
          date: end, coder: "ATOP", evidence: coding.ending.map { "ATOP: \($0.words)" }, confidence: nil,
          sources: [citation]))
    }
    let signed = coded?.signed ?? begin ?? DateExpression(Day(number: 0))
    let dates = TreatyDates(
      signed: signed, inForce: coded?.inForce ?? [], neverInForce: coded?.neverInForce ?? false, ended: ended,
      deFactoEnd: coded?.deFactoEnd ?? [],
      open: end == nil ? [TreatyDates.OpenCoding(coder: "ATOP", lastDay: lastDay)] : [])
    var links = coded?.links ?? []
    for (registry, number) in [
      (CodedTreaty.Link.Registry.atop, Double(alliances.ids[row])), (.cow, value(row, "cow4id") ?? 0),
    ] where number > 0 {
      let link = CodedTreaty.Link(registry: registry, number: String(Int(number)))
      if !links.contains(link) { links.append(link) }
    }
    return RegisteredTreaty(
      id: coding.id, title: coded?.title ?? Self.title(coding, signed: signed), dates: dates,
      codings: [coding] + (coded.map { [TreatyCoding($0)] } ?? []), coded: coded, links: links)
  }

  private enum Evidence {
    static func source(_ version: String) -> Citation { Citation(source: "atop-\(version)", at: nil) }
  }

  private func coding(_ row: Int) -> TreatyCoding {
    let id = alliances.ids[row]
    let rows = memberRows[id] ?? []
    let ending: TreatyEnding =
      alliances.endYears[row] == 0 ? .inForce : Self.ending(value(row, "term"), isOver: true)
    let secrecy: CodedTreaty.Secrecy? = value(row, "pubsecr").map { $0 == 0 ? .open : $0 == 1 ? .annex : .secret }
    var values: [String: Double] = [:]
    for name in allianceColumns.keys { values[name] = value(row, name) }
    for kind in Obligation.Kind.allCases { values[kind.column] = alliances.kinds[row] & kind.bit == 0 ? 0 : 1 }
    let others = rows.filter { Self.state(phases.members[$0]) == nil }
      .map { phases.members[$0] < 0 ? "an unnamed member" : "member \(phases.members[$0])" }
    return TreatyCoding(
      id: "ATOP:\(id)", coder: .atop, source: "atop \(version)", parties: parties(rows),
      otherParties: Set(others).sorted(), duties: duties(rows), features: features(row, rows), term: term(row),
      secrecy: secrecy, isAsymmetric: value(row, "asymm") == 1, ending: ending, values: values)
  }

  private func parties(_ rows: [Int]) -> [TreatyCoding.Party] {
    var spells: [TreatyCoding.Party] = []
    for row in rows {
      guard let state = Self.state(phases.members[row]) else { continue }
      let entered = Self.date(phases.entryYears[row], phases.entryMonths[row], phases.entryDays[row])
      let left = Self.date(phases.exitYears[row], phases.exitMonths[row], phases.exitDays[row])
      let ending: TreatyEnding =
        phases.exitYears[row] == 0 ? .inForce : Self.ending(phaseValue(row, "term"), isOver: true)
      // A later phase of the same member continues its membership.
      if let index = spells.lastIndex(where: { $0.state == state }), spells[index].left == entered {
        spells[index] = TreatyCoding.Party(state: state, entered: spells[index].entered, left: left, ending: ending)
      } else {
        spells.append(TreatyCoding.Party(state: state, entered: entered, left: left, ending: ending))
      }
    }
    return spells
  }

  /// Duties of equal content are one duty with several obligors and phases.
  private func duties(_ rows: [Int]) -> [Duty] {
    struct Content: Hashable {
      let kind: Obligation.Kind
      let triggers: [Duty.Trigger]
      let targets: [StateID]
      let described: String?
    }
    var order: [Content] = []
    var owed: [Content: (obligors: Set<StateID>, phases: Set<Int>)] = [:]
    let members = Set(rows.compactMap { Self.state(phases.members[$0]) })
    let all = Set(rows.map { Int(phases.phases[$0]) })
    for kind in Obligation.Kind.allCases {
      for row in rows where phases.kinds[row] & kind.bit != 0 {
        guard let state = Self.state(phases.members[row]) else { continue }
        let triggers = ATOPCodes.triggerColumns(kind).filter { phaseValue(row, $0.column) == 1 }.map(\.trigger)
        let (targets, described) = kind == .nonaggression ? ([], nil) : threat(row)
        let content = Content(kind: kind, triggers: triggers, targets: targets, described: described)
        if owed[content] == nil { order.append(content) }
        owed[content, default: ([], [])].obligors.insert(state)
        owed[content]?.phases.insert(Int(phases.phases[row]))
      }
    }
    return order.map { content in
      let (obligors, held) = owed[content] ?? ([], [])
      return Duty(
        kind: content.kind, obligors: obligors == members ? [] : obligors.sorted(), beneficiaries: [],
        triggers: content.triggers, conditions: nil, targets: content.targets, targetDescribed: content.described,
        clause: nil, summary: nil, presence: .present, phases: held == all ? [] : held.sorted())
    }
  }

  /// The states named as a threat, and in words what is not a state.
  private func threat(_ row: Int) -> ([StateID], String?) {
    guard let kind = phaseValue(row, "specthrt"), kind > 0 else { return ([], nil) }
    let states = ["statthr1", "statthr2"].compactMap { phaseValue(row, $0) }.compactMap { StateID(Int($0)) }
    return (states, states.isEmpty ? "a threat named in the treaty" : nil)
  }

  private func features(_ row: Int, _ rows: [Int]) -> [Feature] {
    var features = ATOPCodes.features { value(row, $0) }
    // The alliance file keeps the strongest phase; where a phase lacks a feature, say which have it.
    let all = Set(rows.map { Int(phases.phases[$0]) })
    guard all.count > 1 else { return features }
    features = features.map { feature in
      guard let column = ATOPCodes.columns.first(where: { $0.kind == feature.kind }) else { return feature }
      let having = Set(rows.filter { (phaseValue($0, column.name) ?? 0) > 0 }.map { Int(phases.phases[$0]) })
      return Feature(
        kind: feature.kind, code: feature.code, label: feature.label, clause: nil, summary: nil,
        phases: having == all ? [] : having.sorted())
    }
    return features
  }

  private func term(_ row: Int) -> TreatyCoding.Term? {
    guard let kind = value(row, "speclgth") else { return nil }
    let months = value(row, "length").map { Int($0) } ?? 0
    let renewal = value(row, "renewlgt").map { Int($0) } ?? 0
    return TreatyCoding.Term(
      months: months > 0 ? months : nil, untilDone: kind == 2, renewalMonths: renewal > 0 ? renewal : nil,
      renewsByItself: value(row, "proren") == 2, renounceable: (value(row, "renounce") ?? 0) > 0, described: nil)
  }

  static func ending(_ code: Double?, isOver: Bool) -> TreatyEnding {
    switch code {
    case 1: .scheduled
    case 2: .violation
    case 3: .renegotiation
    default: isOver ? .stateDeath : .inForce
    }
  }

  static func state(_ number: Int32) -> StateID? { StateID(Int(number)).flatMap { State[$0]?.id } }

  /// A date of day, month or year precision; `nil` for year 0.
  static func date(_ year: Int16, _ month: UInt8, _ day: UInt8) -> DateExpression? {
    guard year > 0 else { return nil }
    if let exact = Day(Int(year), Int(month), Int(day)) { return DateExpression(exact) }
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let text = padded(Int(year), 4) + ((1...12).contains(month) ? "-" + padded(Int(month), 2) : "")
    return DateExpression(text)
  }

  /// `Defence pact of Russia and China, 1950`.
  static func title(_ coding: TreatyCoding, signed: DateExpression) -> String {
    let kinds = coding.kinds
    let name =
      kinds.contains(.defense)
      ? "Defence pact"
      : kinds.contains(.offense)
        ? "Offensive alliance"
        : kinds.contains(.neutrality)
          ? "Neutrality pact" : kinds.contains(.nonaggression) ? "Non-aggression pact" : "Consultation pact"
    let states = Set(coding.parties.map(\.state)).sorted()
    let day = signed.latest ?? signed.earliest
    let names = states.prefix(2).map { id in
      State[id].map { state in day.map { state.name(on: $0) } ?? state.name } ?? "\(id)"
    }
    let more = states.count - names.count + coding.otherParties.count
    let list = more > 0 ? names.joined(separator: ", ") + " and \(more) more" : names.joined(separator: " and ")
    return "\(name) of \(list), \(signed.earliest.map { String($0.fields.year) } ?? signed.description)"
  }
}

extension Obligation.Kind {
  /// The bit in the record's columns of kinds.
  package var bit: UInt8 {
    switch self {
    case .defense: 1
    case .offense: 2
    case .neutrality: 4
    case .nonaggression: 8
    case .consultation: 16
    }
  }

  /// ATOP's column.
  package var column: String {
    switch self {
    case .defense: "defense"
    case .offense: "offense"
    case .neutrality: "neutral"
    case .nonaggression: "nonagg"
    case .consultation: "consul"
    }
  }
}
