#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that can be read from any offset: a regular file, or memory.
final class ByteStore: Sendable {
  private enum Place: Sendable {
    case descriptor(Int32)
    case memory([UInt8])
  }
  private let place: Place
  let name: String
  let size: Int

  init(_ bytes: [UInt8], name: String) {
    place = .memory(bytes)
    self.name = name
    size = bytes.count
  }

  /// Opens a file. What is not a regular file (a pipe) is read into memory, up to `limits.bytes`.
  init(path: String, limits: Delimited.Limits) throws(DelimitedError) {
    name = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(file: path, reason: systemReason()) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = systemReason()
      close(descriptor)
      throw .cannotRead(file: path, reason: reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      place = .descriptor(descriptor)
      size = Int(status.st_size)
    case S_IFDIR:
      close(descriptor)
      throw .cannotRead(file: path, reason: "it is a folder; name a file in it")
    default:
      defer { close(descriptor) }
      let bytes = try ByteStore.readAll(descriptor, name: path, limit: limits.bytes)
      place = .memory(bytes)
      size = bytes.count
    }
  }

  deinit {
    if case .descriptor(let descriptor) = place { close(descriptor) }
  }

  /// Reads into `buffer` from `offset`; returns how many bytes, fewer only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int {
    guard offset >= 0, offset < size, let base = buffer.baseAddress else { return 0 }
    let wanted = min(buffer.count, size - offset)
    switch place {
    case .memory(let bytes):
      bytes.withUnsafeBytes { source in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + wanted]))
      }
      return wanted
    case .descriptor(let descriptor):
      var done = 0
      while done < wanted {
        let n = pread(descriptor, base + done, wanted - done, off_t(offset + done))
        if n < 0 {
          if errno == EINTR { continue }
          throw .cannotRead(file: name, reason: systemReason())
        }
        if n == 0 { throw .cannotRead(file: name, reason: "it became shorter while it was read") }
        done += n
      }
      return wanted
    }
  }

  /// Up to `count` bytes from `offset`.
  func bytes(at offset: Int, count: Int) throws(DelimitedError) -> [UInt8] {
    guard offset >= 0, offset < size, count > 0 else { return [] }
    let n = min(count, size - offset)
    var result = [UInt8](repeating: 0, count: n)
    var failure: DelimitedError?
    result.withUnsafeMutableBytes { buffer in
      do throws(DelimitedError) { _ = try read(at: offset, into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return result
  }

  private static func readAll(_ descriptor: Int32, name: String, limit: Int) throws(DelimitedError) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
        let n = Glibc.read(descriptor, &block, block.count)
      #elseif canImport(Musl)
        let n = Musl.read(descriptor, &block, block.count)
      #else
        let n = Darwin.read(descriptor, &block, block.count)
      #endif
      if n < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(file: name, reason: systemReason())
      }
      if n == 0 { return result }
      result.append(contentsOf: block[..<n])
      guard result.count <= limit else {
        throw .limit(file: name, what: "the size in bytes", limit: limit, position: "byte offset \(result.count)")
      }
    }
  }
}

/// The system's words for the last failure.
private func systemReason() -> String {
  guard let text = strerror(errno) else { return "error \(errno)" }
  return String(cString: text)
}
