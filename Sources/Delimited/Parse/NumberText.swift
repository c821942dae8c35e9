/// The number that begins at a byte, and the byte after it.
///
/// The text must be followed by a byte that is not part of a number. At most 19 digits and a power of ten of at most
/// 22 are exact in one operation (Clinger 1990, doi:10.1145/93542.93557); everything else goes to the standard
/// library, which rounds correctly.
///
/// - Returns: `nil` if there is no number here.
@inline(__always)
func parseNumber(
  _ start: UnsafePointer<UInt8>, _ powersOfTen: UnsafePointer<Double>
) -> (value: Double, end: UnsafePointer<UInt8>)? {
  var p = start
  let negative = p.pointee == 0x2D
  if negative || p.pointee == 0x2B { p += 1 }
  var mantissa: UInt64 = 0
  let whole = p
  var digit = p.pointee &- 0x30
  while digit < 10 {
    mantissa = mantissa &* 10 &+ UInt64(digit)
    p += 1
    digit = p.pointee &- 0x30
  }
  var digits = p - whole
  var scale = 0
  if p.pointee == 0x2E {
    p += 1
    let fraction = p
    digit = p.pointee &- 0x30
    while digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      p += 1
      digit = p.pointee &- 0x30
    }
    scale = fraction - p
    digits -= scale
  }
  guard digits > 0 else { return nil }
  if p.pointee | 0x20 == 0x65 {
    guard let exponent = parseExponent(&p) else { return nil }
    scale += exponent
  }
  guard digits <= 19, mantissa <= 1 << 53, scale >= -22, scale <= 22 else {
    return slowNumber(start, p)
  }
  var value = Double(mantissa)
  if scale < 0 { value /= powersOfTen[-scale] } else if scale > 0 { value *= powersOfTen[scale] }
  return (negative ? -value : value, p)
}

/// The exponent whose `e` stands at `p`, moved behind it; `nil` if no digit follows.
private func parseExponent(_ p: inout UnsafePointer<UInt8>) -> Int? {
  p += 1
  let negative = p.pointee == 0x2D
  if negative || p.pointee == 0x2B { p += 1 }
  let first = p
  var value = 0
  var digit = p.pointee &- 0x30
  while digit < 10 {
    if value < 100_000 { value = value * 10 + Int(digit) }
    p += 1
    digit = p.pointee &- 0x30
  }
  guard p > first else { return nil }
  return negative ? -value : value
}

@inline(never)
private func slowNumber(
  _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
) -> (value: Double, end: UnsafePointer<UInt8>)? {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  return Double(text).map { ($0, end) }
}

/// The powers of ten that are exact.
let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
