import Evidence
import Foundation
import Partnership
import StateSystem
import Validation

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
  /// What each partner has at stake with the third power and with the other.
  public let stakes: Stakes?
  /// Where the partners stand on the curve of joining over cross-pressure, or why nowhere.
  public let pressure: Covered<PressurePosition>?
  /// Where the partnership stands on the curve of the rung at which partnerships stop, or why nowhere.
  public let limitPosition: Covered<LimitPosition>?
  /// Rungs read at the 95 % level, and how many of them would be read wrongly by chance alone.
  public let readings: Int
  public let expectedFalseReadings: Double

  public init(
    _ assessment: Assessment, placebos: Placebos? = nil, stakes: Stakes? = nil,
    pressure: Covered<PressurePosition>? = nil, limitPosition: Covered<LimitPosition>? = nil, generator: String
  ) {
    self.limitPosition = limitPosition
    self.stakes = stakes
    self.pressure = pressure
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

  /// The curve of the rung over cross-pressure with the partnership on it; `nil` where it has no place on it.
  public var pressureSVG: String? {
    guard let position = limitPosition?.value else { return nil }
    return LimitCurveFigure.curve(position.curve, at: (position.pressure, Names(question).pair.leadingCapital))
      .svg(prefix: "pressure", form: .file)
  }

  /// The curve of joining over cross-pressure with both partners on it; `nil` where they have no place on it.
  public var joiningSVG: String? {
    guard let position = pressure?.value else { return nil }
    let names = Names(question)
    return PressureFigure.curve(
      position.curve,
      at: position.partners.map { partner in
        (partner.rate.pressure, partner.state == question.a ? names.a.leadingCapital : names.b.leadingCapital)
      }
    ).svg(prefix: "pressure", form: .file)
  }

  /// The ladder as a standalone drawing.
  public func svg(_ assessment: Assessment) -> String {
    let brief = Brief(assessment, vintages: [], generator: generator, command: "")
    return BriefFigures(brief).ladder.svg(prefix: "limit", form: .file)
  }
}
