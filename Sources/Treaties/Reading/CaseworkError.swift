/// What is wrong with coded YAML: every fault found, in order of file and line.
public enum CaseworkError: Error, Hashable, Sendable, CustomStringConvertible {
  case invalid([Issue])

  /// One fault, with its place.
  public struct Issue: Hashable, Sendable, Codable, CustomStringConvertible {
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1, counted in Unicode scalars.
    public let column: Int
    /// Where in the document, such as `treaties[3].signed`; empty for the document itself.
    public let path: String
    public let problem: String
    /// What to write instead, when that can be guessed.
    public let suggestion: String?

    public var description: String {
      let place = path.isEmpty ? "" : "\(path): "
      return "\(file):\(line):\(column): \(place)\(problem)" + (suggestion.map { "; \($0)" } ?? "")
    }
  }

  public var issues: [Issue] {
    switch self {
    case .invalid(let issues): issues
    }
  }

  public var description: String {
    let count = issues.count == 1 ? "1 fault" : "\(issues.count) faults"
    return (issues.map(\.description) + ["\(count) in the coded files; nothing was loaded"]).joined(separator: "\n")
  }
}
