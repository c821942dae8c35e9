import Delimited

/// A file to read: its role in the dataset, its name for messages, and where its bytes are.
public struct InputFile: Sendable {
  public enum Content: Sendable {
    case path(String)
    case bytes([UInt8])
  }

  /// Name of the `FileRole` it fills.
  public let role: String
  /// Name used in messages and for recognising the version.
  public let name: String
  public let content: Content
  /// Patterns of the members that lead to it inside an archive.
  public let members: [String]

  public init(role: String, path: String, members: [String] = []) {
    self.role = role
    name = path
    content = .path(path)
    self.members = members
  }

  public init(role: String, name: String, bytes: [UInt8], members: [String] = []) {
    self.role = role
    self.name = name
    content = .bytes(bytes)
    self.members = members
  }

  /// The found file under a folder.
  public init(_ found: FoundFile, in folder: String? = nil) {
    let path = folder.map { $0.hasSuffix("/") ? $0 + found.path : "\($0)/\(found.path)" } ?? found.path
    self.init(role: found.role, path: path, members: found.members)
  }

  var source: Delimited.Source {
    switch content {
    case .path(let path): .file(path, member: member)
    case .bytes(let bytes): .bytes(bytes, name: name, member: member)
    }
  }

  private var member: Delimited.Member {
    let steps = members.map { pattern in
      Delimited.Member.matching("a member \"\(pattern)\"") { FilePlace.matches($0, pattern: pattern) }
    }
    guard let first = steps.first else { return .only }
    return steps.dropFirst().reduce(first) { $0.then($1) }
  }
}
