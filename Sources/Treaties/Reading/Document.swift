import Yams

/// One YAML text as a tree of nodes with marks: a single document, a mapping at the top, no aliases.
enum Document {
  /// Longest text read, in bytes; a hundred times the largest file of the starter.
  static let sizeLimit = 4 << 20

  static func root(of yaml: String, file: String, log: IssueLog) -> Entry? {
    func fail(_ problem: String, _ line: Int = 1, _ column: Int = 1, suggestion: String? = nil) -> Entry? {
      log.report(problem, at: Place(file: file, line: line, column: column, path: ""), suggestion: suggestion)
      return nil
    }
    guard yaml.utf8.count <= sizeLimit else {
      return fail("found \(yaml.utf8.count) bytes, expected at most \(sizeLimit)", suggestion: "split the file")
    }
    if let alias = firstAlias(in: yaml) {
      return fail(
        "found the alias *\(alias.name), expected the value itself", alias.line, alias.column,
        suggestion: "write the value out")
    }
    do {
      // The basic resolver leaves every scalar as text: no type is guessed, and none of its patterns are run.
      guard let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else {
        return fail("found an empty file, expected a mapping")
      }
      let entry = Entry(node: node, file: file, path: "")
      guard case .mapping = node else {
        return fail("found \(entry.found), expected a mapping at the top", entry.place.line, entry.place.column)
      }
      return entry
    } catch let error as YamlError {
      let (problem, line, column) = describe(error, in: yaml)
      return fail("not YAML: \(problem)", line, column)
    } catch {
      return fail("not YAML: \(error)")
    }
  }

  /// The first `*name` of which there is a `&name`. Aliases can make a small file unfold without end, so none is read.
  private static func firstAlias(in yaml: String) -> (name: String, line: Int, column: Int)? {
    guard yaml.utf8.contains(38), yaml.utf8.contains(42) else { return nil }
    var anchors: Set<Substring> = []
    var aliases: [(name: Substring, line: Int, column: Int)] = []
    for (number, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for index in line.indices where line[index] == "&" || line[index] == "*" {
        let name = line[line.index(after: index)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard !name.isEmpty else { continue }
        if line[index] == "&" {
          anchors.insert(name)
        } else {
          aliases.append((name, number + 1, line.distance(from: line.startIndex, to: index) + 1))
        }
      }
    }
    return aliases.first { anchors.contains($0.name) }.map { (String($0.name), $0.line, $0.column) }
  }

  private static func describe(_ error: YamlError, in yaml: String) -> (problem: String, line: Int, column: Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, mark.line, mark.column)
    case .reader(let problem, let offset, _, _):
      let before = yaml.utf8.prefix(max(0, offset ?? 0))
      return (problem, before.count { $0 == 10 } + 1, before.reversed().prefix { $0 != 10 }.count + 1)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      return ("the key \(names) appears twice in a mapping", context.mark.line, context.mark.column)
    default:
      return ("it could not be read", 1, 1)
    }
  }
}
