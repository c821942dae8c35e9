import ArgumentParser
import Foundation
import Insights
import StateSystem

/// `entente new`: scaffolds.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a new insight, or a new version of one.",
    discussion: """
      Example:
        entente new insight "France and Germany over Iraq" --states FRA,DEU,USA
        entente new version insights/china-russia-2002.md --summary "Trade figures of the new vintage"
      """,
    subcommands: [NewInsight.self, NewVersion.self])

  /// `entente new insight`.
  struct NewInsight: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "insight",
      abstract: "Write the scaffold of an insight: front matter and a first claim of each kind.",
      discussion: """
        The scaffold passes `entente check` as it is, where the starter covers the states; change it from there.

        Example:
          entente new insight "France and Germany over Iraq" --states FRA,DEU,USA --into insights
        """)

    @Argument(help: "The title.")
    var title: String

    @Option(help: "The two partners and the third power, separated by commas.")
    var states = "CHN,RUS,USA"

    @Option(help: "Folder to write into.")
    var into = "insights"

    @Option(help: "The day, YYYY-MM-DD. Default: today.")
    var date: String?

    @Option(help: "The author.")
    var author = "Author"

    func run() throws {
      try CommandFailure.mapping {
        let day = try date.map { text in
          guard let day = Day(text) else { throw CommandFailure.usage("--date \(text): expected YYYY-MM-DD") }
          return day
        }
        let ids = try states.split(separator: ",").map { try State.find(String($0), on: nil).id }
        guard ids.count == 3, Set(ids).count == 3 else {
          throw CommandFailure.usage("--states \(states): expected two partners and a third power, such as CHN,RUS,USA")
        }
        let scaffold = Scaffold(title: title, author: author, date: day ?? Terminal.today, states: ids)
        let path = "\(into)/\(scaffold.slug).md"
        guard !FileManager.default.fileExists(atPath: path) else {
          throw CommandFailure.usage("\(path) is there already; choose another title, or `entente new version \(path)`")
        }
        try Terminal.write(scaffold.text, to: path)
        Terminal.message("wrote \(path); check it with `entente check \(path)`")
      }
    }
  }

  /// `entente new version`.
  struct NewVersion: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "version",
      abstract: "Keep the insight as it is under versions/ and raise its version.",
      discussion: """
        The version that is kept stays published under its permanent address; the new one says what it changes.

        Example:
          entente new version insights/china-russia-2002.md --summary "Trade figures of the new vintage"
        """)

    @Argument(help: "The insight.")
    var file: String

    @Option(help: "What the new version changes.")
    var summary: String

    @Option(help: "The day, YYYY-MM-DD. Default: today.")
    var date: String?

    func run() throws {
      try CommandFailure.mapping {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw CommandFailure.usage("\(file): cannot be read")
        }
        guard let day = date.map({ Day($0) }) ?? Terminal.today else {
          throw CommandFailure.usage("--date \(date ?? ""): expected YYYY-MM-DD")
        }
        let raised = try NextVersion(String(decoding: data, as: UTF8.self), file: file, date: day, summary: summary)
        let folder = (file as NSString).deletingLastPathComponent
        let kept =
          "\(folder.isEmpty ? "." : folder)/\(InsightFiles.versionsFolder)/\(raised.slug).v\(raised.previous).md"
        guard !FileManager.default.fileExists(atPath: kept) else {
          throw CommandFailure.usage("\(kept) is there already")
        }
        try Terminal.write(raised.keptText, to: kept)
        try Terminal.write(raised.text, to: file)
        Terminal.message("kept version \(raised.previous) as \(kept); \(file) is now version \(raised.previous + 1)")
      }
    }
  }
}
