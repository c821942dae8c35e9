import CZlib
@testable import Delimited

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A small generator with a seed (SplitMix64), so that every random case can be made again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

func read(
  _ text: String, _ schema: Delimited.Schema, format: Delimited.Format = .csv, mode: Delimited.Mode = .collect,
  limits: Delimited.Limits = .standard, workers: Int = 1, blockBytes: Int = Delimited.blockBytes
) throws(DelimitedError) -> Delimited.Table {
  try read(
    Array(text.utf8), schema, format: format, mode: mode, limits: limits, workers: workers, blockBytes: blockBytes)
}

func read(
  _ bytes: [UInt8], _ schema: Delimited.Schema, format: Delimited.Format = .csv, mode: Delimited.Mode = .collect,
  limits: Delimited.Limits = .standard, workers: Int = 1, blockBytes: Int = Delimited.blockBytes
) throws(DelimitedError) -> Delimited.Table {
  try Delimited.read(
    .bytes(bytes, name: "t.csv"), format: format, schema: schema, mode: mode, limits: limits, workers: workers,
    blockBytes: blockBytes)
}

/// The error that `body` throws; `nil` if it throws none.
func failure(_ body: () throws(DelimitedError) -> Void) -> DelimitedError? {
  do throws(DelimitedError) { try body() } catch { return error }
  return nil
}

/// Compresses with zlib; window bits 31 give gzip, -15 raw deflate.
func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = bytes + [0]
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1_000)
  let count = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = uInt(bytes.count)
      stream.next_out = target.baseAddress
      stream.avail_out = uInt(target.count)
      deflate(&stream, Z_FINISH)
      return target.count - Int(stream.avail_out)
    }
  }
  return Array(output[..<count])
}

func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }
func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

/// Makes a zip archive; `stored` leaves the members uncompressed, `zip64` writes 64-bit sizes.
func zip(_ members: [(name: String, bytes: [UInt8])], stored: Bool = false, zip64: Bool = false) -> [UInt8] {
  var out: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in members {
    let body = stored ? bytes : deflated(bytes, windowBits: -15)
    let offset = out.count
    let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
    let method: UInt64 = stored ? 0 : 8
    out += le(0x0403_4B50, 4) + le(20, 2) + le(0x800, 2) + le(method, 2) + le(0, 4) + le(UInt64(sum), 4)
    out += le(UInt64(body.count), 4) + le(UInt64(bytes.count), 4) + le(UInt64(name.utf8.count), 2) + le(0, 2)
    out += Array(name.utf8) + body
    let extra = zip64 ? le(1, 2) + le(24, 2) + le(UInt64(bytes.count), 8) + le(UInt64(body.count), 8) : []
    directory += le(0x0201_4B50, 4) + le(20, 2) + le(20, 2) + le(0x800, 2) + le(method, 2) + le(0, 4)
    directory += le(UInt64(sum), 4)
    directory += le(zip64 ? 0xFFFF_FFFF : UInt64(body.count), 4) + le(zip64 ? 0xFFFF_FFFF : UInt64(bytes.count), 4)
    directory += le(UInt64(name.utf8.count), 2) + le(zip64 ? 28 : 0, 2) + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 4)
    directory += le(zip64 ? 0xFFFF_FFFF : UInt64(offset), 4) + Array(name.utf8)
    directory += zip64 ? extra + le(UInt64(offset), 8) : []
  }
  let start = out.count
  out += directory
  if zip64 {
    let record = out.count
    out += le(0x0606_4B50, 4) + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 4) + le(0, 4)
    out += le(UInt64(members.count), 8) + le(UInt64(members.count), 8) + le(UInt64(directory.count), 8)
    out += le(UInt64(start), 8)
    out += le(0x0706_4B50, 4) + le(0, 4) + le(UInt64(record), 8) + le(1, 4)
  }
  let count = zip64 ? 0xFFFF : UInt64(members.count)
  out += le(0x0605_4B50, 4) + le(0, 4) + le(count, 2) + le(count, 2)
  out += le(UInt64(directory.count), 4) + le(zip64 ? 0xFFFF_FFFF : UInt64(start), 4) + le(0, 2)
  return out
}

func le(_ value: UInt64, _ bytes: Int) -> [UInt8] {
  (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
}

/// Everything two tables must have in common to be the same.
func digest(_ table: Delimited.Table) -> String {
  var out = "\(table.rowCount) \(table.header) \(table.issues) \(table.blankLines) \(table.transcodedFields)\n"
  for name in table.order {
    if let values = try? table.integers(name) { out += "\(name) \(values)\n" }
    if let values = try? table.days(name) { out += "\(name) \(values)\n" }
    if let values = try? table.numbers(name) { out += "\(name) \(values.map(\.bitPattern))\n" }
    if let values = try? table.texts(name) { out += "\(name) \(values.codes) \(values.distinct())\n" }
  }
  return out + "\((0..<table.rowCount).map { table.lines[$0] ?? -1 })"
}

/// What reading gives, as text: a table or the message of the error.
func outcome(_ body: () throws(DelimitedError) -> Delimited.Table) -> String {
  do throws(DelimitedError) { return digest(try body()) } catch { return "error: \(error)" }
}

/// The published files, where they are installed.
enum Datasets {
  static let root: String = {
    if let path = getenv("ENTENTE_DATASETS").map({ String(cString: $0) }), !path.isEmpty { return path }
    var parts = #filePath.split(separator: "/")
    parts.removeLast(min(4, parts.count))
    return "/" + parts.joined(separator: "/") + "/shared/datasets"
  }()
  static let present = access(root + "/01_unga_votes/UNVotes.csv.gz", R_OK) == 0
  static func path(_ name: String) -> String { root + "/" + name }
}
