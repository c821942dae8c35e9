import Evidence
import StateSystem
import Testing

@testable import Measures

struct ArgumentsTests {
  private func arguments(_ values: [String: String]) -> Arguments {
    Arguments(MeasureRequest("m", values), values: values)
  }

  @Test func statesAndPairs() throws {
    let given = arguments(["a": "RUS", "b": "710", "c": "365", "d": "", "e": "Atlantis"])
    #expect(try given.state("a").id == 365)
    let pair = try given.pair()
    #expect(pair.0.id == 365 && pair.1.id == 710)
    #expect(throws: ArgumentError.self) { try given.pair("a", "c") }
    #expect(throws: ArgumentError.self) { try given.state("e") }
    #expect(throws: ArgumentError.missing("z", measure: "m")) { try given.state("z") }
    #expect(given.optional("d") == nil)
  }

  @Test func numbers() throws {
    let given = arguments(["y": "2001", "r": "45-59", "one": "56", "back": "59-45", "big": "1-99999", "word": "x"])
    #expect(try given.year("y") == 2001)
    #expect(try given.range("r") == 45...59)
    #expect(try given.range("one") == 56...56)
    for name in ["back", "big", "word"] {
      #expect(throws: ArgumentError.self, "\(name)") { try given.range(name) }
    }
    #expect(throws: ArgumentError.self) { try given.year("word") }
  }

  @Test func days() throws {
    let given = arguments(["p": "1997-09-02/2002-09-01", "y": "1989", "m": "2001-12", "open": "2001/..", "bad": "soon"])
    let days = try given.days("p")
    #expect(Day(number: days.lowerBound) == Day(1997, 9, 2))
    #expect(Day(number: days.upperBound) == Day(2002, 9, 1))
    #expect(Day(number: try given.days("y").upperBound) == Day(1989, 12, 31))
    #expect(Day(number: try given.days("m").lowerBound) == Day(2001, 12, 1))
    #expect(throws: ArgumentError.self) { try given.days("open") }
    #expect(throws: ArgumentError.self) { try given.days("bad") }
  }

  @Test("messages say what to do") func messages() {
    let unknown = ArgumentError.unknownMeasure("votes.agrement", nearest: ["votes.agreement"])
    #expect(unknown.description.contains("votes.agreement"))
    #expect(
      ArgumentError.invalid("year", value: "x", expected: "a year").description == "argument year=x: expected a year")
  }
}
