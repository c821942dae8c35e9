import Evidence
import Foundation
import StateSystem
import Validation

/// The curve of the rung at which partnerships stop, computed before and kept as text: fitting it anew takes minutes.
struct StoredLimitCurve: Codable {
  static let fileName = "limit-curve.json"

  let curve: LimitCurve
  let thirds: [StateID]
  let seed: UInt64
  let declaredAt: String
  /// The datasets it was fitted to, with versions.
  let datasets: [String]

  init(_ study: RungStudy, _ curve: LimitCurve, _ vintages: [Vintage]) {
    self.curve = curve
    thirds = study.thirds
    seed = study.seed
    declaredAt = study.declaredAt
    datasets = vintages.map { "\($0.dataset) \($0.version)" }
  }

  func write(into folder: String) throws {
    try Terminal.write(try OutputForm.json(self), to: "\(folder)/\(Self.fileName)")
  }

  /// The stored curve, or why there is none.
  static func load(from folder: String) throws -> Covered<LimitCurve> {
    let path = "\(folder)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      return .notCovered(
        Reason(
          .notInstalled,
          "no curve has been computed; `entente validate rungs --curve FOLDER` computes it into the results of a starter"
        ))
    }
    do {
      return .covered(try JSONDecoder().decode(StoredLimitCurve.self, from: data).curve)
    } catch {
      throw CommandFailure.data(
        "\(path): not a stored curve (\(error)); compute it again with `entente validate rungs --curve \(folder)`")
    }
  }
}
