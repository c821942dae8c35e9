import Yams

/// The faults found so far. One log serves one reading of a set of files; it never leaves the reader.
final class IssueLog {
  private(set) var issues: [CaseworkError.Issue] = []

  func report(_ problem: String, at place: Place, suggestion: String? = nil) {
    issues.append(
      CaseworkError.Issue(
        file: place.file, line: place.line, column: place.column, path: place.path, problem: problem,
        suggestion: suggestion))
  }
}

/// A place in a file.
struct Place {
  let file: String
  let line: Int
  let column: Int
  let path: String
}

/// A node of the document with the path that leads to it.
struct Entry {
  let node: Node
  let file: String
  let path: String

  var place: Place {
    Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, path: path)
  }

  /// What stands there, for messages.
  var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(Self.shortened(scalar.string))\""
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(57) + "…"
  }
}
