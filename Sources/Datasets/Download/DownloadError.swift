/// Why a file could not be fetched.
package enum DownloadError: Error, Hashable, Sendable {
  case badAddress(String)
  /// The server has no such file.
  case notFound(url: String)
  /// The server does not hand the file out to programs: a form, a guestbook, a wall against robots.
  case refused(url: String, status: Int, detail: String)
  /// The server failed.
  case server(url: String, status: Int)
  /// A web page came instead of a file.
  case webPage(url: String)
  /// The file is larger than the limit; `bytes` is what was announced or had arrived.
  case tooLarge(url: String, bytes: Int, limit: Int)
  /// The file is not the one that was expected.
  case checksum(url: String, algorithm: String, found: String, expected: String)
  /// The server's certificate cannot be verified.
  case certificate(url: String, detail: String)
  /// No connection.
  case unreachable(url: String, detail: String)
  /// Nothing arrived for too long, or the whole took too long.
  case timedOut(url: String, seconds: Double)
  /// The connection ended early, after all attempts.
  case cut(url: String, received: Int, expected: Int?)
  /// A secure address led to an insecure one.
  case insecureRedirect(from: String, to: String)
  /// A listing or page has no file of the wanted name.
  case noMatch(url: String, wanted: [String], found: [String])
  /// An answer could not be understood.
  case unexpected(url: String, detail: String)
  case cannotWrite(path: String, detail: String)

  /// Whether another attempt may succeed.
  var isPassing: Bool {
    switch self {
    case .cut, .timedOut: true
    case .server(_, let status): status == 429 || status >= 500
    default: false
    }
  }
}

extension DownloadError: CustomStringConvertible {
  /// What happened; what to do by hand is the dataset's own advice, which the caller adds.
  package var description: String {
    switch self {
    case .badAddress(let text): "\"\(text)\" is not an address (expected https://… or http://…)"
    case .notFound(let url): "\(url): the server has no such file (404); the publisher may have moved it"
    case .refused(let url, let status, let detail):
      "\(url): the server does not hand the file out to programs (\(status))" + (detail.isEmpty ? "" : ": \(detail)")
    case .server(let url, let status): "\(url): the server failed (\(status)); try again later"
    case .webPage(let url): "\(url): a web page came instead of the file"
    case .tooLarge(let url, let bytes, let limit):
      "\(url): \(bytes) bytes, more than the limit of \(limit). If the file is what it should be, raise the limit with"
        + " --max-bytes"
    case .checksum(let url, let algorithm, let found, let expected):
      "\(url): the file has \(algorithm) \(found), expected \(expected); it is damaged or another release"
    case .certificate(let url, let detail):
      "\(url): the server's certificate cannot be verified (\(detail)); some publishers serve an incomplete chain, which"
        + " browsers mend and this program does not"
    case .unreachable(let url, let detail): "\(url): no connection (\(detail))"
    case .timedOut(let url, let seconds): "\(url): nothing arrived within \(Int(seconds.rounded(.up))) s"
    case .cut(let url, let received, let expected):
      "\(url): the connection ended after \(received) of \(expected.map(String.init) ?? "unknown") bytes;"
        + " run the command again to go on from there"
    case .insecureRedirect(let from, let to): "\(from): leads to the insecure address \(to), which is not followed"
    case .noMatch(let url, let wanted, let found):
      "\(url): lists no file named \(wanted.joined(separator: " or ")); found "
        + (found.isEmpty ? "nothing" : found.prefix(20).joined(separator: ", "))
    case .unexpected(let url, let detail): "\(url): \(detail)"
    case .cannotWrite(let path, let detail):
      "\(path): cannot be written (\(detail)); free some space or check the folder"
    }
  }
}
