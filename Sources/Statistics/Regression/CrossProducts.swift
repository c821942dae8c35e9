/// Weighted cross products of columns in a strip of rows that stays in the first-level cache.
///
/// Compilers do not vectorise sums of floating-point numbers by themselves; four lanes by hand in tiles of 2 × 2 columns are
/// about four times as fast as the plain loop. The order of the additions is fixed.
struct CrossProducts {
  /// Rows a strip.
  static let strip = 256
  private typealias Lanes = SIMD4<Double>

  /// Adds Σ a_j b_k over `count` rows to the lower triangle, row by row, of `total`.
  ///
  /// - Parameters:
  ///   - a, b: columns of `strip` cells each; cells from `count` to the next multiple of four must be 0 in one of them.
  static func addLower(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, columns p: Int, count: Int,
    to total: UnsafeMutablePointer<Double>
  ) {
    let groups = (count + 3) / 4
    var j = 0
    while j < p {
      let two = j + 1 < p
      let a0 = lanes(a, j)
      let a1 = lanes(a, two ? j + 1 : j)
      var k = 0
      while k <= (two ? j + 1 : j) {
        let pair = k + 1 < p
        let b0 = lanes(b, k)
        let b1 = lanes(b, pair ? k + 1 : k)
        var s00 = Lanes.zero
        var s01 = Lanes.zero
        var s10 = Lanes.zero
        var s11 = Lanes.zero
        for g in 0..<groups {
          let (x0, x1, y0, y1) = (lane(a0, g), lane(a1, g), lane(b0, g), lane(b1, g))
          s00 += x0 * y0
          s01 += x0 * y1
          s10 += x1 * y0
          s11 += x1 * y1
        }
        if k <= j { total[j * (j + 1) / 2 + k] += s00.sum() }
        if pair, k + 1 <= j { total[j * (j + 1) / 2 + k + 1] += s01.sum() }
        if two {
          let row = (j + 1) * (j + 2) / 2
          if k <= j + 1 { total[row + k] += s10.sum() }
          if pair, k + 1 <= j + 1 { total[row + k + 1] += s11.sum() }
        }
        k += 2
      }
      j += 2
    }
  }

  /// Σ a b over `count` rows, with zeros up to the next multiple of four.
  static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
    let (x, y) = (lanes(a, 0), lanes(b, 0))
    var total = Lanes.zero
    for g in 0..<((count + 3) / 4) { total += lane(x, g) * lane(y, g) }
    return total.sum()
  }

  @inline(__always) private static func lanes(_ base: UnsafePointer<Double>, _ column: Int) -> UnsafeRawPointer {
    UnsafeRawPointer(base + column * strip)
  }

  @inline(__always) private static func lane(_ column: UnsafeRawPointer, _ group: Int) -> Lanes {
    column.load(fromByteOffset: group &* MemoryLayout<Lanes>.stride, as: Lanes.self)
  }
}

/// A zeroed scratch of aligned columns of one strip each.
final class StripBuffer {
  let base: UnsafeMutablePointer<Double>
  private let raw: UnsafeMutableRawPointer

  init(columns: Int) {
    let cells = columns * CrossProducts.strip
    raw = UnsafeMutableRawPointer.allocate(byteCount: cells * MemoryLayout<Double>.stride, alignment: 64)
    base = raw.bindMemory(to: Double.self, capacity: cells)
    base.initialize(repeating: 0, count: cells)
  }

  subscript(column: Int) -> UnsafeMutablePointer<Double> { base + column * CrossProducts.strip }

  deinit { raw.deallocate() }
}
