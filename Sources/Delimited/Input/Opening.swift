extension Delimited.Source {
  /// Archives within archives are opened to this depth.
  private static let depthLimit = 4

  /// The decompressed bytes of the file, or of the member that is asked for.
  func open(limits: Delimited.Limits) throws(DelimitedError) -> any ByteStream {
    let store: ByteStore
    switch place {
    case .file(let path): store = try ByteStore(path: path, limits: limits)
    case .bytes(let bytes): store = ByteStore(bytes, name: name)
    }
    return try Delimited.Source.open(store, member.steps[...], limits: limits, depth: 0)
  }

  private static func open(
    _ store: ByteStore, _ steps: ArraySlice<Delimited.Member.Step>, limits: Delimited.Limits, depth: Int
  ) throws(DelimitedError) -> any ByteStream {
    guard depth < depthLimit else {
      throw .limit(
        file: store.name, what: "the depth of archives within archives", limit: depthLimit, position: "depth \(depth)")
    }
    guard store.size > 0 else { throw .empty(file: store.name) }
    let make: () throws(DelimitedError) -> any ByteStream
    var rest = steps
    switch Signature(try store.bytes(at: 0, count: 512)) {
    case .text, .html, .refused:
      return PlainStream(store, name: store.name, range: 0..<store.size, limits: limits)
    case .gzip:
      make = { InflateStream(store, name: store.name, range: 0..<store.size, wrapper: .gzip, limits: limits) }
    case .zip:
      let archive = try Delimited.ZipReader(store: store)
      try refuseWorkbook(archive)
      let (entry, used) = try choose(steps, in: archive)
      rest = steps.dropFirst(used)
      make = { () throws(DelimitedError) in try archive.stream(of: entry, limits: limits) }
    }
    let stream = try make()
    let head = try Delimited.Source.peek(stream)
    guard [.gzip, .zip].contains(Signature(head)) else { return try make() }
    let inner = ByteStore(try make().readAll(), name: stream.name)
    return try open(inner, rest, limits: limits, depth: depth + 1)
  }

  /// The member of the first step that finds one, so that an inner archive may also be given by itself.
  private static func choose(
    _ steps: ArraySlice<Delimited.Member.Step>, in archive: Delimited.ZipReader
  ) throws(DelimitedError) -> (entry: Delimited.ZipReader.Entry, used: Int) {
    var first: DelimitedError?
    for (i, step) in steps.enumerated() {
      do throws(DelimitedError) { return (try archive.entry(Delimited.Member(steps: [step])), i + 1) } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
    return (try archive.entry(.only), 0)
  }

  private static func peek(_ stream: any ByteStream) throws(DelimitedError) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 512)
    var failure: DelimitedError?
    let n = head.withUnsafeMutableBytes { buffer in
      do throws(DelimitedError) { return try stream.read(into: buffer) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return Array(head[..<n])
  }

  private static func refuseWorkbook(_ archive: Delimited.ZipReader) throws(DelimitedError) {
    guard archive.members.contains(where: { $0.name == "[Content_Types].xml" }) else { return }
    throw .unsupported(file: archive.store.name, what: "an Excel or Office file", advice: "Save the sheet as CSV")
  }
}
