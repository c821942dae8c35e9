import Synchronization

/// Values made once for each key, when they are first needed, for one evaluator.
///
/// `make` runs outside the lock: two threads that need the same value at once may both make it, and since it depends on the key
/// alone, both make the same.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<[Key: Value]>([:])

  func value(for key: Key, make: () -> Value) -> Value {
    if let known = kept.withLock({ $0[key] }) { return known }
    let value = make()
    kept.withLock { $0[key] = value }
    return value
  }
}

/// One value made when it is first needed; threads that need it meanwhile wait.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let value = make()
      kept = value
      return value
    }
  }
}
