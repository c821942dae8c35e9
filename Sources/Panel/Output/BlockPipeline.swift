import Dispatch
import Synchronization

/// Blocks of text made side by side and written in order, in memory that is used again and again.
///
/// While one set of blocks is written the next is made. The bytes do not depend on the number of workers.
enum BlockPipeline {
  /// - Parameters:
  ///   - capacity: most bytes of a block.
  ///   - next: the next job; `nil` at the end.
  ///   - make: writes the block of a job and returns its length.
  static func write<Job: Sendable>(
    workers: Int, capacity: Int, next: () -> Job?, make: @Sendable (Job, UnsafeMutableRawPointer) -> Int,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let memory = BlockMemory(blocks: workers > 1 ? workers * 4 : 1, capacity: capacity)
    guard workers > 1 else {
      while let job = next() {
        try sink(UnsafeRawBufferPointer(start: memory[0], count: make(job, memory[0])))
      }
      return
    }
    try withoutActuallyEscaping(sink) { sink in
      // Called by one iteration of each round only, and every round is over before the next begins.
      nonisolated(unsafe) let sink = sink
      let width = workers * 2
      var full: [Int] = []
      var half = 0
      while true {
        var jobs: [Job] = []
        while jobs.count < width, let job = next() { jobs.append(job) }
        if jobs.isEmpty, full.isEmpty { return }
        let (ready, work, base) = (full, jobs, half)
        let lengths = Mutex([Int](repeating: 0, count: jobs.count))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: jobs.count + 1) { i in
          if i > 0 {
            let length = make(work[i - 1], memory[base * width + i - 1])
            lengths.withLock { $0[i - 1] = length }
            return
          }
          do {
            for (place, length) in ready.enumerated() {
              try sink(UnsafeRawBufferPointer(start: memory[(1 - base) * width + place], count: length))
            }
          } catch { failure.withLock { $0 = error } }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        full = lengths.withLock { $0 }
        half = 1 - half
      }
    }
  }
}

/// Memory for blocks, given back when the last reference goes.
///
/// `@unchecked Sendable`: the pointers never change, and of two workers each writes to, or reads from, blocks of its own.
private final class BlockMemory: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  private let stride: Int

  init(blocks: Int, capacity: Int) {
    stride = (capacity + 63) & ~63
    base = UnsafeMutableRawPointer.allocate(byteCount: max(1, blocks) * stride, alignment: 64)
  }

  subscript(block: Int) -> UnsafeMutableRawPointer { base + block * stride }

  deinit { base.deallocate() }
}
