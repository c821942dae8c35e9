import Synchronization

/// Checkpoints kept in memory, the first of each chain.
final class Saved: Sendable {
  private let kept = Mutex<[Int: [UInt8]]>([:])

  func keep(_ chain: Int, _ bytes: [UInt8]) {
    kept.withLock { if $0[chain] == nil { $0[chain] = bytes } }
  }

  func first(_ chain: Int) -> [UInt8]? { kept.withLock { $0[chain] } }
}
