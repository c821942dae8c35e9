import Delimited
import Record
import StateSystem

extension Reading {
  /// Votes on adopted resolutions from the UN Digital Library, a row a member and resolution.
  mutating func undlVotes() throws(DatasetError) -> [ReadTable] {
    let file = try required("votes")
    let table = try read(
      file,
      [
        .integer("undl_id", missing: [], range: 1...Int32.max, acceptsDecimals: true),
        .text("ms_code", or: ["ms_codes"], trims: true), .text("ms_vote", or: ["ms_votes"], trims: true),
        .day("date", missing: []), .text("session", trims: true, optional: true),
        .text("resolution", or: ["resolutions"], trims: true), .text("title", trims: true),
      ])
    let (ids, days) = (try integers(table, "undl_id"), try days(table, "date"))
    var firstRows: [Int32: Int] = [:]
    for row in ids.indices.reversed() { firstRows[ids[row]] = row }
    let order = firstRows.values.sorted { ids[$0] < ids[$1] }
    try checkCount(order.count, table)
    let states = try undlStates(table, days)
    var matrix = RollCallMatrix(ids: order.map { ids[$0] }, states: states.lazy.filter { $0 != 0 })
    try enter(table, ids, states, into: &matrix)
    let sessions = try undlSessions(table, order.map { ($0, Day(number: days[$0])) })
    let (resolutions, titles) = (try texts(table, "resolution"), try texts(table, "title"))
    let none = [UInt8](repeating: 0, count: order.count)
    let span = span(sessions.lazy.map(Int32.init)) ?? 1...1
    return [
      try make(
        RollCalls.self,
        ColumnSet([
          ("id", .int32(order.map { ids[$0] })), ("session", .int16(sessions)),
          ("day", .int32(order.map { days[$0] })), ("day_reliable", .uint8(none.map { _ in 1 })),
          ("important", .uint8(none.map { _ in 255 })), ("amendment", .uint8(none)), ("paragraph", .uint8(none)),
          ("issues", .uint8(none.map { _ in RollCalls.issuesNotCoded })),
          ("codes_absence", .uint8(matrix.codesAbsence)),
          ("resolution", .text(TextColumn(order.map { resolutions[$0] ?? "" }))),
          ("title", .text(TextColumn(order.map { titles[$0] ?? "" }))),
          ("state", .uint16(matrix.states)), ("vote", .uint8(matrix.votes)),
        ]),
        years: Session(span.lowerBound).year.value...Session(span.upperBound).year.value,
        version: Self.releaseDay(file.name) ?? "to \(Day(number: days.max() ?? 0))")
    ]
  }

  /// The state of each row; 0 where the code denotes none, and then the row is rejected.
  private mutating func undlStates(_ table: Delimited.Table, _ days: [Int32]) throws(DatasetError) -> [Int32] {
    let codes = try texts(table, "ms_code")
    var members = codes.distinct().map(UNMember.init)
    var result = [Int32](repeating: 0, count: days.count)
    for row in days.indices {
      let code = Int(codes.codes[row])
      if code >= 0, let state = members[code].state(on: days[row]) {
        result[row] = Int32(state)
      } else {
        try reject(
          table, row: row, column: "ms_code", found: "\"\(codes[row] ?? "")\" on \(Day(number: days[row]))",
          expected: "the ISO 3166 alpha-3 code of a state")
      }
    }
    return result
  }

  private mutating func enter(
    _ table: Delimited.Table, _ ids: [Int32], _ states: [Int32], into matrix: inout RollCallMatrix
  ) throws(DatasetError) {
    let votes = try texts(table, "ms_vote")
    let meanings = votes.distinct().map(Self.vote)
    for row in ids.indices where states[row] != 0 {
      let code = Int(votes.codes[row])
      guard code >= 0, let vote = meanings[code] else {
        try reject(
          table, row: row, column: "ms_vote", found: "\"\(votes[row] ?? "")\"", expected: "Y, N, A or X")
        continue
      }
      if case .twice = matrix.enter(vote, of: states[row], at: ids[row]) {
        try reject(
          table, row: row, column: "ms_code", found: "a second vote of \(states[row]) on \(ids[row])",
          expected: "one vote a member")
      }
    }
  }

  private static func vote(_ text: String) -> Int32? {
    switch text {
    case "Y": RollCallMatrix.Vote.yes
    case "A": RollCallMatrix.Vote.abstain
    case "N": RollCallMatrix.Vote.no
    case "X", "NV", "": RollCallMatrix.Vote.absent
    default: nil
    }
  }

  /// The regular session each resolution is counted to: its own, or for special and emergency sessions the one of its date.
  private mutating func undlSessions(
    _ table: Delimited.Table, _ calls: [(row: Int, day: Day)]
  ) throws(DatasetError) -> [Int16] {
    let texts = table.has("session") ? try texts(table, "session") : nil
    var special = 0
    let sessions = calls.map { row, day -> Int16 in
      if let number = texts?[row].flatMap({ Int16($0) }), (1...200).contains(number) { return number }
      special += 1
      return Self.regularSession(on: day)
    }
    if special > 0 {
      notes.append(
        "Resolutions of special and emergency sessions, counted to the regular session of their date: \(special).")
    }
    return sessions
  }

  /// The regular session a day falls in; sessions open in September.
  static func regularSession(on day: Day) -> Int16 {
    let fields = day.fields
    return Int16(max(1, min(fields.year - (fields.month >= 9 ? 1_945 : 1_946), 200)))
  }

  /// The date in a name like `2026_02_06_ga_voting.csv`.
  static func releaseDay(_ name: String) -> String? {
    let parts = FilePlace.basename(name).split(separator: "_").prefix(3).compactMap { Int($0) }
    guard parts.count == 3, let day = Day(parts[0], parts[1], parts[2]) else { return nil }
    return day.description
  }
}

/// The states that a code of the United Nations' files has denoted, by day.
private struct UNMember {
  private let candidates: [State]
  private let code: String
  private var last: (day: Int32, state: UInt16?)?

  init(_ code: String) {
    self.code = code
    candidates = State.coded(code, in: .iso3166Alpha3)
  }

  /// The state of the code on a day. A code that denotes one state only does so on any day; `CHN` before 25 October 1971 is
  /// the seat held by 713.
  mutating func state(on day: Int32) -> UInt16? {
    if let last, last.day == day { return last.state }
    let when = Day(number: day)
    var state = candidates.count == 1 ? candidates.first : State.coded(code, in: .iso3166Alpha3, on: when)
    if let found = state, found.id == 710, !found.isUNMember(on: when) { state = State[713] }
    last = (day, state?.id.cow)
    return state?.id.cow
  }
}
