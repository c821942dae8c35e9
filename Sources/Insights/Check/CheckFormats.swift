import Foundation
import Partnership

/// Reports in forms that other programs read.
public enum CheckFormats {
  /// Annotations of GitHub Actions, one a line.
  public static func github(_ reports: [CheckReport]) -> String {
    var out = ""
    func line(_ level: String, _ place: SourcePlace, _ message: String) {
      let file = escape(place.file, property: true)
      out += "::\(level) file=\(file),line=\(place.line),col=\(place.column)::\(escape(message))\n"
    }
    for report in reports {
      for issue in report.issues {
        line(issue.severity.rawValue, issue.place, issue.problem + (issue.advice.map { "; \($0)" } ?? ""))
      }
      for outcome in report.outcomes where !outcome.passes {
        line(outcome.isUnanswered ? "warning" : "error", outcome.expectationPlace, CheckText.message(outcome))
      }
      for reason in report.stale { line("error", SourcePlace(file: report.file, line: 1, column: 1), reason) }
    }
    return out
  }

  private static func escape(_ text: String, property: Bool = false) -> String {
    var out = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    if property { out = out.replacing(":", with: "%3A").replacing(",", with: "%2C") }
    return out
  }

  /// Reports as JSON.
  public static func json(_ reports: [CheckReport]) throws -> String { try encode(reports) }

  /// Static Analysis Results Interchange Format 2.1.0.
  public static func sarif(_ reports: [CheckReport], version: String) throws -> String {
    var results: [SARIF.Result] = []
    for report in reports {
      for issue in report.issues {
        results.append(
          SARIF.Result(
            "document", issue.severity.rawValue, issue.problem + (issue.advice.map { "; \($0)" } ?? ""), issue.place))
      }
      for outcome in report.outcomes where !outcome.passes {
        results.append(
          SARIF.Result(
            outcome.verdict.key, outcome.isUnanswered ? "warning" : "error", CheckText.message(outcome),
            outcome.expectationPlace))
      }
      for reason in report.stale {
        results.append(SARIF.Result("stale", "error", reason, SourcePlace(file: report.file, line: 1, column: 1)))
      }
    }
    return try encode(SARIF(results, version: version))
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// The part of SARIF 2.1.0 that a report needs.
struct SARIF: Encodable {
  struct Text: Encodable { let text: String }
  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
  }
  struct Driver: Encodable {
    let name = "entente"
    let version: String
    let rules: [Rule]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
  }
  struct Artifact: Encodable { let uri: String }
  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Location: Encodable { let physicalLocation: Physical }
  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]

    init(_ rule: String, _ level: String, _ message: String, _ place: SourcePlace) {
      ruleId = rule
      self.level = level
      self.message = Text(text: message)
      let path = place.file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? place.file
      locations = [
        Location(
          physicalLocation: Physical(
            artifactLocation: Artifact(uri: path),
            region: Region(startLine: place.line, startColumn: place.column)))
      ]
    }
  }
  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ results: [Result], version: String) {
    let rules =
      Verdict.allCases.map { Rule(id: $0.key, shortDescription: Text(text: "The claim is found: \($0.words).")) }
      + [
        Rule(id: "document", shortDescription: Text(text: "The insight cannot be read as it is written.")),
        Rule(id: "stale", shortDescription: Text(text: "The data are not those the insight asks for.")),
      ]
    runs = [Run(tool: Tool(driver: Driver(version: version, rules: rules)), results: results)]
  }
}
