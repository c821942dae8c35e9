import ArgumentParser
import Evidence
import Insights
import Partnership
import StateSystem

/// `entente brief`: the main job.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write the brief on two partners and a third power as of a day.",
    discussion: """
      States are named by name, ISO 3166 code or Correlates of War number. Figures come from the archive; what the archive \
      lacks comes from the starter and is marked so; what neither has is printed as not covered.

      Examples:
        entente brief CHN RUS --third USA --as-of 2002-09-02 -o brief.html
        entente brief "Soviet Union" China --third USA --as-of 1965-01-01 --format md
        entente brief CHN RUS --third USA --as-of 2002-09-02 --as-insight -o draft.md
        entente brief GBR FRA --third RUS --as-of 1995-01-01 --window 10y --format json

      Exit codes: 0 done; 2 nothing about the triad is covered (the brief is still written and says why); 64 wrong usage.
      """)

  @OptionGroup var asked: QuestionOptions

  @Option(help: "html, md or json. Default: by the ending of -o, else html; md on a terminal.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @Flag(help: "Write the brief as an insight to be edited, whose claims all pass; see `entente check`.")
  var asInsight = false

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = asInsight ? Brief.Form.md : try self.form
      let question = try asked.question
      let opened = try sources.open()
      let (assessment, (treaties, relationship)) = try sideBySide {
        Assessment(question, evaluator: opened.evaluator, coded: opened.casework)
      } _: {
        (
          try TreatyChapter(question, opened),
          RelationshipChapter(question, opened.record.relationships, absent: opened.withoutLevels)
        )
      }
      let brief = Brief(
        assessment, vintages: opened.record.vintages, generator: "entente \(Entente.version)",
        command: command(question), treaties: treaties, relationship: relationship)
      let text =
        asInsight
        ? BriefInsight(brief, date: Terminal.today, vocabulary: .entente(opened.casework)).text
        : try brief.rendered(as: form)
      if let output, output != "-" {
        try Terminal.write(text, to: output)
        Terminal.message("wrote \(output)")
      } else {
        Terminal.print(text)
      }
      let covered = assessment.allFindings.contains { $0.finding.estimate != nil }
      if !covered && assessment.casework.history.isEmpty {
        throw CommandFailure.data(
          "nothing about these states on this day is covered; the brief says why for each figure. `entente data list` shows what can be installed"
        )
      }
    }
  }

  private var form: Brief.Form {
    get throws {
      let ending = output.flatMap { $0.split(separator: ".").last.map(String.init) }
      let name =
        format ?? ending.flatMap { Brief.Form(rawValue: $0)?.rawValue }
        ?? (Terminal.isInteractive && output == nil ? "md" : "html")
      guard let form = Brief.Form(rawValue: name) else {
        throw CommandFailure.usage("--format \(name): expected html, md or json")
      }
      return form
    }
  }

  /// The command in its full form, with the defaults filled in.
  private func command(_ question: Question) -> String {
    func code(_ id: StateID) -> String { id.description }
    return
      "entente brief \(code(question.a)) \(code(question.b)) --third \(code(question.third)) --as-of \(question.asOf) --window \(question.windowYears)y"
  }
}
