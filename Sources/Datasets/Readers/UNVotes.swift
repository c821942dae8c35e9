import Delimited
import Record
import StateSystem

extension Reading {
  /// Votes and roll calls of the General Assembly, with the pairs of matched resolutions.
  mutating func unVotes() throws(DatasetError) -> [ReadTable] {
    var tables: [ReadTable]
    if let complete = file("complete votes") {
      let votes = try read(complete, Self.rollCallColumns + Self.voteColumns)
      tables = [try rollCalls(calls: votes, votes: votes)]
    } else {
      let calls = try read(try required("roll calls"), Self.rollCallColumns)
      let votes = try read(try required("votes"), Self.voteColumns)
      tables = [try rollCalls(calls: calls, votes: votes)]
    }
    if let file = file("matches"), let first = tables.first, let calls = first.table as? RollCalls {
      tables.append(try resolutionMatches(file, calls: calls, like: first))
    }
    return tables
  }

  private static let voteColumns: Delimited.Schema = [
    .integer("rcid", missing: [], range: 1...Int32.max), .state("ccode"), .integer("vote", missing: [], range: 1...9),
    .integer("session", missing: [], range: 1...200),
  ]

  private static var rollCallColumns: Delimited.Schema {
    let flag = { (name: String) in
      Delimited.Column.integer(name, missing: ["", "NA"], range: 0...1, acceptsDecimals: true)
    }
    return [
      .integer("rcid", missing: [], range: 1...Int32.max), .integer("session", missing: [], range: 1...200),
      .day("date", missing: []), .text("unres", missing: ["NA"], interned: false), flag("importantvote"), flag("amend"),
      flag("para"), .text("short", missing: ["NA"], interned: false), .text("descr", missing: ["NA"], interned: false),
      flag("me"), flag("nu"), flag("di"), flag("hr"), flag("co"), flag("ec"),
    ]
  }

  /// Joins the file of roll calls and the file of votes, which may be one.
  private mutating func rollCalls(
    calls: Delimited.Table, votes: Delimited.Table
  ) throws(DatasetError) -> ReadTable {
    let order = try rollCallOrder(calls, isOneFile: calls.file == votes.file)
    let ids = try integers(calls, "rcid")
    var matrix = RollCallMatrix(
      ids: order.map { ids[$0] }, states: try integers(votes, "ccode"))
    try enter(votes, into: &matrix)
    let sessions = try sessions(calls, votes)
    let columns = try rollCallColumns(calls, order, sessions, matrix)
    noteGaps(matrix)
    let span = span(order.map { sessions[$0] }) ?? 1...1
    let version = span.count == 1 ? "session \(span.lowerBound)" : "sessions \(span.lowerBound)-\(span.upperBound)"
    let years = Session(span.lowerBound).year.value...Session(span.upperBound).year.value
    return try make(RollCalls.self, columns, years: years, version: version)
  }

  /// The session of each roll call; where the two files disagree, that of the votes, by which published figures are made.
  private mutating func sessions(
    _ calls: Delimited.Table, _ votes: Delimited.Table
  ) throws(DatasetError) -> [Int32] {
    var sessions = try integers(calls, "session")
    guard calls.file != votes.file else { return sessions }
    let (ids, voteIDs) = (try integers(calls, "rcid"), try integers(votes, "rcid"))
    let voteSessions = try integers(votes, "session")
    var known: [Int32: Int32] = [:]
    var last: Int32 = .min
    for row in voteIDs.indices where voteIDs[row] != last {
      last = voteIDs[row]
      if known[last] == nil { known[last] = voteSessions[row] }
    }
    var differing: [String] = []
    for row in ids.indices {
      guard let session = known[ids[row]], session != sessions[row] else { continue }
      differing.append("\(ids[row]) (\(session), not \(sessions[row]))")
      sessions[row] = session
    }
    if !differing.isEmpty {
      notes.append("Roll calls with another session in the file of votes, which is used: \(listed(differing)).")
    }
    return sessions
  }

  /// Rows of the roll calls in order of number, each number once.
  private mutating func rollCallOrder(
    _ calls: Delimited.Table, isOneFile: Bool
  ) throws(DatasetError) -> [Int] {
    let ids = try integers(calls, "rcid")
    var seen: Set<Int32> = []
    var order: [Int] = []
    for (row, id) in ids.enumerated() {
      if seen.insert(id).inserted {
        order.append(row)
      } else if !isOneFile {
        try reject(calls, row: row, column: "rcid", found: "\(id) again", expected: "each roll call once")
      }
    }
    try checkCount(order.count, calls)
    return order.sorted { ids[$0] < ids[$1] }
  }

  func checkCount(_ count: Int, _ table: Delimited.Table) throws(DatasetError) {
    guard count <= RollCallMatrix.limit else {
      throw .layout(
        dataset: entry.name, file: table.file, found: "\(count) different roll calls",
        expected: "at most \(RollCallMatrix.limit)")
    }
  }

  private mutating func enter(
    _ votes: Delimited.Table, into matrix: inout RollCallMatrix
  ) throws(DatasetError) {
    let (ids, states, codes) = (try integers(votes, "rcid"), try integers(votes, "ccode"), try integers(votes, "vote"))
    for row in ids.indices {
      switch matrix.enter(codes[row], of: states[row], at: ids[row]) {
      case .set: continue
      case .unknownRollCall:
        try reject(votes, row: row, column: "rcid", found: "\(ids[row])", expected: "a number of the roll-call file")
      case .unknownVote:
        try reject(
          votes, row: row, column: "vote", found: "\(codes[row])",
          expected: "1 yes, 2 abstain, 3 no, 8 absent or 9 not a member")
      case .twice:
        try reject(
          votes, row: row, column: "ccode", found: "a second vote of \(states[row]) in roll call \(ids[row])",
          expected: "one vote a state")
      }
    }
  }

  private func rollCallColumns(
    _ calls: Delimited.Table, _ order: [Int], _ sessions: [Int32], _ matrix: RollCallMatrix
  ) throws(DatasetError) -> ColumnSet {
    let ids = try integers(calls, "rcid")
    let days = try days(calls, "date")
    let (resolutions, short, long) = (try texts(calls, "unres"), try texts(calls, "short"), try texts(calls, "descr"))
    var issues = [UInt8](repeating: 0, count: order.count)
    for issue in RollCalls.Issue.allCases {
      let flags = try integers(calls, issue.code)
      for (i, row) in order.enumerated() where flags[row] == 1 { issues[i] |= issue.rawValue }
    }
    func flags(_ name: String, missing: UInt8) throws(DatasetError) -> [UInt8] {
      let values = try integers(calls, name)
      return order.map { values[$0] == .min ? missing : UInt8(values[$0]) }
    }
    return ColumnSet([
      ("id", .int32(order.map { ids[$0] })),
      ("session", .int16(order.map { Int16(sessions[$0]) })),
      ("day", .int32(order.map { days[$0] })),
      ("day_reliable", .uint8(order.map { Self.isReliable(days[$0], session: sessions[$0]) ? 1 : 0 })),
      ("important", .uint8(try flags("importantvote", missing: 255))),
      ("amendment", .uint8(try flags("amend", missing: 0))),
      ("paragraph", .uint8(try flags("para", missing: 0))),
      ("issues", .uint8(issues)),
      ("codes_absence", .uint8(matrix.codesAbsence)),
      ("resolution", .text(TextColumn(order.map { resolutions[$0] ?? "" }))),
      ("title", .text(TextColumn(order.map { long[$0].flatMap { $0.isEmpty ? nil : $0 } ?? short[$0] ?? "" }))),
      ("state", .uint16(matrix.states)),
      ("vote", .uint8(matrix.votes)),
    ])
  }

  /// Whether the day of the month of a roll call can be trusted.
  ///
  /// Before session 52 only days 1 to 7 occur, which are numbers of weekdays (a third of the votes would have been held at
  /// weekends); to session 57 days up to 7 are mixed from both.
  static func isReliable(_ day: Int32, session: Int32) -> Bool {
    session >= 58 || (session >= 52 && Day(number: day).fields.day > 7)
  }

  private mutating func noteGaps(_ matrix: RollCallMatrix) {
    let withoutVotes = matrix.hasVotes.count { !$0 }
    let withoutAbsence = zip(matrix.codesAbsence, matrix.hasVotes).count { $0 == 0 && $1 }
    if withoutAbsence > 0 {
      notes.append(
        "Roll calls without rows for absent states, where a state without a row is unknown: \(withoutAbsence).")
    }
    if withoutVotes > 0 { notes.append("Roll calls without a vote in the file of votes: \(withoutVotes).") }
  }

  private mutating func resolutionMatches(
    _ file: InputFile, calls: RollCalls, like rollCalls: ReadTable
  ) throws(DatasetError) -> ReadTable {
    let table = try read(
      file,
      [
        .integer("rcid1", missing: [], range: 1...Int32.max), .integer("rcid2", missing: [], range: 1...Int32.max),
      ])
    let (first, second) = (try integers(table, "rcid1"), try integers(table, "rcid2"))
    let known = Set(calls.ids)
    let unknown = first.indices.count { !known.contains(first[$0]) || !known.contains(second[$0]) }
    if unknown > 0 {
      notes.append("Matched pairs that name a roll call not in the file: \(unknown) of \(first.count).")
    }
    return try make(
      ResolutionMatches.self, ColumnSet([("first", .int32(first)), ("second", .int32(second))]),
      years: rollCalls.years, version: rollCalls.version)
  }
}

/// The columns of two schemas, each name once.
func + (a: Delimited.Schema, b: Delimited.Schema) -> Delimited.Schema {
  let names = Set(a.columns.map(\.name))
  return Delimited.Schema(a.columns + b.columns.filter { !names.contains($0.name) })
}
