import ArgumentParser
import Insights
import Measures
import Partnership
import Validation

/// `entente limit`: the ladder and the limit by themselves, with what would move it and the placebos.
struct LimitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limit",
    abstract: "Say where a partnership stops against a third power, how sure that is, and what would move it.",
    discussion: """
      Prints the six rungs with rate, interval and what each is read against, the share of draws in which the limit is at \
      each rung, the cases behind rungs 4 to 6 with their numbers and base rates, what each partner has at stake with the third \
      power and with the other, and where they stand on the curves of the rung at which partnerships stop and of joining, over \
      cross-pressure; with --placebos, where the pair stands among other third powers, random dyads and random days.

      Examples:
        entente limit CHN RUS --third USA --as-of 2002-09-02
        entente limit CHN RUS --third USA --as-of 2005-01-01 --placebos
        entente limit GBR FRA --third RUS --as-of 1995-01-01 --format json
        entente limit CHN RUS --third USA --as-of 2002-09-02 --format svg -o limit.svg
        entente limit CHN RUS --third USA --as-of 2002-09-02 --format pressure -o pressure.svg
        entente limit CHN RUS --third USA --as-of 2002-09-02 --format joining -o joining.svg

      Exit codes: 0 done; 2 no rung has evidence; 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, svg, pressure, joining
  }

  @OptionGroup var asked: QuestionOptions

  @Flag(help: "Place the pair among other third powers, random dyads and random earlier days; takes some seconds.")
  var placebos = false

  @Option(
    help:
      "table, json, or a drawing: svg (the ladder), pressure (the curve of the rung over cross-pressure), joining (the curve of joining disputes)."
  )
  var format = Format.table

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let question = try asked.question
      let opened = try sources.open()
      let assessment = Assessment(question, evaluator: opened.evaluator, coded: opened.casework)
      let evaluator = RecordEvaluator(opened.record)
      let report = LimitReport(
        assessment,
        placebos: placebos ? Placebos(question, ladder: assessment.ladder, evaluator: opened.evaluator) : nil,
        stakes: Stakes(question, evaluator: opened.evaluator),
        pressure: PressurePosition.of(
          question.a, question.b, third: question.third, year: question.lastYear.value,
          evaluator),
        limitPosition: LimitPosition.of(
          assessment.ladder, assessment.limit, question, on: try StoredLimitCurve.load(from: opened.results), evaluator),
        generator: "entente \(Entente.version)")
      let text: String
      switch format {
      case .table: text = report.text
      case .json: text = try report.json()
      case .svg: text = report.svg(assessment)
      case .pressure:
        guard let drawing = report.pressureSVG else {
          throw CommandFailure.data(report.limitPosition?.reason?.detail ?? "the partnership has no place on the curve")
        }
        text = drawing
      case .joining:
        guard let drawing = report.joiningSVG else {
          throw CommandFailure.data(report.pressure?.reason?.detail ?? "the partners have no place on the curve")
        }
        text = drawing
      }
      if let output, output != "-" {
        try Terminal.write(text, to: output)
        Terminal.message("wrote \(output)")
      } else {
        Terminal.print(text)
      }
      if report.limit.outcome == .unknown {
        throw CommandFailure.data("no rung has evidence; `entente data list` shows what can be installed")
      }
    }
  }
}
