import Evidence
import Foundation
import Measures

/// Findings computed before, kept as text: one JSON object a line, in order of the request.
///
/// Sentences that many findings share stand once at the head of the file, a line each with a mark, and the findings hold the mark. What is
/// empty is left out.
enum StoredResults {
  static let fileName = "findings.ndjson"

  /// What the insights of the repository need beyond the briefs.
  static let insightsFileName = "insights.ndjson"

  /// A sentence and the mark that stands for it.
  private struct Sentence: Codable {
    let mark: String
    let text: String
  }

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
    var sentences: [String: String] = [:]
    var findings: [Finding] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        if line.starts(with: #"{"mark""#.utf8) {
          let sentence = try decoder.decode(Sentence.self, from: Data(line))
          sentences[sentence.mark] = sentence.text
        } else {
          findings.append(
            try decoder.decode(StoredFinding.self, from: Data(line)).finding.mapSentences { sentences[$0] ?? $0 })
        }
      } catch {
        throw CommandFailure.data(
          "\(path), line \(index + 1): not a finding (\(error)); regenerate it with `entente starter build`"
        )
      }
    }
    return findings
  }

  /// Fewest bytes and uses of a sentence that stands at the head.
  private static let fewest = (bytes: 12, uses: 3)

  /// The text of the file.
  static func text(_ findings: [Finding]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var uses: [String: Int] = [:]
    for finding in findings {
      _ = finding.mapSentences {
        uses[$0, default: 0] += 1
        return $0
      }
    }
    let shared = uses.filter { $0.key.utf8.count >= fewest.bytes && $0.value >= fewest.uses }.keys.sorted()
    let marks = Dictionary(uniqueKeysWithValues: shared.enumerated().map { ($0.element, "§\($0.offset + 1)") })
    func line(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
    return try shared.map { try line(Sentence(mark: marks[$0] ?? "", text: $0)) }.joined()
      + findings.map { try line(StoredFinding($0.mapSentences { marks[$0] ?? $0 })) }.joined()
  }
}

/// A finding without what is empty and with the origin left unsaid.
private struct StoredFinding: Codable {
  let request: MeasureRequest
  let panel: Panel
  let unit: Evidence.Unit
  let result: Covered<Estimate>
  let percentiles: [Percentile]?
  let items: [Finding.Item]?
  let distribution: Distribution?
  let benchmarks: [Finding.Benchmark]?
  let notes: [String]?

  init(_ finding: Finding) {
    func present<Element>(_ list: [Element]) -> [Element]? { list.isEmpty ? nil : list }
    request = finding.request
    panel = finding.panel
    unit = finding.unit
    result = finding.result
    percentiles = present(finding.percentiles)
    items = present(finding.items)
    distribution = finding.distribution
    benchmarks = present(finding.benchmarks)
    notes = present(finding.notes)
  }

  var finding: Finding {
    Finding(
      request, panel: panel, unit: unit, result: result, percentiles: percentiles ?? [], items: items ?? [],
      distribution: distribution, benchmarks: benchmarks ?? [], notes: notes ?? [], origin: .starter)
  }
}

extension Finding {
  /// The finding with each sentence replaced: methods, selections of rows, versions, reasons, comparisons, notes, labels.
  fileprivate func mapSentences(_ replace: (String) -> String) -> Finding {
    func reason(_ reason: Reason) -> Reason { Reason(reason.kind, replace(reason.detail)) }
    func estimate(_ value: Estimate) -> Estimate {
      Estimate(
        value.value, interval: value.interval, n: value.n, method: replace(value.method),
        sources: value.sources.map {
          Source(
            dataset: $0.dataset, version: replace($0.version), rows: replace($0.rows), rowCount: $0.rowCount)
        })
    }
    let result: Covered<Estimate> =
      switch self.result {
      case .covered(let value): .covered(estimate(value))
      case .notCovered(let why): .notCovered(reason(why))
      case .suppressed(let why): .suppressed(reason(why))
      }
    return Finding(
      request, panel: panel, unit: unit, result: result,
      percentiles: percentiles.map {
        Percentile(
          comparison: replace($0.comparison), value: $0.value, low: $0.low, high: $0.high, classSize: $0.classSize,
          dyadic: $0.dyadic)
      },
      items: items.map {
        Item(id: $0.id, label: replace($0.label), date: $0.date, detail: replace($0.detail), tags: $0.tags)
      }, distribution: distribution,
      benchmarks: benchmarks.map { Benchmark(label: replace($0.label), value: $0.value, n: $0.n, unit: $0.unit) },
      notes: notes.map(replace), origin: origin)
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
