import Testing

@testable import Relationships

/// Fixtures/reference.py holds the plain filter and smoother in two states that these numbers come from (numpy 2).
@Suite struct ChainPosteriorTests {
  static let values: [Float] = [1.0, 1.4, .nan, -0.3, 0.2, -1.1]

  static func data(_ values: [Float], binary: [Float]? = nil) -> ModelData {
    var indicators = [Indicator("y", .continuous, sign: 1, values: values)]
    if let binary { indicators.append(Indicator("z", .binary, sign: 1, values: binary)) }
    return ModelData(
      layout: ChainLayout(lengths: [values.count], firstTimes: [0], times: values.count),
      classes: Array(repeating: 1, count: values.count), indicators: indicators)
  }

  static func parameters(_ times: Int, binary: Bool = false, unit: Double = 1) -> ModelParameters {
    var own = [
      IndicatorParameters(
        loading: 0.8 * unit, intercepts: Array(repeating: 0, count: times), slopes: [], persistence: 0.6,
        variances: [0.5 * unit * unit, 0.5 * unit * unit])
    ]
    if binary {
      own.append(
        IndicatorParameters(
          loading: 1, intercepts: Array(repeating: -1, count: times), slopes: [], persistence: 0, variances: []))
    }
    return ModelParameters(memory: 0.9, minorVariance: 0.7, indicators: own)
  }

  func agree(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { ($0 - $1).magnitude < 1e-6 }
  }

  @Test func smootherAndFilterEqualThePlainOnes() {
    let fit = FactorModel.levels(Self.data(Self.values), Self.parameters(6), workers: 1)
    let smoothed = [0.5598023681, 0.6174887128, 0.3787146775, 0.1441485830, 0.1545586765, -0.2935926180]
    let spread = [0.3561277574, 0.3269529491, 0.3515452874, 0.3205970863, 0.3419613107, 0.3661552722]
    let links = [0, 0.2672484975, 0.2495229481, 0.2463625743, 0.2574302323, 0.2795162018]
    #expect(agree(fit.posterior.means, smoothed))
    #expect(agree(fit.posterior.variances, spread))
    #expect(agree(fit.posterior.links, links))
    let filtered = [0.7017543860, 0.9653679654, 0.8688311688, 0.2718466211, 0.3990949861, -0.2935926180]
    let filteredSpread = [0.4385964912, 0.4148629149, 0.5260389610, 0.3444551743, 0.3579261219, 0.3661552722]
    #expect(agree(fit.filteredMeans, filtered))
    #expect(agree(fit.filteredVariances, filteredSpread))
  }

  @Test func aMissingYearWidensTheInterval() {
    var less = Self.values
    less[5] = .nan
    let all = FactorModel.levels(Self.data(Self.values), Self.parameters(6), workers: 1).posterior.variances
    let fewer = FactorModel.levels(Self.data(less), Self.parameters(6), workers: 1).posterior.variances
    for t in all.indices { #expect(fewer[t] > all[t]) }
  }

  /// Errors start anew after a year without a value, which takes the next value as more independent than it is: docs/methods/relationship.md.
  @Test func aGapInsideAContinuousSeriesShouldWidenItToo() {
    var less = Self.values
    less[4] = .nan
    let all = FactorModel.levels(Self.data(Self.values), Self.parameters(6), workers: 1).posterior.variances
    let fewer = FactorModel.levels(Self.data(less), Self.parameters(6), workers: 1).posterior.variances
    withKnownIssue { for t in all.indices { #expect(fewer[t] > all[t]) } }
  }

  @Test func unitsOfAnIndicatorAreIrrelevant() {
    let scaled = Self.values.map { $0 * 100 }
    let one = FactorModel.levels(Self.data(Self.values), Self.parameters(6), workers: 1).posterior.means
    let other = FactorModel.levels(Self.data(scaled), Self.parameters(6, unit: 100), workers: 1).posterior.means
    for t in one.indices { #expect((one[t] - other[t]).magnitude < 1e-6) }
  }

  @Test func theFilterKnowsNothingLater() {
    let early: [Float] = [0, 1, 0, .nan, 1, 0]
    var late = early
    late[5] = 1
    let one = FactorModel.levels(Self.data(Self.values, binary: early), Self.parameters(6, binary: true), workers: 1)
    let two = FactorModel.levels(Self.data(Self.values, binary: late), Self.parameters(6, binary: true), workers: 1)
    #expect(one.filteredMeans.prefix(5) == two.filteredMeans.prefix(5))
    #expect(one.filteredMeans[5] < two.filteredMeans[5])
    #expect(one.posterior.means[0] < two.posterior.means[0])
  }
}
