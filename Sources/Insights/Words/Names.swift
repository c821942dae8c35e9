import Partnership
import StateSystem

/// The names of the three states on the day asked about, with the article where English wants one.
struct Names: Sendable {
  let a: String
  let b: String
  let third: String
  /// Whether the third power publishes which roll calls matter to it.
  private let flags: Bool

  init(_ question: Question) {
    flags = question.thirdFlagsVotes
    a = Self.name(question.a, on: question.asOf)
    b = Self.name(question.b, on: question.asOf)
    third = Self.name(question.third, on: question.asOf)
  }

  var pair: String { "\(a) and \(b)" }

  /// What holding together means on a rung, with the third power's name.
  func meaning(of rung: Rung) -> String { rung.meaning(third: third, flags: flags) }

  func name(_ state: StateID, in question: Question) -> String {
    state == question.a
      ? a : state == question.b ? b : state == question.third ? third : Self.name(state, on: question.asOf)
  }

  static func name(_ id: StateID, on day: Day) -> String { State.sentenceName(id, on: day) }
}
