import Dispatch
import Synchronization
import Testing

@testable import Measures

struct MemoTests {
  @Test func madeOnceForEachKey() {
    let memo = Memo<Int, Int>()
    var made = 0
    for key in [1, 2, 1, 1, 2] {
      let value = memo.value(for: key) {
        made += 1
        return key * 10
      }
      #expect(value == key * 10)
    }
    #expect(made == 2)
  }

  @Test("many threads get the same values") func threads() {
    let memo = Memo<Int, [Int]>()
    let once = Once<Int>()
    let wrong = Atomic<Int>(0)
    let made = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 400) { turn in
      let key = turn % 7
      if memo.value(for: key, make: { Array(0..<key) }) != Array(0..<key) { wrong.add(1, ordering: .relaxed) }
      let single = once.value {
        made.add(1, ordering: .relaxed)
        return 42
      }
      if single != 42 { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(made.load(ordering: .relaxed) == 1)
  }
}
