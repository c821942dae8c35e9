import ArgumentParser
import Evidence
import Foundation
import Insights
import Measures
import Record
import Validation

/// `entente validate rungs`: does cross-pressure tell at which rung a partnership stops?
struct ValidateRungs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rungs",
    abstract: "Hold cross-pressure against the rung at which partnerships stop, over triads and years.",
    discussion: """
      Triads are drawn with a seed for thirteen third powers, every five years from 1949; the limit is the one of every brief, over the five \
      years after. A continuation-ratio logit, rolling origin, beside its rivals. Takes some minutes of processor time.

      Examples:
        entente validate rungs
        entente validate rungs --per-third 40 --format json
        entente validate rungs --curve Sources/Starter/Data/results

      Exit codes: 0 done; 2 the datasets are not installed; 64 wrong usage.
      """)

  @Option(help: "Pairs drawn for each third power and window.")
  var perThird = RungStudy.perThird

  @Option(help: "Resamples of states for the intervals.")
  var resamples = ConductStudy.resamples

  @Option(help: "text, md or json. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @Option(help: "Folder of results in which to keep the curve that `entente limit` places partnerships on.")
  var curve: String?

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(named: format, file: output, allowed: [.text, .md, .json], default: .text)
      let opened = try sources.open()
      let study = try Self.study(
        opened.record, perThird: perThird, resamples: resamples, filtered: try sources.filtered())
      if let curve {
        guard let fitted = study.curve else { throw CommandFailure.data("too few partnerships for a curve") }
        try StoredLimitCurve(study, fitted, opened.record.vintages).write(into: curve)
        Terminal.message("wrote \(curve)/\(StoredLimitCurve.fileName)")
      }
      switch form {
      case .json: try OutputForm.write(try OutputForm.json(study), to: output)
      default: try OutputForm.write(RungStudyText(study).text, to: output)
      }
    }
  }

  static func study(
    _ record: Record, perThird: Int, resamples: Int, filtered: [FilteredPositions]
  ) throws -> RungStudy {
    guard perThird >= 10 else { throw CommandFailure.usage("--per-third \(perThird): expected 10 or more") }
    guard resamples >= 20 else { throw CommandFailure.usage("--resamples \(resamples): expected 20 or more") }
    guard record.disputes != nil, record.obligationYears != nil, record.rollCalls != nil, record.trade != nil else {
      throw CommandFailure.data(
        "the study needs the datasets themselves: install them with `entente data add cow-mid atop un-votes cow-trade cow-nmc`"
      )
    }
    return RungStudy(
      record, perThird: perThird, resamples: resamples, filtered: filtered, progress: { Terminal.message($0) })
  }
}
