import StateSystem
import Testing

@Suite("Codes of states")
struct StateCodesTests {
  @Test(
    "Withdrawn entries of ISO 3166-3",
    arguments: [
      ("SUHH", "SU", "SUN", 365), ("DDDE", "DD", "DDR", 265), ("YUCS", "YU", "YUG", 345), ("CSXX", "CS", "SCG", 345),
      ("CSHH", "CS", "CSK", 315), ("YDYE", "YD", "YMD", 680), ("VDVN", "VD", "VDR", 816), ("ZRCD", "ZR", "ZAR", 490),
      ("BUMM", "BU", "BUR", 775), ("BYAA", "BY", "BYS", 370), ("DYBJ", "DY", "DHY", 434), ("HVBF", "HV", "HVO", 439),
      ("RHZW", "RH", "RHO", 552), ("TPTL", "TP", "TMP", 860),
    ])
  func withdrawn(former: String, alpha2: String, alpha3: String, number: Int) throws {
    let state = state(number)
    #expect(State.coded(former, in: .iso3166Former) == [state])
    let entry = try #require(state.codes.first { $0.text == former })
    let end = try #require(entry.period.end)
    for day in [entry.period.start, end.advanced(by: -1)] {
      #expect(State.coded(alpha3, in: .iso3166Alpha3, on: day) == state)
      #expect(State.coded(alpha2, in: .iso3166Alpha2, on: day) == state)
    }
    #expect(State.coded(alpha3, in: .iso3166Alpha3, on: end) == nil)
  }

  @Test("An alpha-2 code used twice leads to the state that had it on the day")
  func reusedCode() throws {
    #expect(State.coded("CS", in: .iso3166Alpha2, on: day("1990-01-01"))?.id == 315)
    #expect(State.coded("CS", in: .iso3166Alpha2, on: day("2000-01-01")) == nil)
    #expect(State.coded("CS", in: .iso3166Alpha2, on: day("2005-01-01"))?.id == 345)
    #expect(State.coded("cs", in: .iso3166Alpha2).map(\.id) == [315, 345])
  }

  @Test("A state has no code on a day it did not exist, and the newer of two in the year of a change")
  func dates() throws {
    #expect(state(771).code(.iso3166Alpha3, on: day("1950-01-01")) == nil)
    #expect(state(771).code(.cow, on: day("1971-12-15")) == nil)
    #expect(state(771).code(.cow, on: day("1971-12-16")) == "771")
    #expect(state(434).code(.iso3166Alpha3, on: day("1976-12-31")) == "DHY")
    #expect(state(434).code(.iso3166Alpha3, on: day("1977-06-01")) == "BEN")
    #expect(State.coded("DHY", in: .iso3166Alpha3, on: day("1977-06-01"))?.id == 434)
    #expect(state(360).code(.iso3166Alpha3, on: day("2002-01-31")) == "ROM")
    #expect(state(360).code(.iso3166Alpha3, on: day("2002-02-01")) == "ROU")
  }

  @Test("A code leads back to its state in every system, on every day it is valid")
  func roundTrip() {
    for state in State.all {
      for code in state.codes {
        let days = [code.period.start, code.period.end?.advanced(by: -1) ?? code.period.start.advanced(by: 40_000)]
        for day in days {
          let holder = State.coded(code.text, in: code.system, on: day)
          #expect(holder == state, "\(code.system) \(code.text) on \(day) is \(holder?.description ?? "nothing")")
        }
      }
    }
  }

  @Test("Systems have readable names of their own")
  func systems() {
    #expect(CodeSystem.allCases.count == 7)
    #expect(CodeSystem(rawValue: "iso3166Alpha3") == .iso3166Alpha3)
  }
}
