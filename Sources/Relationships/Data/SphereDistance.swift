#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Distances on a sphere of the Earth's mean radius.
enum SphereDistance {
  static let radius = 6_371.0

  /// Great-circle distance of two places in radians, by the haversine.
  static func kilometres(_ latitude: Double, _ longitude: Double, _ latitude2: Double, _ longitude2: Double) -> Double {
    let up = sin((latitude2 - latitude) / 2)
    let across = sin((longitude2 - longitude) / 2)
    let h: Double = up * up + cos(latitude) * cos(latitude2) * across * across
    return 2 * radius * asin(min(1, h.squareRoot()))
  }
}
