import Dispatch
import Synchronization

/// Reads chunks, parses them on one or two threads, and hands them on in file order.
///
/// While a group of chunks is parsed, the next one is decompressed. Every chunk is parsed as if a row began at its
/// first byte. Where the chunk before ends within a row (a line break in quotes at which it was cut), that result is
/// thrown away and the chunk is parsed again behind the rest of the row, so that the result never depends on the cuts
/// or on the number of threads.
struct Pipeline {
  let reader: BlockReader
  let plan: Plan
  let head: Head
  let workers: Int
  private static let chunksPerGroup = 4

  /// Calls `accept` for each run of rows, with the lines of the file before it and the share of the file up to it.
  func run(_ accept: (RowBuffer, Int, Double) throws(DelimitedError) -> Void) throws(DelimitedError) {
    let size = workers > 1 ? Pipeline.chunksPerGroup : 1
    let buffers = (0..<size).map { _ in RowBuffer(plan) }
    let joined = RowBuffer(plan)
    var place = Place(lines: head.lines, bytes: head.bytes)
    var rest: ByteBuffer?
    var total = 0
    var group = reader.group(size)
    while !group.isEmpty {
      let following = parse(group, buffers)
      for (chunk, speculative) in zip(group, buffers) {
        var rows = speculative
        var bytes = chunk.bytes
        if let before = rest {
          before.append(bytes.base, count: bytes.count)
          before.terminate()
          joined.reset(plan)
          RowParser.parse(plan, before.base, before.count, isLast: chunk.isLast, into: joined)
          (rows, bytes) = (joined, before)
        }
        total += rows.rows + rows.issues.total
        try accept(rows, place.lines, chunk.progress)
        if let failure = rows.failure {
          throw failure.error(file: plan.file, line: place.lines, offset: place.bytes)
        }
        guard total <= plan.limits.rows else {
          throw .limit(
            file: plan.file, what: "the number of rows", limit: plan.limits.rows,
            position: "row \(plan.limits.rows + 1)")
        }
        place.lines += rows.lineCount
        place.bytes += rows.consumed
        rest = try remainder(bytes, rows.consumed, place)
      }
      group = following
    }
    if let failure = reader.failure { throw failure }
  }

  private struct Place {
    var lines: Int
    var bytes: Int
  }

  /// The bytes of a row that has no end yet.
  private func remainder(_ bytes: ByteBuffer, _ consumed: Int, _ place: Place) throws(DelimitedError) -> ByteBuffer? {
    guard consumed < bytes.count else { return nil }
    guard bytes.count - consumed <= plan.limits.rowBytes else {
      throw .limit(
        file: plan.file, what: "the length of a row in bytes", limit: plan.limits.rowBytes,
        position: "line \(place.lines + 1)")
    }
    let rest = ByteBuffer(capacity: bytes.count - consumed)
    rest.append(bytes.base + consumed, count: bytes.count - consumed)
    return rest
  }

  /// Parses a group and reads the next one meanwhile.
  private func parse(_ group: [Chunk], _ buffers: [RowBuffer]) -> [Chunk] {
    let plan = self.plan
    for buffer in buffers { buffer.reset(plan) }
    guard workers > 1 else {
      for (chunk, rows) in zip(group, buffers) {
        RowParser.parse(plan, chunk.bytes.base, chunk.bytes.count, isLast: chunk.isLast, into: rows)
      }
      return reader.group(buffers.count)
    }
    let following = Following()
    let reader = self.reader
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard i <= group.count else { return }
        if i == 0 {
          following.chunks = reader.group(buffers.count)
        } else {
          let chunk = group[i - 1]
          RowParser.parse(plan, chunk.bytes.base, chunk.bytes.count, isLast: chunk.isLast, into: buffers[i - 1])
        }
      }
    }
    return following.chunks
  }

  private final class Following: @unchecked Sendable {
    var chunks: [Chunk] = []
  }
}
