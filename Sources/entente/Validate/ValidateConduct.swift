import Archive
import ArgumentParser
import Foundation
import Insights
import Measures
import Treaties
import Validation

/// `entente validate conduct`: does the profile foretell what states do?
struct ValidateConduct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conduct",
    abstract: "Hold the profile of pairs against what they did one to five years later, beside its rivals.",
    discussion: """
      Do they join each other's disputes with the third power, vote alike where it votes no, keep their treaties? Models are \
      fitted to what was known at an origin (1950, 1960, …) and predict the years after it. Takes some minutes of processor time.

      Examples:
        entente validate conduct
        entente validate conduct --lags 1,5 --format json -o conduct.json

      Exit codes: 0 done; 2 the datasets are not installed; 64 wrong usage.
      """)

  @Option(help: "Years from the end of the profile to the conduct, 1 to 5.")
  var lags = "1,2,3,4,5"

  @Option(help: "Resamples of states for the intervals.")
  var resamples = ConductStudy.resamples

  @Option(help: "text, md or json. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(named: format, file: output, allowed: [.text, .md, .json], default: .text)
      let study = try Self.study(
        try sources.open(), lags: try Self.lags(lags), resamples: resamples, filtered: try sources.filtered())
      switch form {
      case .json:
        try OutputForm.write(try OutputForm.json(study), to: output)
      default: try OutputForm.write(ConductStudyText(study).text, to: output)
      }
    }
  }

  static func lags(_ text: String) throws -> [Int] {
    let lags = text.split(separator: ",").map { Int($0) ?? 0 }
    guard !lags.isEmpty, lags.allSatisfy({ (1...5).contains($0) }), Set(lags).count == lags.count else {
      throw CommandFailure.usage("--lags \(text): expected different numbers from 1 to 5, such as 1,3,5")
    }
    return lags.sorted()
  }

  static func study(
    _ opened: SourceOptions.Opened, lags: [Int], resamples: Int, filtered: [FilteredPositions]
  ) throws -> ConductStudy {
    let record = opened.record
    guard record.disputes != nil, record.obligationYears != nil, record.rollCalls != nil, record.trade != nil else {
      throw CommandFailure.data(
        "the study needs the datasets themselves: install them with `entente data add cow-mid atop un-votes cow-trade cow-nmc`"
      )
    }
    guard resamples >= 20 else {
      throw CommandFailure.usage("--resamples \(resamples): expected 20 or more")
    }
    return ConductStudy(
      record, TreatyCollection(record: record, coded: opened.casework.treaties), lags: lags, resamples: resamples,
      filtered: filtered, progress: { Terminal.message($0) })
  }
}
