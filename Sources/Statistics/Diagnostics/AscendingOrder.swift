/// Sorts many equally long samples of `Float` by radix, reusing its memory.
struct AscendingOrder {
  private(set) var keys: [UInt32]
  private(set) var order: [UInt32]
  private var keysOut: [UInt32]
  private var orderOut: [UInt32]
  private var counts = [Int](repeating: 0, count: 3 * 2048)

  init(count: Int) {
    keys = Array(repeating: 0, count: count)
    order = keys
    keysOut = keys
    orderOut = keys
  }

  /// Sorts; afterwards `order[r]` is the index of the r-th smallest value. `values` must have `count` finite entries.
  mutating func sort(_ values: ArraySlice<Float>) {
    counts.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    var i = 0
    for value in values {
      let bits = (value + 0).bitPattern
      let key = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
      keys[i] = key
      order[i] = UInt32(truncatingIfNeeded: i)
      counts[Int(key & 2047)] += 1
      counts[2048 + Int(key >> 11 & 2047)] += 1
      counts[4096 + Int(key >> 22)] += 1
      i += 1
    }
    for pass in 0..<3 { scatter(pass) }
  }

  private mutating func scatter(_ pass: Int) {
    let base = pass * 2048
    var total = 0
    for bin in base..<(base + 2048) {
      let here = counts[bin]
      counts[bin] = total
      total += here
    }
    let shift = UInt32(pass * 11)
    for i in keys.indices {
      let key = keys[i]
      let bin = base + Int(key >> shift & 2047)
      let target = counts[bin]
      counts[bin] = target + 1
      keysOut[target] = key
      orderOut[target] = order[i]
    }
    swap(&keys, &keysOut)
    swap(&order, &orderOut)
  }
}
