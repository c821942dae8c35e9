/// Where a fit leaves its chains now and then, so that it can go on after it was killed.
///
/// The core does no I/O: loading and saving are the caller's. A resumed fit gives the same bytes as one that was never interrupted.
public struct Checkpoints: Sendable {
  /// Sweeps of a chain after which a checkpoint is thought of.
  let every: Int
  private let isDue: @Sendable (_ chain: Int) -> Bool
  let load: @Sendable (_ chain: Int) -> [UInt8]?
  private let save: @Sendable (_ chain: Int, _ bytes: [UInt8]) -> Void

  /// - Parameter isDue: whether a chain is to be kept now; copying all its draws takes a while, and the core has no clock.
  public init(
    every: Int = 50, isDue: @escaping @Sendable (_ chain: Int) -> Bool = { _ in true },
    load: @escaping @Sendable (_ chain: Int) -> [UInt8]?,
    save: @escaping @Sendable (_ chain: Int, _ bytes: [UInt8]) -> Void
  ) {
    self.every = max(every, 1)
    self.isDue = isDue
    self.load = load
    self.save = save
  }

  /// Keeps a chain if it is time.
  func note(_ chain: Int, sweeps: Int, isFinished: Bool, _ bytes: () -> [UInt8]) {
    if sweeps % every == 0 || isFinished, isDue(chain) { save(chain, bytes()) }
  }
}

/// Appends plain values to bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<T: BitwiseCopyable>(_ value: T) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func write<T: BitwiseCopyable>(array: [T]) {
    write(array.count)
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Takes plain values from bytes; `nil` at the first that is not there.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func read<T: BitwiseCopyable>(_: T.Type) -> T? {
    let size = MemoryLayout<T>.size
    guard bytes.count - place >= size else { return nil }
    defer { place += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: T.self) }
  }

  mutating func readArray<T: BitwiseCopyable>(_: T.Type) -> [T]? {
    guard let count = read(Int.self), count >= 0 else { return nil }
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<T>.stride)
    guard !overflow, bytes.count - place >= size else { return nil }
    defer { place += size }
    return [T](unsafeUninitializedCapacity: count) { target, filled in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: .init(rebasing: source[place..<(place + size)]))
      }
      filled = count
    }
  }
}
