/// Why a model could not be fitted or a question about it not be answered.
public enum IdealPointError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownRollCall(row: Int, index: Int)
  case unknownVote(row: Int, vote: UInt8)
  case noContestedRollCalls(observations: Int)
  case badOption(name: String, found: String, expected: String)
  case checkpointOfAnotherFit(found: String, expected: String)
  case cancelled

  public var description: String {
    switch self {
    case .unknownRollCall(let row, let index):
      "observation \(row): roll call \(index) is not among the roll calls given; check the join of votes and roll calls"
    case .unknownVote(let row, let vote):
      "observation \(row): vote \(vote), expected 1 (yes), 2 (abstain) or 3 (no); leave absent states out"
    case .noContestedRollCalls(let observations):
      "none of the \(observations) votes selected is on a contested roll call; widen the selection"
    case .badOption(let name, let found, let expected):
      "option \(name) is \(found), expected \(expected)"
    case .checkpointOfAnotherFit(let found, let expected):
      "the checkpoint belongs to another fit (\(found), expected \(expected)); remove it or repeat its settings"
    case .cancelled:
      "the fit was cancelled before its last draw; resume it from its checkpoint"
    }
  }
}
