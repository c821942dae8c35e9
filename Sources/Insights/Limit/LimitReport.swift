import Evidence
import Foundation
import Partnership
import StateSystem

/// The limit of a partnership by itself: the ladder, where the limit is and may be, what would move it, and the placebos.
public struct LimitReport: Hashable, Sendable, Codable {
  /// Version of the JSON form.
  public static let schemaVersion = "1"

  public let schema: String
  public let generator: String
  public let methodology: String
  public let thresholds: Ladder.Thresholds
  public let question: Question
  public let statement: Statement?
  public let ladder: Ladder
  public let limit: Limit
  /// Where the limit falls over draws of each rung's rate; `nil` when no rung has evidence.
  public let distribution: LimitDistribution?
  public let movers: [LimitMover]
  /// `nil` when they were not asked for.
  public let placebos: Placebos?
  /// Rungs read at the 95 % level, and how many of them would be read wrongly by chance alone.
  public let readings: Int
  public let expectedFalseReadings: Double

  public init(_ assessment: Assessment, placebos: Placebos? = nil, generator: String) {
    schema = Self.schemaVersion
    self.generator = generator
    methodology = Brief.methodologyVersion
    thresholds = Ladder.Thresholds()
    question = assessment.question
    ladder = assessment.ladder
    limit = assessment.limit
    statement = LimitWords(assessment, names: Names(assessment.question)).statement
    distribution = assessment.limitDistribution
    movers = assessment.limitMovers
    self.placebos = placebos
    readings = assessment.ladder.rungs.count(where: \.status.isTold)
    // A rung holds when the interval lies above: one end of a two-sided 95 % interval.
    expectedFalseReadings = Double(readings) * 0.025
  }

  /// The report as JSON. Equal reports give equal bytes.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// The ladder as a standalone drawing.
  public func svg(_ assessment: Assessment) -> String {
    let brief = Brief(assessment, vintages: [], generator: generator, command: "")
    return BriefFigures(brief).ladder.svg(prefix: "limit", form: .file)
  }
}
