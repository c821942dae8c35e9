import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its answer, written to a partial file as it arrives.
final class Transfer: NSObject, URLSessionDataDelegate {
  private struct State {
    var file: PartialFile
    /// Total size where the server tells it.
    var total: Int?
    var failure: DownloadError?
    var refusal: (status: Int, body: Data)?
    var redirections = 0
    var finalURL: String
  }

  private let url: String
  private let limit: Int
  private let progress: @Sendable (Int, Int?) -> Void
  private let state: Mutex<State>
  private let done = DispatchSemaphore(value: 0)

  init(_ url: String, to file: PartialFile, limit: Int, progress: @escaping @Sendable (Int, Int?) -> Void) {
    self.url = url
    self.limit = limit
    self.progress = progress
    state = Mutex(State(file: file, finalURL: url))
  }

  /// Sends the request and waits for the end of the answer.
  ///
  /// - Returns: the complete file and the address that gave it.
  func run(
    userAgent: String, idle: Double, total: Double
  ) throws(DownloadError) -> (file: PartialFile, url: String, size: Int) {
    guard let address = URL(string: url), let scheme = address.scheme?.lowercased(),
      ["http", "https"].contains(scheme),
      address.host != nil
    else { throw .badAddress(url) }
    var request = URLRequest(url: address, timeoutInterval: idle)
    request.setValue(userAgent, forHTTPHeaderField: "User-Agent")
    request.setValue("*/*", forHTTPHeaderField: "Accept")
    // Sizes and ranges count the bytes of the file itself.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    state.withLock { state in
      if let validator = state.file.validator(for: url) {
        request.setValue("bytes=\(state.file.size)-", forHTTPHeaderField: "Range")
        request.setValue(validator, forHTTPHeaderField: "If-Range")
      }
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = idle
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    let task = session.dataTask(with: request)
    task.resume()
    if done.wait(timeout: .now() + total) == .timedOut {
      state.withLock { $0.failure = $0.failure ?? .timedOut(url: url, seconds: total) }
      task.cancel()
    }
    return try result()
  }

  private func result() throws(DownloadError) -> (file: PartialFile, url: String, size: Int) {
    let (file, failure, finalURL, total) = state.withLock { state in
      state.file.close()
      return (state.file, state.failure, state.finalURL, state.total)
    }
    if let failure { throw failure }
    if let total, file.size < total { throw .cut(url: url, received: file.size, expected: total) }
    return (file, finalURL, file.size)
  }

  // MARK: URLSessionDataDelegate

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    let target = request.url
    let isAllowed = state.withLock { state in
      state.redirections += 1
      if state.redirections > 10 {
        state.failure = .unexpected(url: url, detail: "more than 10 redirections")
      } else if task.originalRequest?.url?.scheme?.lowercased() == "https", target?.scheme?.lowercased() != "https" {
        state.failure = .insecureRedirect(from: url, to: target?.absoluteString ?? "?")
      }
      return state.failure == nil
    }
    completionHandler(isAllowed ? request : nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let goesOn = state.withLock { state in
      guard state.failure == nil else { return false }
      guard let answer = response as? HTTPURLResponse else {
        state.failure = .unexpected(url: url, detail: "the answer is not HTTP")
        return false
      }
      state.finalURL = answer.url?.absoluteString ?? url
      begin(answer, &state)
      return state.failure == nil
    }
    completionHandler(goesOn ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let (isOver, size, total) = state.withLock { state in
      if state.refusal != nil {
        let room = max(0, 4096 - (state.refusal?.body.count ?? 0))
        state.refusal?.body.append(data.prefix(room))
      } else if state.failure == nil {
        take(data, &state)
      }
      return (state.failure != nil, state.file.size, state.total)
    }
    if isOver { dataTask.cancel() } else { progress(size, total) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    state.withLock { state in
      if state.failure == nil, let refusal = state.refusal {
        state.failure = DownloadError(status: refusal.status, body: refusal.body, url: url)
      }
      if state.failure == nil, let error {
        state.failure = DownloadError(error, url: url, state.file.size, state.total)
      }
    }
    done.signal()
  }

  // MARK: Answers

  private func begin(_ answer: HTTPURLResponse, _ state: inout State) {
    let expected = answer.expectedContentLength > 0 ? Int(answer.expectedContentLength) : nil
    do {
      switch answer.statusCode {
      case 206:
        let range = ContentRange(answer.value(forHTTPHeaderField: "Content-Range"))
        guard let range, range.start == state.file.size else {
          state.file.discard()
          state.failure = .cut(url: url, received: 0, expected: range?.total)
          return
        }
        state.total = range.total ?? expected.map { $0 + state.file.size }
        try state.file.resume()
      case 416:
        // The partial file has at least as many bytes as the file: begin anew.
        state.file.discard()
        state.failure = .cut(url: url, received: 0, expected: nil)
      case 200...299:
        state.total = answer.value(forHTTPHeaderField: "Content-Encoding") == nil ? expected : nil
        try state.file.restart(origin(answer))
      default:
        state.refusal = (answer.statusCode, Data())
      }
    } catch {
      state.failure = .cannotWrite(path: state.file.path, detail: error.localizedDescription)
    }
    if let total = state.total, total > limit { state.failure = .tooLarge(url: url, bytes: total, limit: limit) }
  }

  private func take(_ data: Data, _ state: inout State) {
    guard data.count <= limit - state.file.size else {
      state.failure = .tooLarge(url: url, bytes: state.file.size + data.count, limit: limit)
      return
    }
    do {
      try state.file.append(data)
    } catch {
      state.failure = .cannotWrite(path: state.file.path, detail: error.localizedDescription)
    }
  }

  /// Which version of the file this is; `nil` if the server gives nothing to recognise it by later.
  private func origin(_ answer: HTTPURLResponse) -> PartialFile.Origin? {
    if let tag = answer.value(forHTTPHeaderField: "ETag"), !tag.hasPrefix("W/") {
      return PartialFile.Origin(url: url, validator: tag)
    }
    return answer.value(forHTTPHeaderField: "Last-Modified").map { PartialFile.Origin(url: url, validator: $0) }
  }
}

/// The value of a `Content-Range` header, `bytes 100-199/200`.
struct ContentRange: Equatable {
  let start: Int
  let total: Int?

  init?(_ text: String?) {
    guard let text, text.hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split(separator: "/")
    guard parts.count == 2, let first = parts[0].split(separator: "-").first, let start = Int(first) else { return nil }
    self.start = start
    total = Int(parts[1])
  }
}
