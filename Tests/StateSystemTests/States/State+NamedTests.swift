import StateSystem
import Testing

@Suite("Names in published datasets")
struct StateNamedTests {
  @Test(
    "Names of sanctions and arms datasets",
    arguments: [
      ("Korea, North", 1990, 731), ("Korea, South", 1990, 732), ("Egypt, Arab Rep.", 1990, 651), ("Ceylon", 1963, 780),
      ("Malaya", 1963, 820), ("Malaya", 2023, 820), ("FRY", 1994, 345), ("Rhodesia", 1965, 552),
      ("Transjordan", 1957, 663),
      ("Congo, Democratic Republic of the", 1996, 490), ("Congo (Brazzaville)", 1997, 484), ("Macedonia", 1994, 343),
      ("Cote d'Ivoire", 1998, 437), ("Gambia, The", 1994, 420), ("Myanmar", 1967, 775),
      ("Malagasy Republic", 2006, 580),
      ("Ethiopia (excludes Eritrea)", 1977, 530), ("Soviet Union", 1950, 365), ("East Germany (GDR)", 1970, 265),
      ("Viet Nam", 1954, 816), ("Türkiye", 2022, 640), ("German Democratic Republic", 1949, 265),
      ("DR Congo", 1960, 490),
      ("Congo", 1990, 484), ("Libya GNC", 2016, 620), ("eSwatini", 2000, 572), ("Cabo Verde", 1980, 402),
      ("UAE", 1968, 696), ("Saint Vincent", 1987, 57), ("Former USSR", 1960, 365), ("Côte d\u{92}Ivoire", 1990, 437),
    ])
  func known(name: String, year: Int, number: Int) {
    #expect(State.named(name, in: Year(year))?.id == StateID(number))
  }

  @Test("A name two states had goes to the one that has it on 31 December")
  func handedOver() {
    #expect(
      [1900, 1949, 1989, 1990, 2000].map { State.named("Germany", in: Year($0))?.id } == [255, 260, 260, 255, 255])
    #expect([1950, 1989, 1990, 2000].map { State.named("Yemen", in: Year($0))?.id } == [678, 678, 679, 679])
    #expect([1900, 1918, 1919, 1960].map { State.named("Austria", in: Year($0))?.id } == [300, 305, 305, 305])
  }

  @Test("The name of a state that joined another leads to that one in later years")
  func heirs() {
    #expect([1975, 1976, 2004].map { State.named("South Vietnam", in: Year($0))?.id } == [817, 816, 816])
    #expect([1990, 1995].map { State.named("Yemen, North", in: Year($0))?.id } == [678, 679])
    #expect([1990, 1991].map { State.named("West Germany", in: Year($0))?.id } == [260, 255])
    #expect(State.named("Zanzibar", in: 2000)?.id == 510)
    #expect([1992, 1993].map { State.named("Czechoslovakia", in: Year($0))?.id } == [315, nil])
    #expect(State.named("Korea", in: 2000) == nil)
  }

  @Test("Codes, parts and misspellings of names are not names")
  func strict() {
    for text in ["RUS", "365", "Sovie", "Rusia", "", "Hong Kong", "Palestine", "EU", "Korea North South"] {
      #expect(State.named(text, in: 1990) == nil, "\(text)")
    }
  }

  @Test("Without a year a name must be one state's alone or its proper name")
  func undated() {
    #expect(State.named("Germany", in: nil)?.id == 255)
    #expect(State.named("Yemen", in: nil)?.id == 679)
    #expect(State.named("Congo", in: nil)?.id == 484)
    #expect(State.named("Soviet Union", in: nil)?.id == 365)
  }

  @Test(
    "Names of the United Nations on the day",
    arguments: [
      ("CHINA", "1960-01-01", 713), ("CHINA", "1972-01-01", 710), ("YEMEN", "1980-01-01", 678),
      ("YEMEN", "1995-01-01", 679), ("USSR", "1960-01-01", 365), ("BYELORUSSIAN SSR", "1960-01-01", 370),
      ("UKRAINIAN SSR", "1960-01-01", 369), ("GERMANY, FEDERAL REPUBLIC OF", "1980-01-01", 260),
      ("GERMANY", "1995-01-01", 255), ("IRAN (ISLAMIC REPUBLIC OF)", "1995-01-01", 630), ("DAHOMEY", "1965-01-01", 434),
      ("UPPER VOLTA", "1965-01-01", 439), ("CONGO (LEOPOLDVILLE)", "1961-01-01", 490), ("ZAIRE", "1980-01-01", 490),
      ("UNITED ARAB REPUBLIC", "1960-01-01", 651), ("KHMER REPUBLIC", "1972-01-01", 811), ("SIAM", "1947-01-01", 800),
      ("FEDERATION OF MALAYA", "1960-01-01", 820), ("TANGANYIKA", "1962-01-01", 510), ("CEYLON", "1960-01-01", 780),
      ("LIBYAN ARAB JAMAHIRIYA", "1990-01-01", 620), ("DEMOCRATIC YEMEN", "1980-01-01", 680),
      ("TÜRKİYE", "2023-01-01", 640), ("SERBIA AND MONTENEGRO", "2004-01-01", 345), ("VIET NAM", "1990-01-01", 816),
      ("BOLIVIA (PLURINATIONAL STATE OF)", "2015-01-01", 145), ("MICRONESIA (FEDERATED STATES OF)", "2000-01-01", 987),
      ("NETHERLANDS (KINGDOM OF THE)", "2023-01-01", 210), ("REPUBLIC OF KOREA", "2000-01-01", 732),
    ])
  func unitedNations(name: String, date: String, number: Int) throws {
    #expect(State.unMember(named: name, on: day(date))?.id == StateID(number))
  }

  @Test("A state outside the United Nations has no voice there")
  func notInUnitedNations() throws {
    #expect(State.unMember(named: "Switzerland", on: day("2002-09-09")) == nil)
    #expect(State.unMember(named: "Taiwan", on: day("1980-01-01")) == nil)
    #expect(State.unMember(named: "Yugoslavia", on: day("1995-01-01")) == nil)
  }
}
