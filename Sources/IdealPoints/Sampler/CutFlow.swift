import Statistics

/// Shifts of a cut point that never leave the prior's support (−7, 7).
///
/// The flow of a vector field that is 1 up to ±6 and falls linearly to 0 at ±7: an exact shift inside, a contraction near the ends,
/// and always invertible by the opposite shift.
enum CutFlow {
  private static let edge: Double = 6

  /// Whether a shift from one point to the other was exact.
  static func isExact(_ from: Double, _ to: Double) -> Bool { max(from.magnitude, to.magnitude) <= edge }

  /// The point after a shift, and the log of the derivative of the map there.
  static func moved(_ cut: Double, by amount: Double) -> (cut: Double, logJacobian: Double) {
    let to = amount >= 0 ? up(cut, amount) : -up(-cut, -amount)
    if isExact(cut, to) { return (to, 0) }
    return (to, logarithm(speed(to) / speed(cut)))
  }

  private static func speed(_ x: Double) -> Double { max(min(1, ItemParameters.bound - x.magnitude), 1e-300) }

  private static func up(_ start: Double, _ amount: Double) -> Double {
    var x = start
    var time = amount
    if x < -edge {
      let room: Double = -logarithm(ItemParameters.bound + x)
      if time <= room { return (ItemParameters.bound + x) * exponential(time) - ItemParameters.bound }
      time -= room
      x = -edge
    }
    if x < edge {
      if time <= edge - x { return x + time }
      time -= edge - x
      x = edge
    }
    return ItemParameters.bound - (ItemParameters.bound - x) * exponential(-time)
  }
}
