import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension DownloadError {
  /// The meaning of an answer whose status is no success; `body` is its beginning.
  init(status: Int, body: Data, url: String) {
    switch status {
    case 404, 410: self = .notFound(url: url)
    case 429, 500...599: self = .server(url: url, status: status)
    case 400...499: self = .refused(url: url, status: status, detail: DownloadError.reason(in: body))
    default: self = .unexpected(url: url, detail: "the server answered with status \(status)")
    }
  }

  /// The meaning of an error of the connection.
  init(_ error: any Error, url: String, _ received: Int, _ expected: Int?) {
    let error = error as NSError
    let text = error.localizedDescription
    switch error.code {
    case NSURLErrorTimedOut: self = .timedOut(url: url, seconds: 0)
    case NSURLErrorSecureConnectionFailed, NSURLErrorServerCertificateHasBadDate,
      NSURLErrorServerCertificateUntrusted, NSURLErrorServerCertificateHasUnknownRoot,
      NSURLErrorServerCertificateNotYetValid:
      self = .certificate(url: url, detail: text)
    // The open Foundation reports every failure of TLS as unknown, with the text of the library below it.
    case NSURLErrorUnknown where text.contains("SSL") || text.contains("TLS") || text.contains("certificate"):
      self = .certificate(url: url, detail: text)
    case NSURLErrorCannotFindHost, NSURLErrorCannotConnectToHost, NSURLErrorDNSLookupFailed,
      NSURLErrorNotConnectedToInternet:
      self = .unreachable(url: url, detail: text)
    case NSURLErrorUnsupportedURL, NSURLErrorBadURL: self = .badAddress(url)
    default: self = .cut(url: url, received: received, expected: expected)
    }
  }

  /// What a refusal says, as far as it is known to say something of use.
  private static func reason(in body: Data) -> String {
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    if text.range(of: "guestbook", options: .caseInsensitive) != nil {
      return "the publisher asks every user to fill in a form (guestbook) first"
    }
    if text.range(of: "captcha", options: .caseInsensitive) != nil
      || text.range(of: "proof of work", options: .caseInsensitive) != nil
    {
      return "the site asks for a proof that a person is there"
    }
    return ""
  }
}
