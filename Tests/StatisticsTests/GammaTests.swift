import Testing

@testable import Statistics

@Suite struct GammaTests {
  @Test func agreesWithR() throws {
    let r = try Reference("regression.txt")
    let x = [0.1, 1, 2.5, 30]
    #expect(r.difference(x.map(GammaFunctions.digamma), "digamma") < 1e-13)
    #expect(r.difference(x.map(GammaFunctions.trigamma), "trigamma") < 1e-13)
    let tails = zip([0.5, 3.84, 20, 100], [1.0, 1, 4, 90]).map { ChiSquare.upperTail($0, freedom: $1) }
    #expect(r.difference(tails, "pchisq") < 1e-13)
    let f = zip([0.5, 3, 8], [(1.0, 20.0), (3, 50), (10, 200)]).map {
      FisherF.upperTail($0, numerator: $1.0, denominator: $1.1)
    }
    #expect(r.difference(f, "pf") < 1e-13)
  }
}
