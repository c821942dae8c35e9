extension Delimited {
  /// A zip archive: its members, and their bytes.
  ///
  /// Reads stored and deflated members, with and without zip64. Encrypted members, other compressions and archives
  /// in several parts are refused with a typed error.
  public struct ZipReader: Sendable {
    /// One file in the archive.
    public struct Entry: Hashable, Sendable {
      /// The name with its folders, as the archive has it.
      public let name: String
      public let compressedSize: Int
      public let size: Int
      /// The CRC-32 of the decompressed bytes.
      public let checksum: UInt32
      let method: UInt16
      let flags: UInt16
      let headerOffset: Int

      /// The last path component of the name.
      public var basename: String {
        let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        return parts.last.map(String.init) ?? name
      }
      /// Whether the entry is a folder or belongs to the bookkeeping of an operating system.
      var isHidden: Bool {
        name.hasSuffix("/") || name.hasPrefix("__MACOSX/") || basename.hasPrefix(".")
      }
      var looksLikeTable: Bool {
        let lower = basename.lowercased()
        return ["csv", "tsv", "tab", "txt", "dat"].contains { lower.hasSuffix("." + $0) }
      }
    }

    /// The files of the archive, in its order, without folders.
    public let members: [Entry]
    let store: ByteStore

    /// An archive in memory; `name` is used in messages.
    public init(_ bytes: [UInt8], name: String) throws(DelimitedError) {
      try self.init(store: ByteStore(bytes, name: name))
    }

    /// An archive on disk.
    public init(file path: String) throws(DelimitedError) {
      try self.init(store: ByteStore(path: path, limits: .standard))
    }

    init(store: ByteStore) throws(DelimitedError) {
      self.store = store
      members = try ZipDirectory(store).entries().filter { !$0.isHidden }
    }

    /// The member that is asked for (its first step, where it lies in an archive within the archive).
    public func entry(_ member: Member) throws(DelimitedError) -> Entry {
      guard let step = member.steps.first else { throw missing("a member") }
      if let matches = step.matches {
        let found = members.filter { matches($0.basename) }
        guard found.count == 1, let entry = found.first else { throw missing(step.wanted) }
        return entry
      }
      if members.count == 1, let entry = members.first { return entry }
      let tables = members.filter(\.looksLikeTable)
      guard tables.count == 1, let entry = tables.first else { throw missing(step.wanted) }
      return entry
    }

    /// The decompressed bytes of a member, with size and checksum verified.
    public func bytes(of entry: Entry, limits: Limits = .standard) throws(DelimitedError) -> [UInt8] {
      try stream(of: entry, limits: limits).readAll()
    }

    func stream(of entry: Entry, limits: Limits) throws(DelimitedError) -> any ByteStream {
      let name = "\(store.name): \(entry.basename)"
      guard entry.flags & 1 == 0 else {
        throw .unsupported(file: name, what: "encrypted", advice: "Decrypt it first")
      }
      let header = try store.bytes(at: entry.headerOffset, count: 30)
      guard header.count == 30, header.u32(0) == 0x0403_4B50 else {
        throw .damaged(
          file: name, format: "zip", offset: entry.headerOffset, reason: "no header of the member is found here")
      }
      let start = entry.headerOffset + 30 + Int(header.u16(26)) + Int(header.u16(28))
      let (end, overflow) = start.addingReportingOverflow(entry.compressedSize)
      guard !overflow, end <= store.size else {
        throw .damaged(
          file: name, format: "zip", offset: start, reason: "the member reaches beyond the end of the file")
      }
      switch entry.method {
      case 0:
        guard entry.size == entry.compressedSize else {
          throw .damaged(file: name, format: "zip", offset: start, reason: "a stored member has two different sizes")
        }
        return PlainStream(
          store, name: name, range: start..<end, limits: limits, checksum: (entry.checksum, start))
      case 8:
        return InflateStream(
          store, name: name, range: start..<end, wrapper: .deflate(crc: entry.checksum, size: entry.size),
          limits: limits)
      default:
        throw .unsupported(
          file: name, what: "compressed by method \(entry.method)", advice: "Compress it again with deflate")
      }
    }

    private func missing(_ wanted: String) -> DelimitedError {
      .member(file: store.name, wanted: wanted, members: members.map(\.name))
    }
  }
}
