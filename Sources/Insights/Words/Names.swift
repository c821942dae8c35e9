import Partnership
import StateSystem

/// The names of the three states on the day asked about, with the article where English wants one.
struct Names: Sendable {
  let a: String
  let b: String
  let third: String

  init(_ question: Question) {
    a = Self.name(question.a, on: question.asOf)
    b = Self.name(question.b, on: question.asOf)
    third = Self.name(question.third, on: question.asOf)
  }

  var pair: String { "\(a) and \(b)" }

  func name(_ state: StateID, in question: Question) -> String {
    state == question.a
      ? a : state == question.b ? b : state == question.third ? third : Self.name(state, on: question.asOf)
  }

  static func name(_ id: StateID, on day: Day) -> String { withArticle(State.plainName(id, on: day)) }

  /// `the United States`, `the Soviet Union`, `the Netherlands`; other names stand alone.
  static func withArticle(_ name: String) -> String {
    let short = shortened[name] ?? name
    let needs = [
      "United ", "Soviet Union", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros",
      "Seychelles", "Solomon Islands", "Marshall Islands", "Dominican Republic", "Central African Republic",
      "Czech Republic", "Papal States", "German ", "Democratic ", "Republic of ", "Yemen Arab", "Ottoman Empire",
    ]
    return needs.contains(where: short.hasPrefix) ? "the \(short)" : short
  }

  private static let shortened = ["United States of America": "United States"]
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
