/// Whether the bytes are well-formed UTF-8 (Unicode 16, table 3-7).
func isUTF8(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  var i = asciiPrefix(p, count)
  while i < count {
    let lead = p[i]
    if lead < 0x80 {
      i += 1
      continue
    }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return false
    }
    guard i + length <= count, p[i + 1] >= low, p[i + 1] <= high else { return false }
    for j in 2..<max(length, 2) where p[i + j] & 0xC0 != 0x80 { return false }
    i += length
  }
  return true
}

/// The number of leading bytes below 128, rounded down to a multiple of eight unless all are.
@inline(__always)
func asciiPrefix(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int {
  let raw = UnsafeRawPointer(p)
  var i = 0
  while i + 8 <= count {
    if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return i }
    i += 8
  }
  var j = i
  while j < count, p[j] < 0x80 { j += 1 }
  return j == count ? count : i
}

/// Bytes of ISO 8859-1 or Windows-1252 as UTF-8.
func appendUTF8(_ bytes: UnsafeBufferPointer<UInt8>, latin1: Bool, to out: inout [UInt8]) {
  for b in bytes {
    if b < 0x80 {
      out.append(b)
      continue
    }
    let scalar = !latin1 && b < 0xA0 ? windows1252[Int(b) - 0x80] : UInt16(b)
    if scalar < 0x800 {
      out.append(UInt8(0xC0 | scalar >> 6))
    } else {
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    out.append(UInt8(0x80 | scalar & 0x3F))
  }
}

/// The characters of Windows-1252 from 0x80 to 0x9F.
///
/// Source: WHATWG Encoding Standard, index windows-1252.
private let windows1252: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
  0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0x009D, 0x017E, 0x0178,
]
