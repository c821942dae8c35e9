/// xoshiro256++: 256 bits of state, period 2²⁵⁶ − 1.
///
/// A stream is fixed by `(seed, stream)` alone, so work divided into numbered chunks or chains gives the same bytes on any
/// number of threads. Source: Blackman and Vigna (2021), doi:10.1145/3460772. Not for cryptography.
public struct Xoshiro256: RandomNumberGenerator, Sendable, Hashable, Codable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// The generator of one stream of a seed; streams of one seed are independent for every practical purpose.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    let key = mixer.next()
    mixer = SplitMix64(state: key ^ (stream &* 0xD1B5_4A32_D192_ED03))
    s0 = mixer.next()
    s1 = mixer.next()
    s2 = mixer.next()
    s3 = mixer.next() | 1
  }

  /// The whole state, for a generator that goes on where another stopped.
  public var state: SIMD4<UInt64> { SIMD4(s0, s1, s2, s3) }

  public init(state: SIMD4<UInt64>) {
    s0 = state.x
    s1 = state.y
    s2 = state.z
    s3 = state.w | (state == .zero ? 1 : 0)
  }

  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = ((sum << 23) | (sum >> 41)) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// A uniform draw on the open interval (0, 1), never an end.
  @inlinable
  public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A uniform integer on 0..<bound; 0 if `bound` is not positive.
  @inlinable
  public mutating func index(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Moves ahead by 2¹²⁸ draws.
  public mutating func jump() {
    let polynomial: [UInt64] = [
      0x180E_C6D3_3CFD_0ABA, 0xD5A6_1266_F0C9_392C, 0xA958_2618_E03F_C9AA, 0x39AB_DC45_29B1_661C,
    ]
    var a: UInt64 = 0
    var b: UInt64 = 0
    var c: UInt64 = 0
    var d: UInt64 = 0
    for word in polynomial {
      for bit in 0..<64 {
        if word >> UInt64(bit) & 1 == 1 {
          a ^= s0
          b ^= s1
          c ^= s2
          d ^= s3
        }
        _ = next()
      }
    }
    s0 = a
    s1 = b
    s2 = c
    s3 = d
  }
}

/// SplitMix64, used to spread a seed over the state of a larger generator.
///
/// Source: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
