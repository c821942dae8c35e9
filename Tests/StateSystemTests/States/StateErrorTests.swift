import StateSystem
import Testing

@Suite("Messages about states")
struct StateErrorTests {
  private func message(_ text: String, _ date: String?) throws -> String {
    let when = date.map { day($0) }
    return try #require(#expect(throws: StateError.self) { try State.find(text, on: when) }).description
  }

  @Test("An ambiguous name lists the candidates")
  func ambiguous() throws {
    #expect(
      try message("korea", "2002-09-02")
        == "\"korea\" on 2002-09-02 fits North Korea (731 PRK) or South Korea (732 ROK); give the number or the full name"
    )
    #expect(
      try message("AUS", "2002-09-02")
        == "\"AUS\" on 2002-09-02 fits Austria (305 AUS) or Australia (900 AUL); "
        + "give the number or write cow:AUS or iso:AUS")
    #expect(try message("re", nil).hasPrefix("no state is called \"re\""))
    #expect(try message("republic", "2000-01-01").contains(" more; give the number or the full name"))
  }

  @Test("A state that is no member says when it was")
  func notMember() throws {
    #expect(
      try message("Poland", "1942-01-01")
        == "\"Poland\" names no member of the state system on 1942-01-01: Poland (290 POL) was a member "
        + "1918-11-03/1939-09-27, 1945-06-28/..; choose another date")
    #expect(try message("Ukraine", "1980-01-01").contains("(but of the United Nations on that day)"))
  }

  @Test("An unknown name offers the nearest, or says what is accepted")
  func unknown() throws {
    #expect(try message("rusia", "2002-01-01") == "no state is called \"rusia\"; did you mean Russia (365 RUS)?")
    #expect(
      try message("Atlantis", nil)
        == "no state is called \"Atlantis\"; give a name, a Correlates of War number or an ISO 3166 code")
    #expect(
      try message("972", nil)
        == "972 is no Correlates of War number; it is the Gleditsch-Ward number of Tonga (955 TON): "
        + "write 955, or gw:972")
  }
}
