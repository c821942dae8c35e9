import Archive
import Foundation
import Synchronization

/// How far adding has come, on standard error: one line that is redrawn on a terminal, plain lines elsewhere.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var step = 0
    var name = ""
    var drawn = ContinuousClock.now - .seconds(1)
    var width = 0
    var fetching = ""
  }

  private let total: Int
  private let isTerminal: Bool
  private let state = Mutex(State())

  /// - Parameter total: measure of all the work, as that of the steps is given; 0 if unknown.
  init(total: Int, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.total = total
    self.isTerminal = isTerminal
  }

  /// Begins a step.
  func begin(_ name: String, work: Int) {
    state.withLock { state in
      state.name = name
      state.step = work
      state.fetching = ""
    }
  }

  /// Something happened within the step.
  func note(_ event: AddEvent) {
    state.withLock { state in
      if !isTerminal { log(event, &state) }
      switch event {
      case .fetching(let file, let received, let size):
        let share = size.map { min(1, Double(received) / Double(max($0, 1))) }
        state.fetching = file
        draw(&state, "\(file) \(Progress.megabytes(received))", fraction: 0.7 * (share ?? 0), always: false)
      case .reading(let bytes):
        let fraction = state.fetching.isEmpty ? 0 : 0.7
        draw(&state, "reading \(Progress.megabytes(bytes))", fraction: fraction, always: true)
      case .storing: draw(&state, "storing", fraction: 0.9, always: true)
      }
    }
  }

  /// Ends the step.
  func end() {
    state.withLock { state in
      state.done += state.step
      clear(&state)
    }
  }

  private func log(_ event: AddEvent, _ state: inout State) {
    switch event {
    case .fetching(let file, _, _):
      if state.fetching != file { Terminal.message("\(state.name): fetching \(file)") }
    case .reading(let bytes): Terminal.message("\(state.name): reading \(Progress.megabytes(bytes))")
    case .storing: break
    }
  }

  private func draw(_ state: inout State, _ detail: String, fraction: Double, always: Bool) {
    guard isTerminal, always || ContinuousClock.now - state.drawn > .milliseconds(100) else { return }
    state.drawn = .now
    var line = ""
    if total > 0 {
      let share = min(1, (Double(state.done) + fraction * Double(state.step)) / Double(total))
      let filled = Int((share * 24).rounded(.down))
      line = "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] "
      line += "\(Int((share * 100).rounded(.down))) % "
    }
    line += [state.name, detail].filter { !$0.isEmpty }.joined(separator: ": ")
    line = String(line.prefix(78))
    let padding = String(repeating: " ", count: max(0, state.width - line.count))
    state.width = line.count
    FileHandle.standardError.write(Data("\r\(line)\(padding)".utf8))
  }

  private func clear(_ state: inout State) {
    guard isTerminal, state.width > 0 else { return }
    FileHandle.standardError.write(Data("\r\(String(repeating: " ", count: state.width))\r".utf8))
    state.width = 0
  }

  static func megabytes(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\(bytes / 1_000_000) MB"
  }
}
