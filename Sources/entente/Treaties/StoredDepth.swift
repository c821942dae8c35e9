import Foundation
import Treaties

/// Scores of depth and scope computed before, kept as text: a line about the fit, then a line a treaty.
enum StoredDepth {
  static let fileName = "treaty-depth.ndjson"

  private struct Head: Codable {
    let atop: String
    let options: DepthModel.Options
    let items: [DepthFit.ItemSummary]
    let axes: [DepthFit.AxisFit]
    let correlation: DepthFit.Score
    let largestRHat: Double
    let smallestBulkESS: Double
  }

  private struct Line: Codable {
    let treaty: String
    let depth: [Double]
    let scope: [Double]
  }

  /// The fit in a folder with the version of ATOP it was made from; `nil` if the folder holds none.
  static func load(from folder: String) throws -> (fit: DepthFit, atop: String)? {
    let path = "\(folder)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let lines = data.split(separator: UInt8(ascii: "\n"))
    let decoder = JSONDecoder()
    var number = 1
    do {
      guard let first = lines.first else { throw CommandFailure.data("\(path): empty") }
      let head = try decoder.decode(Head.self, from: Data(first))
      var scores: [DepthFit.TreatyScore] = []
      for line in lines.dropFirst() {
        number += 1
        let one = try decoder.decode(Line.self, from: Data(line))
        guard let depth = DepthFit.Score(one.depth), let scope = DepthFit.Score(one.scope) else {
          throw CommandFailure.data("\(path), line \(number): expected six numbers an axis")
        }
        scores.append(DepthFit.TreatyScore(treaty: one.treaty, depth: depth, scope: scope))
      }
      let fit = DepthFit(
        options: head.options, scores: scores, items: head.items, axes: head.axes, correlation: head.correlation,
        largestRHat: head.largestRHat, smallestBulkESS: head.smallestBulkESS)
      return (fit, head.atop)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure.data(
        "\(path), line \(number): not a stored score (\(error)); regenerate it with `entente treaty depth --fit --into`"
      )
    }
  }

  /// The text of the file; numbers are kept to four places.
  static func text(_ fit: DepthFit, atop: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = Head(
      atop: atop, options: fit.options, items: fit.items.map(\.rounded), axes: fit.axes,
      correlation: fit.correlation.rounded, largestRHat: fit.largestRHat.rounded4,
      smallestBulkESS: fit.smallestBulkESS.rounded())
    var lines = [String(decoding: try encoder.encode(head), as: UTF8.self)]
    for score in fit.scores {
      let line = Line(treaty: score.treaty, depth: score.depth.rounded.numbers, scope: score.scope.rounded.numbers)
      lines.append(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension DepthFit.Score {
  fileprivate init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(
      mean: numbers[0], sd: numbers[1], low: numbers[2], high: numbers[3], rhat: numbers[4], bulkESS: numbers[5])
  }

  fileprivate var numbers: [Double] { [mean, sd, low, high, rhat, bulkESS] }

  fileprivate var rounded: Self {
    Self(
      mean: mean.rounded4, sd: sd.rounded4, low: low.rounded4, high: high.rounded4, rhat: rhat.rounded4,
      bulkESS: bulkESS.rounded())
  }
}

extension DepthFit.ItemSummary {
  fileprivate var rounded: Self {
    Self(
      item: item, loading: loading.rounded, cuts: cuts.map(\.rounded4), explained: explained.rounded4, counts: counts,
      missing: missing)
  }
}

extension Double {
  fileprivate var rounded4: Double { (self * 10_000).rounded() / 10_000 }
}
