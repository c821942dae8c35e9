extension Delimited {
  /// Where the bytes come from.
  ///
  /// Plain text, gzip (one member or several) and zip are told apart by their first bytes, not by the name.
  public struct Source: Sendable {
    enum Place: Sendable {
      case file(String)
      case bytes([UInt8])
    }
    let place: Place
    /// The name used in messages.
    public let name: String
    let member: Member

    /// A file on disk.
    public static func file(_ path: String, member: Member = .only) -> Source {
      Source(place: .file(path), name: path, member: member)
    }

    /// Bytes in memory; `name` is used in messages.
    public static func bytes(_ bytes: [UInt8], name: String, member: Member = .only) -> Source {
      Source(place: .bytes(bytes), name: name, member: member)
    }
  }

  /// Which member of a zip archive is read. A file that is no archive is read as it is.
  ///
  /// Names are compared by their last path component, without case: publishers rename the folders inside their
  /// archives. Archives within archives are reached with ``then(_:)``.
  public struct Member: Sendable, CustomStringConvertible {
    let steps: [Step]
    struct Step: Sendable {
      let wanted: String
      let matches: (@Sendable (String) -> Bool)?
    }

    /// The only file, or the only one that looks like a table (csv, tsv, tab, txt, dat).
    public static let only = Member(steps: [Step(wanted: "a single table", matches: nil)])

    /// The member with this last path component, whatever its case.
    public static func named(_ basename: String) -> Member {
      let wanted = basename.lowercased()
      return Member(steps: [Step(wanted: "a member \"\(basename)\"", matches: { $0.lowercased() == wanted })])
    }

    /// The member whose last path component, in lower case, satisfies `predicate`.
    public static func matching(_ description: String, _ predicate: @escaping @Sendable (String) -> Bool) -> Member {
      Member(steps: [Step(wanted: description, matches: { predicate($0.lowercased()) })])
    }

    /// The member `inner` of the archive that this member is.
    public func then(_ inner: Member) -> Member { Member(steps: steps + inner.steps) }

    public var description: String { steps.map(\.wanted).joined(separator: ", then ") }
  }
}
