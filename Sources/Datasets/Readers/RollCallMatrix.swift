import Record

/// Builds the dense matrix of votes: roll calls in order of number, states in order of number.
struct RollCallMatrix {
  /// Position of a roll call by number.
  private let positions: [Int32: Int32]
  /// Column of a state by number; -1 for a state without a row.
  private let columns: [Int16]
  let states: [UInt16]
  private(set) var votes: [UInt8]
  private(set) var codesAbsence: [UInt8]
  private(set) var hasVotes: [Bool]
  private var last: (id: Int32, position: Int) = (.min, 0)

  /// More roll calls than any assembly has held: a file with more is something else.
  static let limit = 100_000

  /// - Parameters:
  ///   - ids: roll-call numbers, ascending, each once.
  ///   - states: numbers of the states that have rows, in any order and number; each in 1...999.
  init(ids: [Int32], states seen: some Sequence<Int32>) {
    var isSeen = [Bool](repeating: false, count: 1_000)
    for state in seen where (1...999).contains(state) { isSeen[Int(state)] = true }
    var columns = [Int16](repeating: -1, count: 1_000)
    var states: [UInt16] = []
    for state in 1...999 where isSeen[state] {
      columns[state] = Int16(states.count)
      states.append(UInt16(state))
    }
    self.columns = columns
    self.states = states
    positions = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    votes = [UInt8](repeating: 0, count: ids.count * states.count)
    codesAbsence = [UInt8](repeating: 0, count: ids.count)
    hasVotes = [Bool](repeating: false, count: ids.count)
  }

  enum Outcome { case set, unknownRollCall, unknownVote, twice }

  /// Enters a vote; a cell that was filled keeps its first value.
  ///
  /// - Complexity: O(1).
  mutating func enter(_ vote: Int32, of state: Int32, at id: Int32) -> Outcome {
    guard (1...3).contains(vote) || vote == Vote.absent || vote == Vote.notMember else { return .unknownVote }
    if id != last.id {
      guard let position = positions[id] else { return .unknownRollCall }
      last = (id, Int(position))
    }
    let cell = last.position * states.count + Int(columns[Int(state)])
    guard votes[cell] == 0 else { return .twice }
    votes[cell] = UInt8(vote)
    hasVotes[last.position] = true
    if vote > 3 { codesAbsence[last.position] = 1 }
    return .set
  }

  /// Codes of a vote in the matrix.
  enum Vote {
    static let yes: Int32 = 1
    static let abstain: Int32 = 2
    static let no: Int32 = 3
    static let absent: Int32 = 8
    static let notMember: Int32 = 9
  }
}
