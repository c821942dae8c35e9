import Evidence
import Foundation
import StateSystem
import Treaties

/// Forecasts of treaties computed before, kept as text: a line about them, then a line a treaty.
enum StoredDurability {
  static let fileName = "treaty-durability.ndjson"
  /// Years ahead that are kept.
  static let years = [1, 2, 3, 5, 7, 10, 15, 20]

  private struct Head: Codable {
    let atop: String
    let from: Day
    let resamples: Int
    let seed: UInt64
  }

  /// Numbers of a point in order: survival with its interval, then each cause with its interval.
  private struct Line: Codable {
    let treaty: String
    let age: Double
    let covariates: [String: Double]
    let atRisk: [Int]
    let extrapolates: [Bool]
    let shares: [[Double]]
  }

  /// The stored forecast of a treaty, or why there is none.
  static func forecast(_ treaty: String, in folder: String) throws -> Covered<DurabilityForecast> {
    let path = "\(folder)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      return .notCovered(
        Reason(.notInstalled, "no forecasts have been computed; `entente treaty durability \(treaty)` computes one"))
    }
    let lines = data.split(separator: UInt8(ascii: "\n"))
    let key = Data("\"treaty\":\"\(treaty)\"".utf8)
    do {
      let decoder = JSONDecoder()
      guard let first = lines.first else { throw CommandFailure.data("\(path): empty") }
      let head = try decoder.decode(Head.self, from: Data(first))
      guard let own = lines.dropFirst().first(where: { $0.firstRange(of: key) != nil }) else {
        return .notCovered(
          Reason(
            .missing,
            "\(treaty) has no forecast: it is no bilateral treaty of ATOP \(head.atop) in force on \(head.from) with every covariate"
          ))
      }
      return .covered(forecast(try decoder.decode(Line.self, from: Data(own)), head))
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure.data(
        "\(path): not a stored forecast (\(error)); regenerate it with `entente treaty durability --all --into`")
    }
  }

  private static func forecast(_ line: Line, _ head: Head) -> DurabilityForecast {
    func interval(_ numbers: [Double], _ at: Int) -> Interval? {
      numbers.indices.contains(3 * at + 2) ? Interval(numbers[3 * at + 1], numbers[3 * at + 2], level: 0.95) : nil
    }
    let causes = DurabilityRows.causes.count
    let points = line.shares.enumerated().map { k, numbers in
      DurabilityForecast.Point(
        years: years[k], age: line.age + Double(years[k]), shares: (1...causes).map { numbers[3 * $0] },
        intervals: (1...causes).map { interval(numbers, $0) }, surviving: numbers[0],
        survivingInterval: interval(numbers, 0), atRisk: line.atRisk[k], extrapolates: line.extrapolates[k])
    }
    return DurabilityForecast(
      treaty: line.treaty, from: head.from, age: line.age, covariates: line.covariates, points: points,
      resamples: head.resamples)
  }

  /// The text of the file; probabilities are kept to four places.
  static func text(_ forecasts: [DurabilityForecast], atop: String, from: Day, resamples: Int, seed: UInt64) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = Head(atop: atop, from: from, resamples: resamples, seed: seed)
    var lines = [String(decoding: try encoder.encode(head), as: UTF8.self)]
    func places(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    for forecast in forecasts {
      let shares = forecast.points.map { point in
        zip([point.surviving] + point.shares, [point.survivingInterval] + point.intervals).flatMap { share, interval in
          [share, interval?.low ?? share, interval?.high ?? share].map(places)
        }
      }
      let line = Line(
        treaty: forecast.treaty, age: places(forecast.age), covariates: forecast.covariates,
        atRisk: forecast.points.map(\.atRisk), extrapolates: forecast.points.map(\.extrapolates), shares: shares)
      lines.append(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
