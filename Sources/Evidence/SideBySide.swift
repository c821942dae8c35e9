import Dispatch
import Synchronization

/// Two independent parts of an answer, made side by side where there are two cores; the same as one after the other.
///
/// Errors: the first part's, else the second's.
package func sideBySide<A: Sendable, B: Sendable>(
  _ first: @Sendable () throws -> A, _ second: @Sendable () throws -> B
) throws -> (A, B) {
  let a = Mutex<Result<A, any Error>?>(nil)
  let b = Mutex<Result<B, any Error>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let made = Result { try first() }
      a.withLock { $0 = made }
    } else {
      let made = Result { try second() }
      b.withLock { $0 = made }
    }
  }
  // Both have run; a part that were missing is made here.
  return (try a.withLock { $0 }?.get() ?? first(), try b.withLock { $0 }?.get() ?? second())
}

/// The same for parts that cannot fail.
package func sideBySide<A: Sendable, B: Sendable>(
  _ first: @Sendable () -> A, _ second: @Sendable () -> B
) -> (A, B) {
  let a = Mutex<A?>(nil)
  let b = Mutex<B?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let made = first()
      a.withLock { $0 = made }
    } else {
      let made = second()
      b.withLock { $0 = made }
    }
  }
  return (a.withLock { $0 } ?? first(), b.withLock { $0 } ?? second())
}
