import StateSystem
import Testing

/// The day written as YYYY-MM-DD, or a failed test.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Day {
  try #require(Day(text), "no such day: \(text)", sourceLocation: sourceLocation)
}

/// The state with a number, or a failed test.
func state(_ number: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> State {
  try #require(State(cow: number), "no such state: \(number)", sourceLocation: sourceLocation)
}
