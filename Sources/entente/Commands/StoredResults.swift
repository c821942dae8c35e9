import Evidence
import Foundation
import Measures

/// Findings computed before, kept as text: one JSON object a line, in order of the request.
enum StoredResults {
  static let fileName = "findings.ndjson"

  /// What the insights of the repository need beyond the briefs.
  static let insightsFileName = "insights.ndjson"

  /// Reads the findings in a folder; none if the folder holds no file.
  static func load(from folder: String) throws -> [Finding] {
    let stored = try load(folder, fileName) + load(folder, insightsFileName)
    // A request that writes out what is so by default asks the same question.
    return stored + stored.compactMap(\.normalised)
  }

  /// Reads one file of a folder; none if it is not there.
  static func load(_ folder: String, _ name: String) throws -> [Finding] {
    let path = "\(folder)/\(name)"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let decoder = JSONDecoder()
    var findings: [Finding] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        findings.append(try decoder.decode(Finding.self, from: Data(line)))
      } catch {
        throw CommandFailure.data(
          "\(path), line \(index + 1): not a finding (\(error)); regenerate it with `entente starter build`"
        )
      }
    }
    return findings
  }

  /// The text of the file.
  static func text(_ findings: [Finding]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try findings.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
  }
}

extension Finding {
  /// The finding under the request without defaults, when its own names some.
  var normalised: Finding? {
    guard let signature = MeasureCatalogue.byName[request.measure]?.signature else { return nil }
    let plain = signature.normalised(request)
    guard plain != request else { return nil }
    return Finding(
      plain, panel: panel, unit: unit, result: result, percentiles: percentiles, items: items,
      distribution: distribution, benchmarks: benchmarks, notes: notes, origin: origin)
  }
}
