import Measures

/// The models that are put to every question.
enum RivalModels {
  static let baseRate = RivalModel("base rate", [])
  static let alliances = RivalModel("alliance dummies", [.defense, .consultation, .otherPledge, .pledgesUnknown])
  static let portfolios = RivalModel("similarity S of alliance portfolios", [.similarity, .pledgesUnknown])
  static let distance = RivalModel("ideal-point distance", [.distance, .distanceUnknown])
  static let rivals = RivalModel(
    "the three rivals together", alliances.quantities + [.similarity] + distance.quantities)
  static let place = RivalModel(
    "power and place", [.power, .powerUnknown, .neighbours, .neighboursOfThird, .neighboursUnknown])
  static let placeAndRivals = RivalModel("power, place and the rivals", place.quantities + rivals.quantities)
  static let votes = RivalModel("agreement so far", [.agreement, .votesUnknown])
  static let durability = RivalModel("conditions after Leeds and Savun", [])
  static let control = RivalModel("negative control: a number made from the states' codes", [])

  static let pressure = RivalModel(
    "cross-pressure alone", [.pressure, .partnerPressure, .pressureUnknown, .partnerPressureUnknown], isProfile: true)
  static let coordination = RivalModel("coordination alone", [.coordination, .coordinationUnknown], isProfile: true)
  static let stakes = RivalModel(
    "agreement at stake alone", [.unopposed, .opposed, .stakedUnknown], isProfile: true)

  /// Pledges, rates on the rungs of votes and disputes, cross-pressure, S; then what looks ahead.
  /// Without indicators of their own: what says that votes are not covered says it for these.
  private static let ahead: [ProfileQuantity] = [.distance, .coordination]
  private static let blind: [ProfileQuantity] =
    alliances.quantities + [.pledgeToThird, .similarity] + stakes.quantities
    + [.joined, .stayedOut, .beside, .against, .disputesUnknown] + pressure.quantities
  static let profile = RivalModel("the profile", blind + ahead, isProfile: true)
  /// The same from fits that knew no later votes.
  private static let then: [ProfileQuantity] = [.distanceThen, .coordinationThen]
  static let distanceThen = RivalModel("ideal-point distance as known then", [.distanceThen, .distanceThenUnknown])
  static let rivalsThen = RivalModel(
    "the three rivals together, distance as known then",
    alliances.quantities + [.similarity] + distanceThen.quantities)
  static let coordinationThen = RivalModel(
    "coordination alone, as known then", [.coordinationThen, .coordinationThenUnknown], isProfile: true)
  static let profileThen = RivalModel("the profile as known then", blind + then, isProfile: true)
  /// What is added where there are such fits.
  static let asKnown = [distanceThen, rivalsThen, coordinationThen, profileThen]
  static let profileBlind = RivalModel("the profile without what looks ahead", blind, isProfile: true)
  static let profileWithout = RivalModel(
    "the profile without cross-pressure", profile.quantities.filter { !pressure.quantities.contains($0) },
    isProfile: true)
  static let everything = RivalModel(
    "power, place, the rivals and the profile", place.quantities + profile.quantities, isProfile: true)

  static let controlColumn = "control"
}

extension Sample {
  /// A number between 0 and 1 that depends on the codes of the two states and on nothing they did.
  mutating func addControl() {
    extra[RivalModels.controlColumn] = zip(firsts, seconds).map { a, b in
      let (low, high) = (UInt64(min(a, b)), UInt64(max(a, b)))
      return Float((low &* 2_654_435_761 &+ high &* 40_503) % 1_009) / 1_009
    }
  }
}
