import ArgumentParser
import Foundation
import Partnership
import StateSystem

/// Who is asked about, against whom, and as of which day.
struct QuestionOptions: ParsableArguments {
  @Argument(help: "The first partner.")
  var a: String

  @Argument(help: "The second partner.")
  var b: String

  @Option(help: "The third power.")
  var third: String

  @Option(name: .customLong("as-of"), help: "The day of the answer, YYYY-MM-DD. Default: today.")
  var asOf: String?

  @Option(help: "Years of conduct before the day, such as 5y.")
  var window = "5y"

  var question: Question {
    get throws {
      let day = try self.day
      guard let years = Int(window.hasSuffix("y") ? String(window.dropLast()) : window) else {
        throw CommandFailure.usage("--window \(window): expected years, such as 5y")
      }
      return try Question(
        State.find(a, on: day).id, State.find(b, on: day).id, third: State.find(third, on: day).id, asOf: day,
        windowYears: years)
    }
  }

  private var day: Day {
    get throws {
      guard let asOf else { return Terminal.today }
      guard let day = Day(asOf) else {
        throw CommandFailure.usage("--as-of \(asOf): expected a day of the calendar as YYYY-MM-DD, such as 2002-09-02")
      }
      return day
    }
  }
}
