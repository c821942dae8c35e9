#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@inlinable public func exponential(_ x: Double) -> Double { exp(x) }
@inlinable public func logarithm(_ x: Double) -> Double { log(x) }
@inlinable public func logarithm1p(_ x: Double) -> Double { log1p(x) }
@inlinable public func exponentialM1(_ x: Double) -> Double { expm1(x) }
@inlinable public func complementaryError(_ x: Double) -> Double { erfc(x) }
@inlinable public func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inlinable public func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}
