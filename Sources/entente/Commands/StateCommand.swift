import ArgumentParser
import Foundation
import StateSystem

/// `entente state`: who is meant by a name or code.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Find a state by name or code and print its codes and membership spells.",
    discussion: """
      Examples:
        entente state "west germany"
        entente state korea --on 1950-06-25
        entente state 365 --json
      """)

  @Argument(help: "A name, alias, ISO 3166 code, or Correlates of War number or abbreviation.")
  var name: String

  @Option(name: .customLong("on"), help: "A day, YYYY-MM-DD, on which it must be a member of the system.")
  var on: String?

  @Flag(help: "Print as JSON.")
  var json = false

  private struct Entry: Encodable {
    let cow: StateID
    let abbreviation: String
    let name: String
    let spells: [String]
    let unMembership: [String]
    let codes: [[String: String]]
  }

  func run() throws {
    try CommandFailure.mapping {
      var day: Day?
      if let on {
        guard let parsed = Day(on) else { throw CommandFailure.usage("--on \(on): expected a day as YYYY-MM-DD") }
        day = parsed
      }
      let state = try State.find(name, on: day)
      let entry = Entry(
        cow: state.id, abbreviation: state.abbreviation, name: day.map { state.name(on: $0) } ?? state.name,
        spells: state.spells.map(\.description), unMembership: state.unMembership.map(\.description),
        codes: state.codes.map {
          ["system": $0.system.rawValue, "code": $0.text, "period": $0.period.description]
        })
      if json {
        Terminal.print(try OutputForm.json(entry))
        return
      }
      var text = "\(entry.cow)  \(entry.abbreviation)  \(entry.name)\n"
      text += "  member of the system: \(entry.spells.joined(separator: ", "))\n"
      text +=
        "  United Nations: \(entry.unMembership.isEmpty ? "never a member" : entry.unMembership.joined(separator: ", "))\n"
      for code in state.codes { text += "  \(code.system.rawValue): \(code.text)  \(code.period)\n" }
      Terminal.print(text)
    }
  }
}
