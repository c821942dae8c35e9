import Evidence
import Record
import StateSystem
import Testing

@testable import IdealPoints
@testable import Measures

/// A span of sessions against the pair's others of the same length.
@Suite struct CoordinationDatesTests {
  private static func record() async throws -> Record {
    let simulation = Simulation(states: 8, sessions: 5, rollCalls: 30, seed: 5)
    // Members of the system in 1985 in place of the numbers 2 to 9.
    let members: [UInt16] = [2, 20, 40, 41, 42, 51, 52, 53]
    let data = VoteData(
      rollCalls: simulation.data.rollCalls,
      observations: simulation.data.observations.map {
        .init(state: members[Int($0.state) - 2], rollCall: $0.rollCall, vote: $0.vote)
      }, matches: simulation.data.matches)
    let states = Array(Set(data.observations.map(\.state))).sorted()
    var votes = [UInt8](repeating: 8, count: data.rollCalls.count * states.count)
    for seen in data.observations {
      let column = states.firstIndex(of: seen.state) ?? 0
      votes[Int(seen.rollCall) * states.count + column] = seen.vote
    }
    let calls = data.rollCalls
    func column(_ value: UInt8) -> Column { .uint8(calls.map { _ in value }) }
    let blank = TextColumn(calls.map { _ in "" })
    let table = try RollCalls(
      columns: ColumnSet([
        ("id", .int32(calls.map(\.id))), ("session", .int16(calls.map(\.session))),
        ("day", .int32(calls.map { Day(Int($0.year), 12, 1)?.number ?? 0 })), ("day_reliable", column(1)),
        ("important", column(0)), ("amendment", column(0)), ("paragraph", column(0)), ("issues", column(0)),
        ("codes_absence", column(1)), ("resolution", .text(blank)), ("title", .text(blank)), ("state", .uint16(states)),
        ("vote", .uint8(votes)),
      ]))
    let vintage = Vintage(dataset: "un-votes", version: "1", sha256: "abc", retrieved: "2026-11-23")
    let fit = try await IdealPointModel.fit(
      data, options: .init(chains: 2, warmup: 20, draws: 40, itemThinning: 1))
    let predictions = try #require(await fit.predictions(data, origin: ("un-votes", "abc")))
    var record = Record()
    record.rollCalls = Sourced(table, vintage: vintage, years: 1985...1989)
    record.predictions = Sourced(predictions, vintage: vintage, years: 1985...1989)
    record.positions = Sourced(try fit.positionsTable(), vintage: vintage, years: 1985...1989)
    return record
  }

  /// The rank counts the sessions in which the pair coordinated more, and the ranks of all sessions are 1 to their number.
  @Test func ranksOfAllSessions() async throws {
    let evaluator = RecordEvaluator(try await Self.record())
    var differences: [Double] = []
    var ranks: [Double] = []
    for session in 40...44 {
      let pair = ["a": "USA", "b": "CAN", "sessions": "\(session)"]
      differences.append(try #require(evaluator.finding(for: MeasureRequest("votes.coordination", pair)).value))
      let finding = evaluator.finding(for: MeasureRequest("votes.coordinationDates", pair))
      ranks.append(try #require(finding.value))
      #expect(finding.estimate?.n == 4)
    }
    for (difference, rank) in zip(differences, ranks) {
      #expect(rank == Double(1 + differences.count { $0 > difference }))
    }
  }

  /// Without a fit, outside it, or with too few roll calls there is no rank.
  @Test func missingIsNotZero() async throws {
    var record = try await Self.record()
    let outside = RecordEvaluator(record).finding(
      for: MeasureRequest("votes.coordinationDates", ["a": "USA", "b": "CAN", "sessions": "60"]))
    #expect(outside.value == nil)
    record.predictions = nil
    let without = RecordEvaluator(record).finding(
      for: MeasureRequest("votes.coordinationDates", ["a": "USA", "b": "CAN", "sessions": "41"]))
    #expect(without.result.reason?.kind == .notInstalled)
  }
}
