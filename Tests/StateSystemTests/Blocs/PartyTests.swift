import StateSystem
import Testing

@Suite("Parties of datasets")
struct PartyTests {
  @Test("Names with commas inside a list")
  func lists() {
    func ids(_ text: String, _ year: Year) -> [String] {
      Party.list(text, in: year).map { party in
        switch party {
        case .state(let state): "\(state.id)"
        case .bloc(let bloc): bloc.id
        case .other(let name): "?\(name)"
        }
      }
    }
    #expect(ids("Korea, North, Singapore, Taiwan", 2022) == ["731", "830", "713"])
    #expect(ids("Egypt, Arab Rep., Syria", 1957) == ["651", "652"])
    #expect(ids("Congo, Democratic Republic of the, Eritrea", 1996) == ["490", "531"])
    #expect(ids("Gambia, The, Russia, Venezuela, Pakistan", 2020) == ["420", "365", "101", "770"])
    #expect(ids("EU, Macedonia, Montenegro, Serbia, Albania", 2021) == ["EU", "343", "341", "345", "339"])
    #expect(ids("Denmark, Netherlands,  Sweden, Germany", 1998) == ["390", "210", "380", "255"])
    #expect(ids("China, Hong Kong", 2022) == ["710", "?Hong Kong"])
    #expect(ids("Mauritania, Libya, Yemen, North, Niger", 2017) == ["435", "620", "679", "436"])
    #expect(ids("", 2000) == [] && ids(" , ,", 2000) == [])
  }

  @Test("A bloc stands for its members of the year")
  func states() {
    #expect(Party("EU", in: 1994).states(in: 1994).count == 12)
    #expect(Party("Soviet Union", in: 1960).states(in: 1960).map(\.id) == [365])
    #expect(Party("Palestine", in: 2000).states(in: 2000) == [])
  }
}
