import Foundation

/// A file that is written from beginning to end.
final class OutputFile {
  private let descriptor: Int32
  private let name: String

  static var standard: OutputFile { OutputFile(descriptor: STDOUT_FILENO, name: "standard output") }

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  convenience init(at path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      throw CommandFailure.usage("\(path): cannot be written (\(String(cString: strerror(errno)))); name another file")
    }
    self.init(descriptor: descriptor, name: path)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let base = bytes.baseAddress else { return }
    var done = 0
    while done < bytes.count {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, base + done, bytes.count - done)
      #else
        let written = Foundation.write(descriptor, base + done, bytes.count - done)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        throw CommandFailure.usage("\(name): cannot be written (\(String(cString: strerror(errno))))")
      }
      done += written
    }
  }

  func close() throws {
    #if canImport(Glibc)
      let result = Glibc.close(descriptor)
    #else
      let result = Foundation.close(descriptor)
    #endif
    guard result == 0 else {
      throw CommandFailure.usage("\(name): cannot be closed (\(String(cString: strerror(errno))))")
    }
  }
}
