/// Where a file may lie: a name pattern, or a chain of patterns through archives.
///
/// A pattern is compared with the last path component, without case; `*` stands for any run of characters. A final `.gz`
/// of the file's name does not count, so `votes.csv` also finds `votes.csv.gz`.
public struct FilePlace: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The pattern of the file in the folder, then those of the members from archive to archive.
  public let patterns: [String]

  public init(stringLiteral value: String) { patterns = [value] }

  private init(_ patterns: [String]) { self.patterns = patterns }

  /// The member `patterns.last` of an archive, through the archives named before it.
  static func inside(_ patterns: String...) -> FilePlace { FilePlace(patterns) }

  public var description: String { patterns.joined(separator: " > ") }

  /// Whether the last path component of `path` matches the pattern.
  ///
  /// - Complexity: O(n·m) in the lengths.
  static func matches(_ path: String, pattern: String) -> Bool {
    var name = Array(basename(path).lowercased().utf8)
    let pattern = Array(pattern.lowercased().utf8)
    if matches(name, pattern) { return true }
    let suffix = Array(".gz".utf8)
    guard name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) else { return false }
    name.removeLast(suffix.count)
    return matches(name, pattern)
  }

  /// The last component of a path.
  static func basename(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
  }

  private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var n = 0
    var p = 0
    var resume: (name: Int, pattern: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == star {
        resume = (n, p + 1)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] {
        n += 1
        p += 1
      } else if let last = resume {
        n = last.name + 1
        p = last.pattern
        resume = (n, p)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == star }
  }
}
