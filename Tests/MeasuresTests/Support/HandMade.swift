import Evidence
import Record
import StateSystem

@testable import Measures

/// Records written by hand.
enum HandMade {
  static func vintage(_ dataset: String, _ version: String = "1.0") -> Vintage {
    Vintage(dataset: dataset, version: version, sha256: "00", retrieved: "2026-11-23")
  }

  /// A roll call: its session, the votes by state in order, and whether it is flagged.
  struct Call {
    var session: Int
    var votes: [UInt8]
    var important: UInt8 = 0
    var issues: UInt8 = 0
    var day: Day?
    var dayReliable = true
  }

  static func rollCalls(_ states: [UInt16], _ calls: [Call]) throws -> RollCalls {
    func column(_ value: (Call) -> UInt8) -> Column { .uint8(calls.map(value)) }
    let blank = TextColumn(calls.map { _ in "" })
    return try RollCalls(
      columns: ColumnSet([
        ("id", .int32(calls.indices.map { Int32($0 + 1) })), ("session", .int16(calls.map { Int16($0.session) })),
        ("day", .int32(calls.map { ($0.day ?? Day($0.session + 1945, 12, 1))?.number ?? 0 })),
        ("day_reliable", column { $0.dayReliable ? 1 : 0 }), ("important", column { $0.important }),
        ("amendment", column { _ in 0 }), ("paragraph", column { _ in 0 }), ("issues", column { $0.issues }),
        ("codes_absence", column { _ in 1 }), ("resolution", .text(blank)), ("title", .text(blank)),
        ("state", .uint16(states)), ("vote", .uint8(calls.flatMap(\.votes))),
      ]))
  }

  static func votes(_ states: [UInt16], _ calls: [Call], years: ClosedRange<Int> = 1946...2020) throws -> Record {
    var record = Record()
    record.rollCalls = Sourced(try rollCalls(states, calls), vintage: vintage("un-votes"), years: years)
    return record
  }

  /// Random votes of the first `states` members of the system in `session`, with absences and, if asked, unknown cells.
  static func randomVotes(
    seed: UInt64, states count: Int = 12, calls: Int = 150, sessions: ClosedRange<Int> = 54...56
  ) throws -> (record: Record, states: [UInt16], calls: [Call]) {
    var generator = SeededGenerator(seed)
    let states = State.all.filter { $0.isMember(in: 2000) }.map(\.id.cow).shuffled(using: &generator).prefix(count)
      .sorted()
    let codes: [UInt8] = [1, 1, 1, 1, 2, 2, 3, 3, 8, 9, 0]
    let made = (0..<calls).map { number in
      let leaning = UInt8.random(in: 1...3, using: &generator)
      return Call(
        session: sessions.lowerBound + number * sessions.count / calls,
        votes: states.map { _ in
          Int.random(in: 0..<3, using: &generator) == 0 ? leaning : codes.randomElement(using: &generator) ?? 1
        },
        important: number % 7 == 0 ? 1 : 0, issues: UInt8.random(in: 0..<64, using: &generator))
    }
    return (try votes(states, made), states, made)
  }

  /// Bilateral flows: year, smaller state, larger state, imports of each.
  static func trade(_ rows: [(Int, UInt16, UInt16, Double, Double)], years: ClosedRange<Int> = 1870...2014) throws
    -> Record
  {
    let rows = rows.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    var record = Record()
    record.trade = Sourced(
      try Trade(
        columns: ColumnSet([
          ("year", .int16(rows.map { Int16($0.0) })), ("first", .uint16(rows.map(\.1))),
          ("second", .uint16(rows.map(\.2))), ("imports_of_first", .float64(rows.map(\.3))),
          ("imports_of_second", .float64(rows.map(\.4))),
        ])), vintage: vintage("cow-trade", "4.0"), years: years)
    return record
  }

  /// National totals: state, year, imports, exports.
  static func nationalTrade(_ rows: [(UInt16, Int, Double, Double)]) throws -> Sourced<NationalTrade> {
    Sourced(
      try NationalTrade(
        columns: ColumnSet([
          ("state", .uint16(rows.map(\.0))), ("year", .int16(rows.map { Int16($0.1) })),
          ("imports", .float64(rows.map(\.2))), ("exports", .float64(rows.map(\.3))),
        ])), vintage: vintage("cow-trade", "4.0"), years: 1870...2014)
  }

  /// Deliveries: year, supplier, recipient, value, name of the supplier.
  static func transfers(_ rows: [(Int, UInt16, UInt16, Double, String)]) throws -> Record {
    var record = Record()
    record.transfers = Sourced(
      try Transfers(
        columns: ColumnSet([
          ("year", .int16(rows.map { Int16($0.0) })), ("supplier", .uint16(rows.map(\.1))),
          ("recipient", .uint16(rows.map(\.2))), ("tiv", .float64(rows.map(\.3))),
          ("supplier_name", .text(TextColumn(rows.map(\.4)))),
          ("recipient_name", .text(TextColumn(rows.map { "\($0.2)" }))),
        ])), vintage: vintage("sipri-arms"), years: 1950...2021)
    return record
  }

  /// Memberships: year, state, code an organisation.
  static func memberships(_ organisations: [String], _ rows: [(Int, UInt16, [UInt8])]) throws -> Record {
    var record = Record()
    record.memberships = Sourced(
      try Memberships(
        columns: ColumnSet([
          ("organisation", .text(TextColumn(organisations))), ("year", .int16(rows.map { Int16($0.0) })),
          ("state", .uint16(rows.map(\.1))), ("code", .uint8(rows.flatMap(\.2))),
        ])), vintage: vintage("cow-igo", "3.0"), years: 1816...2014)
    return record
  }

  /// Capabilities: state, year, military expenditure in thousands, CINC.
  static func capabilities(_ rows: [(UInt16, Int, Double, Double)]) throws -> Record {
    let none = Column.float64(rows.map { _ in .nan })
    var record = Record()
    record.capabilities = Sourced(
      try Capabilities(
        columns: ColumnSet([
          ("state", .uint16(rows.map(\.0))), ("year", .int16(rows.map { Int16($0.1) })),
          ("milex", .float64(rows.map(\.2))), ("milper", none), ("irst", none), ("pec", none), ("tpop", none),
          ("upop", none), ("cinc", .float64(rows.map(\.3))),
        ])), vintage: vintage("cow-nmc", "7.0"), years: 1816...2022)
    return record
  }

  /// Spells of major powers: state, first and last day.
  static func majors(_ rows: [(UInt16, Day?, Day?)]) throws -> Sourced<MajorPowers> {
    Sourced(
      try MajorPowers(
        columns: ColumnSet([
          ("state", .uint16(rows.map(\.0))), ("start_day", .int32(rows.map { $0.1?.number ?? 0 })),
          ("end_day", .int32(rows.map { $0.2?.number ?? .max })),
        ])), vintage: vintage("cow-majors", "2016"), years: 1816...2016)
  }

  /// Economies: state, year, GDP and GDP per head in dollars.
  static func economies(_ rows: [(UInt16, Int, Double, Double)]) throws -> Record {
    var record = Record()
    record.economies = Sourced(
      try Economies(
        columns: ColumnSet([
          ("state", .uint16(rows.map(\.0))), ("year", .int16(rows.map { Int16($0.1) })),
          ("gdp", .float64(rows.map(\.2))), ("population", .float64(rows.map { $0.2 / $0.3 })),
          ("gdp_per_head", .float64(rows.map(\.3))),
        ])), vintage: vintage("sdp-gdp"), years: 1800...2016)
    return record
  }

  /// Regimes: state, year, polyarchy, polity2.
  static func regimes(_ rows: [(UInt16, Int, Double, Int16)]) throws -> Record {
    let states = Column.uint16(rows.map(\.0))
    let years = Column.int16(rows.map { Int16($0.1) })
    let polyarchy = Column.float64(rows.map(\.2))
    let polity = Column.int16(rows.map(\.3))
    var record = Record()
    record.democracy = Sourced(
      try DemocracyIndices(
        columns: ColumnSet([
          ("state", states), ("year", years), ("v2x_polyarchy", polyarchy), ("v2x_libdem", polyarchy),
        ])), vintage: vintage("vdem", "15"), years: 1789...2024)
    record.polity = Sourced(
      try PolityScores(
        columns: ColumnSet([("state", states), ("year", years), ("polity", polity), ("polity2", polity)])),
      vintage: vintage("polity5", "2018"), years: 1776...2020)
    return record
  }
}

extension RecordEvaluator {
  /// The finding for a request written as text.
  func callAsFunction(_ text: String) throws -> Finding {
    guard let request = MeasureRequest(text) else { throw UnreadableRequest(text: text) }
    return try evaluate(request)
  }
}

struct UnreadableRequest: Error {
  let text: String
}
