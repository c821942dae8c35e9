import Foundation
import Testing

@testable import Statistics

/// Outputs of R on small simulated rows, with the rows: made by the scripts in Benchmarks/peers, named in each file's test.
struct Reference {
  private let values: [String: [Double]]

  /// Lines of a name and its numbers.
  init(_ name: String) throws {
    var values: [String: [Double]] = [:]
    for line in try Self.text(name).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let key = words.first else { continue }
      values[String(key)] = words.dropFirst().map { Double($0) ?? .nan }
    }
    self.values = values
  }

  subscript(_ key: String) -> [Double] { values[key] ?? [] }

  static func text(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The columns of a file of numbers.
  static func columns(_ name: String) throws -> [String: [Double]] {
    let lines = try text(name).split(separator: "\n").map { $0.split(separator: ",") }
    let header = try #require(lines.first).map { $0.trimmingCharacters(in: ["\""]) }
    var columns: [String: [Double]] = [:]
    for (j, name) in header.enumerated() { columns[name] = lines.dropFirst().map { Double($0[j]) ?? .nan } }
    return columns
  }

  /// The largest difference to the reference, relative to the size of its numbers above 1; numbers missing in both agree.
  func difference(_ found: [Double], _ key: String) -> Double {
    let expected = self[key]
    guard !expected.isEmpty, found.count == expected.count else { return .infinity }
    return zip(found, expected).reduce(0.0) { worst, pair in
      if pair.0.isNaN && pair.1.isNaN { return worst }
      let difference = abs(pair.0 - pair.1) / max(1, abs(pair.1))
      return difference.isNaN ? .infinity : max(worst, difference)
    }
  }
}
