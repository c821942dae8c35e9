import Evidence
import Record
import StateSystem
import Statistics

/// Reads the values of each indicator off the record.
struct IndicatorSources: Sendable {
  private let record: Record

  init(_ record: Record) { self.record = record }

  /// The indicators that the record has, in the order of `RelationshipIndicator`.
  var present: [RelationshipIndicator] { RelationshipIndicator.allCases.filter { vintage($0) != nil } }

  var vintages: [Vintage] {
    Set(present.compactMap(vintage)).sorted { $0.dataset < $1.dataset }
  }

  /// The last year that one of them covers.
  var lastYear: Int {
    [
      record.trade?.years, record.memberships?.years, record.positions?.years, record.disputes?.years,
      record.rivalries?.years, record.transfers?.years, record.sanctions?.years,
    ].compactMap { $0?.upperBound }.max() ?? 0
  }

  private func vintage(_ indicator: RelationshipIndicator) -> Vintage? {
    switch indicator {
    case .trade: record.trade?.vintage
    case .organisations: record.memberships?.vintage
    case .votes: record.positions?.vintage
    case .side, .war: record.disputes?.vintage
    case .rivalry: record.rivalries?.vintage
    case .arms: record.transfers?.vintage
    case .sanctions: record.sanctions?.vintage
    }
  }

  /// The values by cell and, for arms, what makes a delivery likely.
  func values(_ indicator: RelationshipIndicator, _ cells: DyadCells) -> ([Float], [Float]?) {
    switch indicator {
    case .trade: (record.trade.map { Self.trade($0, cells) } ?? cells.unobserved, nil)
    case .organisations: (record.memberships.map { Self.organisations($0, cells) } ?? cells.unobserved, nil)
    case .votes: (record.positions.map { Self.votes($0, cells) } ?? cells.unobserved, nil)
    case .side: (record.disputes.map { Self.disputes($0, cells).side } ?? cells.unobserved, nil)
    case .war: (record.disputes.map { Self.disputes($0, cells).war } ?? cells.unobserved, nil)
    case .rivalry: (record.rivalries.map { Self.rivalry($0, cells) } ?? cells.unobserved, nil)
    case .arms: record.transfers.map { Self.arms($0, cells) } ?? (cells.unobserved, nil)
    case .sanctions: (record.sanctions.map { Self.sanctions($0, cells) } ?? cells.unobserved, nil)
    }
  }

  /// Trade shares below this are not told apart.
  static let smallestShare = 1e-3

  /// log((s + δ)/(e + δ)): s the geometric mean of the shares of the pair in the trade of each, e the same if each traded with all in
  /// proportion to their trade. Unobserved where a flow is missing or a state has no recorded trade.
  private static func trade(_ source: Sourced<Trade>, _ cells: DyadCells) -> [Float] {
    let table = source.table
    let width = cells.years.count
    var totals = [Double](repeating: 0, count: 1_000 * width)
    var world = [Double](repeating: 0, count: width)
    for row in 0..<table.count where cells.years.contains(Int(table.years[row])) {
      let offset = Int(table.years[row]) - cells.years.lowerBound
      for flow in [table.importsOfFirst[row], table.importsOfSecond[row]] where !flow.isNaN {
        totals[Int(table.firsts[row]) * width + offset] += flow
        totals[Int(table.seconds[row]) * width + offset] += flow
        world[offset] += 2 * flow
      }
    }
    var values = cells.unobserved
    for row in 0..<table.count {
      let total: Double = table.importsOfFirst[row] + table.importsOfSecond[row]
      guard !total.isNaN, let cell = cells.cell(table.firsts[row], table.seconds[row], Int(table.years[row])) else {
        continue
      }
      let offset = Int(table.years[row]) - cells.years.lowerBound
      let product: Double =
        totals[Int(table.firsts[row]) * width + offset] * totals[Int(table.seconds[row]) * width + offset]
      guard product > 0 else { continue }
      let share: Double = total / product.squareRoot()
      let expected: Double = product.squareRoot() / world[offset]
      values[cell] = Float(logarithm((share + smallestShare) / (expected + smallestShare)))
    }
    return values
  }

  /// Joint full or associate memberships over the geometric mean of the memberships of each.
  private static func organisations(_ source: Sourced<Memberships>, _ cells: DyadCells) -> [Float] {
    let table = source.table
    let width = table.organisations.count
    let words = (width + 63) / 64
    guard table.codes.count == table.count * width else { return cells.unobserved }
    var rows: [Int: [Int]] = [:]
    for row in 0..<table.count { rows[Int(table.years[row]), default: []].append(row) }
    var values = cells.unobserved
    for year in cells.years {
      guard let members = rows[year] else { continue }
      var bits = [UInt64](repeating: 0, count: members.count * words)
      for (i, row) in members.enumerated() {
        for column in 0..<width where table.codes[row * width + column] &- 1 < 2 {
          bits[i * words + column / 64] |= 1 << UInt64(column % 64)
        }
      }
      let counts = members.indices.map { i in (0..<words).reduce(0) { $0 + bits[i * words + $1].nonzeroBitCount } }
      for i in members.indices where counts[i] > 0 {
        for j in 0..<i where counts[j] > 0 {
          guard let cell = cells.cell(table.states[members[i]], table.states[members[j]], year) else { continue }
          var joint = 0
          for word in 0..<words { joint += (bits[i * words + word] & bits[j * words + word]).nonzeroBitCount }
          values[cell] = Float(Double(joint) / (Double(counts[i]) * Double(counts[j])).squareRoot())
        }
      }
    }
    return values
  }

  /// −|θ_a − θ_b| in the session that opens in the year; unobserved unless both voted.
  private static func votes(_ source: Sourced<Positions>, _ cells: DyadCells) -> [Float] {
    let table = source.table
    var bySession: [Int: [(UInt16, Double)]] = [:]
    for row in 0..<table.count where table.dimensions[row] == 1 {
      bySession[Int(table.sessions[row]), default: []].append((table.states[row], table.means[row]))
    }
    var values = cells.unobserved
    for (session, own) in bySession {
      for i in own.indices {
        for j in 0..<i {
          if let cell = cells.cell(own[i].0, own[j].0, session + 1945) {
            values[cell] = -Float((own[i].1 - own[j].1).magnitude)
          }
        }
      }
    }
    return values
  }

  /// Sides and wars. A year in which the two were on the same side in one dispute and on opposite sides in another has no side.
  private static func disputes(_ source: Sourced<Disputes>, _ cells: DyadCells) -> (side: [Float], war: [Float]) {
    let table = source.table
    struct Contest: Hashable {
      let number: Int32
      let year: Int16
    }
    var opponents: [Contest: [UInt16: Set<UInt16>]] = [:]
    var war = cells.unobserved
    var opposed = [Bool](repeating: false, count: cells.layout.cells)
    for row in 0..<table.count {
      let contest = Contest(number: table.numbers[row], year: table.years[row])
      opponents[contest, default: [:]][table.firsts[row], default: []].insert(table.seconds[row])
      guard let cell = cells.cell(table.firsts[row], table.seconds[row], Int(table.years[row])) else { continue }
      opposed[cell] = true
      let isWar: Float = table.hostility[row] >= 5 ? 1 : 0
      war[cell] = war[cell].isNaN ? isWar : max(war[cell], isWar)
    }
    var side = cells.unobserved
    for (contest, sides) in opponents {
      let states = sides.keys.sorted()
      for (i, a) in states.enumerated() {
        for b in states[..<i] {
          guard let ofA = sides[a], let ofB = sides[b], !ofA.contains(b), !ofA.isDisjoint(with: ofB),
            let cell = cells.cell(a, b, Int(contest.year))
          else { continue }
          side[cell] = 1
        }
      }
    }
    for cell in opposed.indices where opposed[cell] { side[cell] = side[cell].isNaN ? 0 : .nan }
    return (side, war)
  }

  private static func rivalry(_ source: Sourced<Rivalries>, _ cells: DyadCells) -> [Float] {
    var values = cells.zeros(source.years)
    let table = source.table
    for row in 0..<table.count {
      let end = table.ongoing[row] == 1 ? source.years.upperBound : Int(table.endYears[row])
      for year in cells.years where year >= Int(table.startYears[row]) && year <= end {
        if let cell = cells.cell(table.firsts[row], table.seconds[row], year), !values[cell].isNaN { values[cell] = 1 }
      }
    }
    return values
  }

  /// Whether one delivered to the other, with log(1 + the larger of the two products of the supplier's recipients and the recipient's suppliers).
  private static func arms(_ source: Sourced<Transfers>, _ cells: DyadCells) -> ([Float], [Float]?) {
    let table = source.table
    let width = cells.years.count
    var values = cells.zeros(source.years)
    var supplies = [Float](repeating: 0, count: 1_000 * width)
    var receives = supplies
    for row in 0..<table.count where cells.years.contains(Int(table.years[row])) {
      let offset = Int(table.years[row]) - cells.years.lowerBound
      guard table.suppliers[row] > 0, table.recipients[row] > 0 else { continue }
      supplies[Int(table.suppliers[row]) * width + offset] += 1
      receives[Int(table.recipients[row]) * width + offset] += 1
      if let cell = cells.cell(table.suppliers[row], table.recipients[row], Int(table.years[row])) { values[cell] = 1 }
    }
    var exposure = [Float](repeating: 0, count: cells.layout.cells)
    cells.forEachCell { cell, year, a, b in
      let (x, y) = (Int(a) * width + year - cells.years.lowerBound, Int(b) * width + year - cells.years.lowerBound)
      exposure[cell] = Float(logarithm1p(Double(max(supplies[x] * receives[y], supplies[y] * receives[x]))))
    }
    return (values, exposure)
  }

  /// Senders of a case at most: a case of a bloc or of the United Nations says little of each member.
  static let mostSenders = 3

  private static func sanctions(_ source: Sourced<Sanctions>, _ cells: DyadCells) -> [Float] {
    let table = source.table
    var senders: [Int32: Set<UInt16>] = [:]
    var targets: [Int32: Set<UInt16>] = [:]
    for row in table.partyCases.indices {
      if table.partyIsSender[row] == 1 {
        senders[table.partyCases[row], default: []].insert(table.parties[row])
      } else {
        targets[table.partyCases[row], default: []].insert(table.parties[row])
      }
    }
    var values = cells.zeros(source.years)
    for (row, number) in table.cases.enumerated() {
      guard let from = senders[number], let to = targets[number], from.count <= mostSenders else { continue }
      for year in cells.years where year >= Int(table.beginYears[row]) && year <= Int(table.endYears[row]) {
        for a in from { for b in to { if let cell = cells.cell(a, b, year) { values[cell] = 1 } } }
      }
    }
    return values
  }
}
