import Foundation
import Synchronization

/// A small HTTP server on the loopback interface that serves a folder or invented answers, for tests of the downloader.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    let path: String
    let headers: [String: String]
  }

  /// What to send.
  struct Answer: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    /// Bytes of the body after which the connection is closed; `nil` sends all.
    var cutAfter: Int?
    /// Seconds to wait before the body.
    var delay = 0.0
    /// Announced length where it is not that of the body.
    var announced: Int?
  }

  let port: UInt16
  private let listener: Int32
  private let seen = Mutex<[Request]>([])
  private let isStopped = Mutex(false)

  var address: String { "http://127.0.0.1:\(port)" }
  /// The requests so far.
  var requests: [Request] { seen.withLock { $0 } }

  init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    listener = socket(AF_INET, stream, 0)
    var here = sockaddr_in()
    here.sin_family = sa_family_t(AF_INET)
    here.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isBound = withUnsafeMutablePointer(to: &here) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileNoSuchFile) }
    port = UInt16(bigEndian: here.sin_port)
    Thread.detachNewThread { [self] in serve(answer) }
  }

  func stop() {
    isStopped.withLock { $0 = true }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(_ answer: @escaping @Sendable (Request) -> Answer) {
    while !isStopped.withLock({ $0 }) {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      Thread.detachNewThread { [self] in
        if let request = LoopbackServer.read(connection) {
          seen.withLock { $0.append(request) }
          LoopbackServer.send(answer(request), to: connection)
        }
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
      }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    guard let first = lines.first?.split(separator: " "), first.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    return Request(path: String(first[1]), headers: headers)
  }

  private static func send(_ answer: Answer, to connection: Int32) {
    var head = "HTTP/1.1 \(answer.status) X\r\nConnection: close\r\n"
    head += "Content-Length: \(answer.announced ?? answer.body.count)\r\n"
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    write(Array((head + "\r\n").utf8), to: connection)
    if answer.delay > 0 { Thread.sleep(forTimeInterval: answer.delay) }
    write(Array(answer.body.prefix(answer.cutAfter ?? answer.body.count)), to: connection)
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.send(connection, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, flags)
        guard count > 0 else { return }
        sent += count
      }
    }
  }
}

extension LoopbackServer.Answer {
  /// A file with an entity tag, in whole or from where the request asks for.
  static func file(_ bytes: [UInt8], tag: String = "\"one\"", to request: LoopbackServer.Request) -> Self {
    var answer = LoopbackServer.Answer(headers: ["ETag": tag], body: bytes)
    guard let range = request.headers["range"], request.headers["if-range"] == tag,
      let start = Int(range.dropFirst("bytes=".count).dropLast())
    else { return answer }
    guard start < bytes.count else {
      return LoopbackServer.Answer(status: 416, headers: ["Content-Range": "bytes */\(bytes.count)"])
    }
    answer.status = 206
    answer.headers["Content-Range"] = "bytes \(start)-\(bytes.count - 1)/\(bytes.count)"
    answer.body = Array(bytes[start...])
    return answer
  }
}
