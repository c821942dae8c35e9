import Synchronization

/// A value behind a lock.
final class Locked<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    value.withLock { inner in body(&inner) }
  }
}
