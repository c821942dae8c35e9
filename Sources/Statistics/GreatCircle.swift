#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A place on the sphere, in radians.
public struct SpherePlace: Hashable, Sendable {
  public let latitude: Double
  public let longitude: Double

  /// - Parameters: latitude and longitude in degrees.
  public init(latitudeDegrees latitude: Double, longitudeDegrees longitude: Double) {
    self.latitude = latitude * .pi / 180
    self.longitude = longitude * .pi / 180
  }

  /// Radius of the sphere, kilometres: the equatorial one, with which capital distances are commonly computed.
  private static let radius = 6_378.137

  /// Great-circle distance by the formula of Vincenty for a sphere, kilometres.
  ///
  /// Source: Vincenty (1975), doi:10.1179/sre.1975.23.176.88.
  public func kilometres(to other: SpherePlace) -> Double {
    let difference = other.longitude - longitude
    let x: Double = cos(other.latitude) * sin(difference)
    let y: Double = cos(latitude) * sin(other.latitude) - sin(latitude) * cos(other.latitude) * cos(difference)
    let z: Double = sin(latitude) * sin(other.latitude) + cos(latitude) * cos(other.latitude) * cos(difference)
    return Self.radius * atan2((x * x + y * y).squareRoot(), z)
  }
}
