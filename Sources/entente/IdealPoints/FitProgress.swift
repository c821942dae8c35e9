import Foundation
import IdealPoints
import Synchronization

/// How far a fit has come, on standard error, with the time that is left.
final class FitProgress: Sendable {
  private struct State {
    var done: [Int: Int] = [:]
    var first: Int?
    var width = 0
    var lastShare = -1
  }

  private let chains: Int
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(chains: Int, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.chains = chains
    self.isTerminal = isTerminal
  }

  func note(_ progress: IdealPointModel.Progress) {
    state.withLock { state in
      state.done[progress.chain] = progress.done
      let done = state.done.values.reduce(0, +)
      let total = progress.total * chains
      if state.first == nil { state.first = done }
      let share = done * 100 / max(total, 1)
      // Once a per cent on a terminal, once in ten elsewhere.
      guard isTerminal ? share != state.lastShare : share / 10 != state.lastShare / 10 || state.lastShare < 0 else {
        return
      }
      state.lastShare = share
      let line = "sampling \(share) % of \(total) sweeps" + left(done - (state.first ?? 0), total - done)
      if isTerminal {
        let padding = String(repeating: " ", count: max(0, state.width - line.count))
        state.width = line.count
        FileHandle.standardError.write(Data("\r\(line)\(padding)".utf8))
      } else {
        Terminal.message(line)
      }
    }
  }

  func end() {
    state.withLock { state in
      guard isTerminal, state.width > 0 else { return }
      FileHandle.standardError.write(Data("\r\(String(repeating: " ", count: state.width))\r".utf8))
      state.width = 0
    }
  }

  private func left(_ done: Int, _ rest: Int) -> String {
    guard done > 0 else { return "" }
    let spent = (ContinuousClock.now - start) / .seconds(1)
    let seconds = Int((spent * Double(rest) / Double(done)).rounded(.up))
    return ", about \(seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min") left"
  }
}
