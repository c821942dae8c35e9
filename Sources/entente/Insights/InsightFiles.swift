import Evidence
import Foundation
import Insights
import Measures
import Record
import Treaties

/// Reads insights from files and folders.
enum InsightFiles {
  /// Folder of earlier versions beside the insights; it is left out unless named itself.
  static let versionsFolder = "versions"

  /// The Markdown files named, and those in folders named; `README.md` is no insight.
  static func paths(_ named: [String]) throws -> [String] {
    var found: [String] = []
    for path in named {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandFailure.usage("\(path): there is no such file or folder")
      }
      guard isFolder.boolValue else {
        found.append(path)
        continue
      }
      let inside = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter {
        $0.hasSuffix(".md") && $0.split(separator: "/").last != "README.md" && !$0.hasPrefix("\(versionsFolder)/")
      }.sorted()
      found += inside.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    guard !found.isEmpty else {
      throw CommandFailure.usage(
        "\(named.joined(separator: ", ")): no insight (*.md) found; `entente new insight` writes one")
    }
    return found
  }

  static func read(_ path: String, _ vocabulary: MeasureVocabulary) throws -> Insight {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.usage("\(path): cannot be read")
    }
    return Insight(Array(data), file: path, vocabulary: vocabulary)
  }
}

extension MeasureVocabulary {
  /// All measures of Entente, with the coded things of the starter.
  static func entente(_ casework: Casework) -> MeasureVocabulary {
    let coded = CaseworkEvaluator(casework)
    let empty = RecordEvaluator(Record())
    return MeasureVocabulary(
      MeasuresCommand.signatures,
      fault: { request in
        if CaseworkEvaluator.answers(request.measure) {
          do throws(CaseworkMeasureError) { _ = try coded.evaluate(request) } catch {
            return Fault(argument: error.argument, problem: "\(error)")
          }
          return nil
        }
        // Arguments are read before the record, so an empty one finds what is wrong with them.
        do throws(ArgumentError) { _ = try empty.evaluate(request) } catch {
          return Fault(argument: error.argument, problem: "\(error)")
        }
        return nil
      },
      unit: { request in
        request.measure == "cited.figure" ? coded.finding(for: request).unit : nil
      })
  }
}

extension ArgumentError {
  /// The argument at fault, when it is one.
  var argument: String? {
    switch self {
    case .unknownArgument(let name, _, _), .invalid(let name, _, _): name
    case .unknownMeasure, .missing: nil
    }
  }
}
