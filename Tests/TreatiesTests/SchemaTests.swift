import Evidence
import Foundation
import Testing

@testable import Treaties

/// The published schemas and the reader name the same keys, the same values and the same required keys.
@Suite struct SchemaTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "schemas")

  private func schema(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: Self.folder.appending(path: "\(name).schema.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The schema of a named object; an empty name is the document.
  private func object(_ name: String, in file: String) throws -> [String: Any] {
    let root = try schema(file)
    guard !name.isEmpty else { return root }
    let object = try #require((root["$defs"] as? [String: Any])?[name] as? [String: Any])
    if let choices = object["oneOf"] as? [[String: Any]] { return try #require(choices.last) }
    return object
  }

  private func keys(_ name: String, in file: String) throws -> Set<String> {
    let object = try object(name, in: file)
    #expect(object["additionalProperties"] as? Bool == false)
    return Set(try #require(object["properties"] as? [String: Any]).keys)
  }

  private func known<Name: FieldName>(_: Name.Type) -> Set<String> { Set(Name.allCases.map(\.rawValue)) }

  @Test func keysAgree() throws {
    #expect(try keys("", in: "source") == known(BibliographyKey.self))
    #expect(try keys("source", in: "source") == known(SourceKey.self))
    #expect(try keys("citation", in: "source") == known(CitationKey.self))
    #expect(try keys("", in: "treaty") == known(TreatyFileKey.self))
    #expect(try keys("treaty", in: "treaty") == known(TreatyKey.self))
    #expect(try keys("party", in: "treaty") == known(PartyKey.self))
    #expect(try keys("codedDate", in: "treaty") == known(CodedDateKey.self))
    #expect(try keys("obligation", in: "treaty") == known(ObligationKey.self))
    #expect(try keys("target", in: "treaty") == known(TargetKey.self))
    #expect(try keys("provision", in: "treaty") == known(ProvisionKey.self))
    #expect(try keys("", in: "case") == known(CaseKey.self))
    #expect(try keys("pledge", in: "case") == known(PledgeKey.self))
    #expect(try keys("test", in: "case") == known(TestKey.self))
    #expect(try keys("response", in: "case") == known(ResponseKey.self))
    #expect(try keys("deFactoEnd", in: "case") == known(DeFactoEndKey.self))
    #expect(try keys("correction", in: "case") == known(CorrectionKey.self))
    #expect(try keys("", in: "known-cases") == known(KnownCaseFileKey.self))
    #expect(try keys("knownCase", in: "known-cases") == known(KnownCaseKey.self))
    #expect(try keys("comparison", in: "known-cases") == known(ComparisonKey.self))
    #expect(try keys("", in: "figure") == known(FigureFileKey.self))
    #expect(try keys("figure", in: "figure") == known(FigureKey.self))
  }

  private func values(_ path: String..., in file: String) throws -> [String] {
    var node: Any? = try schema(file)["$defs"]
    for step in path {
      node = (node as? [String: Any])?[step]
      if let items = (node as? [String: Any])?["items"] { node = items }
    }
    return try #require((node as? [String: Any])?["enum"] as? [String])
  }

  private func names<T: RawRepresentable<String> & CaseIterable>(_: T.Type) -> [String] { T.allCases.map(\.rawValue) }

  @Test func valuesAgree() throws {
    #expect(try values("source", "properties", "kind", in: "source") == names(CitedSource.Kind.self))
    #expect(try values("confidence", in: "source") == names(Confidence.self))
    #expect(try values("theme", in: "source") == names(Theme.self))
    #expect(try values("treaty", "properties", "form", in: "treaty") == names(CodedTreaty.Form.self))
    #expect(try values("treaty", "properties", "secrecy", in: "treaty") == names(CodedTreaty.Secrecy.self))
    #expect(try values("obligation", "properties", "kind", in: "treaty") == names(Obligation.Kind.self))
    #expect(try values("provision", "properties", "kind", in: "treaty") == names(Provision.Kind.self))
    #expect(try values("coded", "additionalProperties", in: "treaty") == names(Presence.self))
    #expect(try values("pledge", "properties", "kind", in: "case") == names(CaseFile.Pledge.Kind.self))
    #expect(try values("pledge", "properties", "obligations", in: "case") == names(Obligation.Kind.self))
    #expect(try values("response", "properties", "response", in: "case") == names(CaseFile.Conduct.self))
    #expect(try values("step", in: "known-cases") == names(KnownCase.Step.self))
    #expect(try values("knownCase", "properties", "outcome", in: "known-cases") == names(KnownCase.Outcome.self))
    #expect(try values("figure", "properties", "unit", in: "figure") == names(Unit.self))
    #expect(try values("figure", "properties", "role", in: "figure") == names(CitedFigure.Role.self))
  }

  /// Objects of the samples: the schema that describes them, and a line of each that is theirs.
  private static let objects: [(definition: String, schema: String, kind: CaseworkFile.Kind, first: String)] = [
    ("source", "source", .sources, "- id: book-1990"), ("treaty", "treaty", .treaties, "- id: entente:1950-alliance"),
    ("codedDate", "treaty", .treaties, "  - date: 1980-02-14"),
    ("obligation", "treaty", .treaties, "  - kind: defense"),
    ("pledge", "case", .caseFile, "- id: promise"), ("test", "case", .caseFile, "- id: withdrawal"),
    ("response", "case", .caseFile, "  - state: CHN"), ("correction", "case", .caseFile, "- id: slip"),
    ("", "case", .caseFile, "id: chn-rus"), ("figure", "figure", .figures, "- id: rank-2001"),
    ("", "known-cases", .knownCases, "declared_at: 2026-11-27"),
    ("knownCase", "known-cases", .knownCases, "- id: first"),
    ("comparison", "known-cases", .knownCases, "- stronger: second"),
  ]

  /// Takes each key of an object away: the reader misses it exactly when the schema requires it.
  @Test func requiredKeysAgree() throws {
    for (definition, file, kind, first) in Self.objects {
      let required = Set(try #require(try object(definition, in: file)["required"] as? [String]))
      let text = try #require(Sample.files.first { $0.kind == kind }).text
      for key in try keys(definition, in: file) where key != "bibliography" {
        let without = try #require(
          Self.removing(key, from: first, in: text), "\(definition).\(key) is not in the sample")
        let missing = Casework.issues(in: Sample.files(with: kind, without))
          .contains { $0.problem == "the key \"\(key)\" is missing" }
        // Which of the two a known case needs depends on its outcome; the sample needs both.
        let depends = definition == "knownCase" && ["holds_to", "fails_at"].contains(key)
        #expect(missing == (required.contains(key) || depends), "\(definition).\(key)")
      }
    }
  }

  /// The text without one key, and what stands under it, of the object that begins with a line.
  private static func removing(_ key: String, from first: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: first) else { return nil }
    let dash = first.prefix { $0 == " " || $0 == "-" }.count
    let indent = String(repeating: " ", count: dash)
    if first.dropFirst(dash).hasPrefix("\(key):") {
      // The first key carries the dash, which the next line takes over.
      guard start + 1 < lines.count else { return nil }
      lines[start + 1] = String(first.prefix(dash) + lines[start + 1].dropFirst(dash))
      lines.remove(at: start)
      return lines.joined(separator: "\n")
    }
    guard let line = lines[(start + 1)...].firstIndex(where: { $0.hasPrefix("\(indent)\(key):") }) else { return nil }
    var end = line + 1
    while end < lines.count, lines[end].hasPrefix(indent + " ") || lines[end].hasPrefix(indent + "- ") { end += 1 }
    lines.removeSubrange(line..<end)
    return lines.joined(separator: "\n")
  }
}
