import Dispatch
import Synchronization

/// Two independent parts of an answer, made side by side where there are two cores; the same as one after the other.
///
/// Errors: the first part's, else the second's.
package func sideBySide<A: Sendable, B: Sendable, Failure: Error>(
  _ first: @Sendable () throws(Failure) -> A, _ second: @Sendable () throws(Failure) -> B
) throws(Failure) -> (A, B) {
  let made = Mutex<(A: Result<A, Failure>?, B: Result<B, Failure>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let result = Result(catching: first)
      made.withLock { $0.A = result }
    } else {
      let result = Result(catching: second)
      made.withLock { $0.B = result }
    }
  }
  guard case (let a?, let b?) = made.withLock({ $0 }) else { return (try first(), try second()) }
  return (try a.get(), try b.get())
}
