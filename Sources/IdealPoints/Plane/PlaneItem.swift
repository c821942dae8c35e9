/// The parameters of an item in two dimensions: latent vote = slope · position + noise; yes below `lower`, no above `upper`.
struct PlaneItem: Hashable, Sendable {
  var slope: SIMD2<Double>
  var lower: Double
  var upper: Double

  /// The cut points, as the prior of one dimension reads them.
  var cuts: ItemParameters { ItemParameters(slope: 0, lower: lower, upper: upper) }
}
