import StateSystem
import Testing

/// The day written as YYYY-MM-DD; a text that is none fails the test.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Day {
  if let day = Day(text) { return day }
  Issue.record("no such day: \(text)", sourceLocation: sourceLocation)
  return Day(number: .min)
}

/// The state with a number; a number without a state fails the test.
func state(_ number: Int, sourceLocation: SourceLocation = #_sourceLocation) -> State {
  if let state = State(cow: number) { return state }
  Issue.record("no such state: \(number)", sourceLocation: sourceLocation)
  return State.all[0]
}
