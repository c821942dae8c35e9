import Measures

/// The models of the rung at which a partnership stops. Each has the base rate of every rung; each adds to it.
enum RungModels {
  static let baseRate = RivalModel("base rate of the rung", [])
  static let pressure = RivalModel(
    "cross-pressure alone", [.pressure, .partnerPressure, .pressureUnknown, .partnerPressureUnknown], isProfile: true)
  static let place = RivalModel(
    "capabilities and contiguity", [.power, .powerUnknown, .neighbours, .neighboursOfThird, .neighboursUnknown])
  private static let held: [ProfileQuantity] =
    RivalModels.alliances.quantities + [.similarity] + RivalModels.votes.quantities + place.quantities
  /// Alliances, S, agreement over the five years before, capabilities, contiguity, trade with either.
  static let controls = RivalModel("controls", held)
  static let controlsAndPressure = RivalModel(
    "controls and cross-pressure", held + pressure.quantities, isProfile: true)
  static let ahead = RivalModel("controls and ideal-point distance", held + RivalModels.distance.quantities)
  static let aheadAndPressure = RivalModel(
    "controls, ideal-point distance and cross-pressure", held + RivalModels.distance.quantities + pressure.quantities,
    isProfile: true)

  static let then = RivalModel(
    "controls and ideal-point distance as known then", held + RivalModels.distanceThen.quantities)
  static let thenAndPressure = RivalModel(
    "controls, ideal-point distance as known then and cross-pressure",
    held + RivalModels.distanceThen.quantities + pressure.quantities, isProfile: true)

  private static let further = [RungRows.greaterPower, RungRows.exposure]

  /// - Parameter filtered: whether there are fits of ideal points that knew no later votes.
  static func all(filtered: Bool) -> [(model: RivalModel, extra: [String])] {
    let plain: [(RivalModel, [String])] = [
      (baseRate, []), (RivalModels.alliances, []), (RivalModels.portfolios, []), (RivalModels.votes, []),
      (RivalModels.distance, []), (place, [RungRows.greaterPower]), (pressure, []), (controls, further),
      (controlsAndPressure, further), (ahead, further), (aheadAndPressure, further),
    ]
    let known: [(RivalModel, [String])] =
      filtered ? [(RivalModels.distanceThen, []), (then, further), (thenAndPressure, further)] : []
    return (plain + known + [(RivalModels.control, [RivalModels.controlColumn])]).map {
      ($0.0, RungRows.rungNames + $0.1)
    }
  }
}
