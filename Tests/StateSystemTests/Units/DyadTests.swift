import Foundation
import StateSystem
import Testing

@Suite("Dyads and triads")
struct DyadTests {
  private func id(_ random: inout Seeded) -> StateID { StateID(Int.random(in: 1...999, using: &random)) ?? 1 }

  @Test("A dyad has no order; a directed dyad has")
  func symmetry() throws {
    var random = Seeded(9)
    for _ in 0..<2_000 {
      let (a, b) = (id(&random), id(&random))
      #expect(Dyad(a, b) == Dyad(b, a))
      #expect((Dyad(a, b) == nil) == (a == b) && (DirectedDyad(from: a, to: b) == nil) == (a == b))
      guard let dyad = Dyad(a, b), let directed = DirectedDyad(from: a, to: b) else { continue }
      #expect(dyad.first < dyad.second && dyad.contains(a) && dyad.contains(b))
      #expect(dyad.partner(of: a) == b && dyad.partner(of: b) == a)
      #expect(directed.reversed != directed && directed.reversed.reversed == directed)
      #expect(directed.dyad == dyad && directed.reversed.dyad == dyad)
      #expect(DirectedDyad(from: b, to: a) == directed.reversed)
    }
    #expect(Dyad(710, 365)?.partner(of: 2) == nil)
  }

  @Test("A triad needs three states; the third has a place of its own")
  func triads() throws {
    #expect(Triad(710, 365, third: 2) == Triad(365, 710, third: 2))
    #expect(Triad(710, 365, third: 2) != Triad(710, 2, third: 365))
    #expect(
      Triad(710, 710, third: 2) == nil && Triad(710, 365, third: 365) == nil && Triad(710, 365, third: 710) == nil)
    #expect(Triad(710, 365, third: 2)?.description == "365-710|2")
    #expect(DirectedDyad(from: 710, to: 365)?.description == "710>365")
  }

  @Test("Order is by number")
  func order() throws {
    let dyads = try [Dyad(2, 365), Dyad(2, 710), Dyad(365, 710)].map { try #require($0) }
    #expect(dyads == dyads.reversed().sorted())
    let triads = try [Triad(2, 365, third: 710), Triad(2, 710, third: 365)].map { try #require($0) }
    #expect(triads == triads.reversed().sorted())
  }

  @Test("Coded and decoded")
  func coding() throws {
    let triad = try #require(Triad(710, 365, third: 2))
    #expect(try JSONDecoder().decode(Triad.self, from: JSONEncoder().encode(triad)) == triad)
  }
}
