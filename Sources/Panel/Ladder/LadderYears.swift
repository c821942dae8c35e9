import Measures
import Record

/// The rungs of the cost ladder for any triad and year: counts of occasions, and of what the other partner did.
///
/// For one year the counts are those of `votes.agreement` (sets unopposed, opposed, alone, flagged), `sanctions.joined`, `disputes.joined` and
/// `wars.joined`. A dispute or war of several years counts in each of them, a sanction case in the year in which it begins.
///
/// - Complexity: O(rows of the datasets) to make; a triad takes a few words of bits and, where there are disputes, short lists.
struct LadderYears: Sendable {
  /// Directed dyad-years by which lists are found.
  let dyads: DyadYears
  /// Votes by year, `nil` without a roll call, with the place of each state of the system in them, -1 for none.
  private let votes: [(own: VotesAtStake, places: [Int32])?]
  private let disputes: DyadLists
  private let sanctions: DyadLists
  private let wars: DyadLists
  /// What is known before any occasion, by year: 0 or why nothing is.
  private let blanks: [[Int16]]
  private let flagging: Int?
  /// Years and version of the source of each variable.
  let sources: [(years: ClosedRange<Int>, version: String)]

  static let count = LadderVariable.allCases.count

  init(_ context: FamilyContext, _ dyads: DyadYears) throws(PanelError) {
    let record = context.record
    let rollCalls = try context.need(record.rollCalls, "un-votes")
    let gsdb = try context.need(record.sanctions, "gsdb")
    let mids = try context.need(record.disputes, "cow-mid")
    let fought = try context.need(record.wars, "cow-war")
    let years = dyads.system.years
    self.dyads = dyads
    let states = dyads.system.states
    let found = VotesAtStake.all(rollCalls.table, in: years)
    votes = years.map { year in
      found[year].map { own in (own, states.map { own.place(of: $0).map { Int32($0) } ?? -1 }) }
    }
    disputes = Self.disputes(mids.table, dyads)
    sanctions = Self.sanctions(gsdb.table, dyads)
    wars = Self.wars(fought, dyads)
    flagging = dyads.system.place(of: 2)
    sources = LadderVariable.allCases.map { variable in
      switch variable.dataset {
      case "gsdb": (gsdb.years, gsdb.vintage.version)
      case "cow-mid": (mids.years, mids.vintage.version)
      case "cow-war": (fought.years, fought.vintage.version)
      default: (rollCalls.years, rollCalls.vintage.version)
      }
    }
    let sources = sources
    blanks = years.map { year in
      LadderVariable.allCases.map { variable in
        let isVote = variable.rawValue <= LadderVariable.flaggedAlike.rawValue
        if isVote, found[year] != nil { return Int16.encoded(.notMember) }
        return sources[variable.rawValue].years.contains(year)
          ? (isVote ? Int16.encoded(.missing) : 0) : Int16.encoded(.outsideYears)
      }
    }
  }

  /// Writes the cells of triads with the same partners in a year, in the order of `LadderVariable`.
  ///
  /// - Parameters:
  ///   - a, b: places of the partners, a dyad in the year.
  ///   - thirds: places of the third powers, each a dyad with both.
  ///   - lines: a line a third power of `TriadColumns.pairs` rows, filled, and room for the cells, as 16 bits each.
  func fill(
    _ lines: UnsafeMutableBufferPointer<Int32>, _ a: Int, _ b: Int, thirds: [Int], _ offset: Int
  ) {
    let blank = blanks[offset]
    let first = TriadColumns.pairs.count
    let width = first + Self.count
    blank.withUnsafeBufferPointer { blank in
      for index in thirds.indices {
        let line = index * width
        for cell in 0..<Self.count { lines[line + first + cell] = Int32(UInt16(bitPattern: blank[cell])) }
        func write(_ variable: LadderVariable, _ value: Int16) {
          if blank[variable.rawValue] == 0 { lines[line + first + variable.rawValue] = Int32(value) }
        }
        let (ab, ba, ah) = (lines[line], lines[line + 1], lines[line + 2])
        let (ha, bh, hb) = (lines[line + 3], lines[line + 4], lines[line + 5])
        if !sanctions.isEmpty(ha) || !sanctions.isEmpty(hb) {
          let imposed = sanctions.imposed(ha, hb, forth: ab, back: ba)
          write(.sanctions, imposed.all)
          write(.sanctionsJoined, imposed.joined)
        }
        if !disputes.isEmpty(ah) || !disputes.isEmpty(bh) {
          let disputed = disputes.joined(ah, bh, between: ab)
          write(.disputes, disputed.all)
          write(.disputesJoined, disputed.joined)
          write(.disputesJoinedThird, disputed.joinedThird)
        }
        if !wars.isEmpty(ah) || !wars.isEmpty(bh) {
          let fought = wars.joined(ah, bh, between: ab)
          write(.wars, fought.all)
          write(.warsJoined, fought.joined)
          write(.warsJoinedThird, fought.joinedThird)
        }
      }
    }
    fillVotes(lines, a, b, thirds: thirds, offset)
  }

  private func fillVotes(
    _ lines: UnsafeMutableBufferPointer<Int32>, _ a: Int, _ b: Int, thirds: [Int], _ offset: Int
  ) {
    guard let (own, places) = votes[offset], places[a] >= 0, places[b] >= 0 else { return }
    let first = TriadColumns.pairs.count
    own.forEach(own.pair(Int(places[a]), Int(places[b])), thirds: thirds.map { places[$0] }) { index, counts in
      let line = index * (first + Self.count) + first
      func write(_ count: VotesAtStake.Count, _ variable: LadderVariable) {
        lines[line + variable.rawValue] = Int32(count.n)
        lines[line + variable.rawValue + 1] = Int32(count.alike)
      }
      write(counts.unopposed, .uncontested)
      write(counts.opposed, .opposed)
      write(counts.alone, .alone)
      guard thirds[index] == flagging, own.isFlagged else {
        let code = Int16.encoded(thirds[index] == flagging ? MissingCode.missing : .undefined)
        lines[line + LadderVariable.flagged.rawValue] = Int32(UInt16(bitPattern: code))
        lines[line + LadderVariable.flaggedAlike.rawValue] = Int32(UInt16(bitPattern: code))
        return
      }
      write(counts.flagged, .flagged)
    }
  }
}

extension LadderYears {
  private static func disputes(_ table: Disputes, _ dyads: DyadYears) -> DyadLists {
    var items: [(row: Int32, number: Int32)] = []
    for i in 0..<table.count {
      guard let row = dyads.row(table.firsts[i], table.seconds[i], year: Int(table.years[i])) else { continue }
      items.append((Int32(row), table.numbers[i]))
      // Opposite sides are so both ways, also where the source has one direction only.
      if let back = dyads.row(table.seconds[i], table.firsts[i], year: Int(table.years[i])) {
        items.append((Int32(back), table.numbers[i]))
      }
    }
    return DyadLists(count: dyads.count, items)
  }

  /// Cases in the year in which they begin, from each sender to each target; those of the United Nations as a whole are none's own.
  private static func sanctions(_ table: Sanctions, _ dyads: DyadYears) -> DyadLists {
    var parties: [Int32: (senders: [UInt16], targets: [UInt16])] = [:]
    for i in table.partyCases.indices {
      if table.partyIsSender[i] == 1 {
        parties[table.partyCases[i], default: ([], [])].senders.append(table.parties[i])
      } else {
        parties[table.partyCases[i], default: ([], [])].targets.append(table.parties[i])
      }
    }
    var items: [(row: Int32, number: Int32)] = []
    for (i, number) in table.cases.enumerated() where table.senderNames[i] != "UN" {
      guard let own = parties[number] else { continue }
      for sender in own.senders {
        for target in own.targets {
          guard let row = dyads.row(sender, target, year: Int(table.beginYears[i])) else { continue }
          items.append((Int32(row), number))
        }
      }
    }
    return DyadLists(count: dyads.count, items)
  }

  /// Wars with a day in the year; a state that changed sides counts on the last of its sides in the year.
  private static func wars(_ source: Sourced<Wars>, _ dyads: DyadYears) -> DyadLists {
    let table = source.table
    var sides: [Int: [Int32: [UInt16: UInt8]]] = [:]
    for i in 0..<table.count {
      let end = table.endYears[i] == 0 ? source.years.upperBound : Int(table.endYears[i])
      guard Int(table.startYears[i]) <= end else { continue }
      for year in Int(table.startYears[i])...end where dyads.system.years.contains(year) {
        sides[year, default: [:]][table.numbers[i], default: [:]][table.states[i]] = table.sides[i]
      }
    }
    var items: [(row: Int32, number: Int32)] = []
    for (year, wars) in sides {
      for (number, states) in wars {
        for (first, side) in states {
          for (second, other) in states where side != other {
            if let row = dyads.row(first, second, year: year) { items.append((Int32(row), number)) }
          }
        }
      }
    }
    return DyadLists(count: dyads.count, items)
  }
}

extension LadderYears {
  /// The columns of a triad panel. A line of it holds each cell itself: its 16 bits are the position of its value.
  var columns: [PanelColumn] {
    let values = (0...Int(UInt16.max)).map { Int16(bitPattern: UInt16($0)) }
    return LadderVariable.allCases.map { variable in
      let source = sources[variable.rawValue]
      return PanelColumn(variable.variable(), .shorts(values), years: source.years, version: source.version)
    }
  }
}
