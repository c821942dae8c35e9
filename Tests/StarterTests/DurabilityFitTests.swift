import Testing

@testable import Treaties

/// The hazard models against R 4.2.2, survival 3.5.3, on the same rows: `Benchmarks/peers/treaty-durability.R`.
@Suite(.enabled(if: StarterFolder.datasets != nil, "the datasets are not at ENTENTE_DATASETS"))
struct DurabilityFitTests {
  static let fitted: Result<(DurabilityRows, DurabilityFit), any Error> = Result {
    let rows = try DurabilityRowsTests.rows()
    return (rows, try DurabilityFit(rows))
  }

  /// Coefficient and robust error of the model of violation.
  static let violation: [DurabilityCovariate: (Double, Double)] = [
    .capabilityChange: (0.694955543202, 0.312839061495),
    .institutionsChange: (-0.251945806109, 0.256681801147),
    .democracy: (-1.39821660303, 0.326230285364),
    .outsideAlliance: (0.401341714216, 0.197577275048),
    .nonMilitaryCooperation: (-1.340096604, 0.213504138864),
    .asymmetry: (-0.49484110662, 0.203956230597),
    .externalThreat: (1.88107717711, 0.526821153834),
    .fixedTerm: (-0.283326399415, 0.207172184),
    .termDue: (0.342042060528, 0.401249632189),
  ]

  @Test func coefficientsAndRobustErrorsEqualR() throws {
    let fit = try Self.fitted.get().1
    let cause = try #require(fit.causes.first { $0.ending == .violation })
    #expect(cause.terms.count == DurabilityCovariate.allCases.count)
    for term in cause.terms {
      let (coefficient, error) = try #require(Self.violation[term.covariate])
      #expect(abs(term.coefficient - coefficient) < 1e-6, "\(term.covariate)")
      #expect(abs(term.error - error) < 1e-6, "\(term.covariate)")
    }
  }

  @Test(arguments: [
    (TreatyEnding.scheduled, -213.84682396, 0.874925775978),
    (.violation, -595.783469822, 0.799902215042),
    (.renegotiation, -480.486521852, 0.688043585283),
    (.stateDeath, -139.999073748, 0.90029823544),
  ])
  func likelihoodsAndConcordanceEqualR(ending: TreatyEnding, logLikelihood: Double, concordance: Double) throws {
    let cause = try #require(try Self.fitted.get().1.causes.first { $0.ending == ending })
    #expect(abs(cause.logLikelihood - logLikelihood) < 1e-6)
    #expect(abs(cause.concordance - concordance) < 1e-6)
  }

  @Test func incidenceEqualsRAndAddsUp() throws {
    let fit = try Self.fitted.get().1
    let published: [Double: [Double]] = [
      10: [0.697596962164, 0.0593859770051, 0.133456085852, 0.0805799051158, 0.0289810698639],
      20: [0.540388848989, 0.0784382948993, 0.187727995928, 0.119714294313, 0.0737305658715],
    ]
    for point in fit.incidence {
      #expect(abs(point.surviving + point.shares.reduce(0, +) - 1) < 1e-9)
      guard let expected = published[point.age] else { continue }
      for (found, wanted) in zip([point.surviving] + point.shares, expected) { #expect(abs(found - wanted) < 1e-6) }
    }
  }

  /// The directions Leeds and Savun (2007) report for opportunistic abrogation.
  @Test(arguments: [
    (DurabilityCovariate.capabilityChange, true), (.outsideAlliance, true), (.externalThreat, true), (.democracy, false),
    (.nonMilitaryCooperation, false),
  ])
  func directionsOfViolation(covariate: DurabilityCovariate, hastens: Bool) throws {
    let cause = try #require(try Self.fitted.get().1.causes.first { $0.ending == .violation })
    let term = try #require(cause.terms.first { $0.covariate == covariate })
    #expect((term.coefficient > 0) == hastens && term.significance < 0.05)
  }

  @Test func aForecastAddsUpAndMarksWhatItDoesNotKnow() throws {
    let (rows, fit) = try Self.fitted.get()
    let forecast = try #require(DurabilityForecast.of("ATOP:4980", rows, fit, years: 5, resamples: 0).value)
    #expect(forecast.from.description == "2016-12-31" && abs(forecast.age - 15.46) < 0.02)
    for point in forecast.points {
      #expect(abs(point.surviving + point.shares.reduce(0, +) - 1) < 1e-6)
      #expect(point.intervals.allSatisfy { $0 == nil })
    }
    for (a, b) in zip(forecast.points, forecast.points.dropFirst()) { #expect(a.surviving >= b.surviving) }
    #expect(DurabilityForecast.of("ATOP:3200", rows, fit).reason?.kind == .outsideYears)
    #expect(DurabilityForecast.of("ATOP:3180", rows, fit).reason?.kind == .missing)
  }
}
