import Dispatch
import Synchronization

/// Calls `work` for each piece and returns the results in the order of the pieces; with more than one worker, side by side.
func mapPieces<Result: Sendable>(
  _ pieces: [Range<Int>], workers: Int, _ work: @Sendable (Range<Int>) -> Result
) -> [Result] {
  guard workers > 1 else { return pieces.map(work) }
  let done = Mutex<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
    let result = work(pieces[index])
    done.withLock { $0[index] = result }
  }
  return done.withLock { done in pieces.indices.compactMap { done[$0] } }
}
