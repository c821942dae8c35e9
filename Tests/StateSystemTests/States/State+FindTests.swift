import StateSystem
import Testing

@Suite("Finding a state")
struct StateFindTests {
  @Test(
    "Texts that lead to one state",
    arguments: [
      ("365", "1965-01-01", 365), ("SUN", "1965-01-01", 365), ("RUS", "1965-01-01", 365), ("sun", "2002-01-01", 365),
      ("Soviet Union", "2002-01-01", 365), ("USSR", "1950-01-01", 365), ("u.s.s.r.", "1950-01-01", 365),
      ("Russia", "1900-01-01", 365), ("SUHH", "1990-01-01", 365), ("Russian Federation", "2002-01-01", 365),
      ("germany", "1995-01-01", 255), ("germany", "1930-01-01", 255), ("DEU", "1970-01-01", 260),
      ("West Germany", "1970-01-01", 260), ("GDR", "1970-01-01", 265), ("DDR", "1970-01-01", 265),
      ("china", "2002-09-02", 710), ("china", "1930-01-01", 710), ("PRC", "2002-09-02", 710),
      ("ROC", "1960-01-01", 713),
      ("korea", "1900-01-01", 730), ("KOR", "2000-01-01", 732), ("guinea", "1990-01-01", 438),
      ("guinea-bissau", "1990-01-01", 404), ("niger", "1990-01-01", 436), ("dominica", "1990-01-01", 54),
      ("CÔTE D’IVOIRE", "1990-01-01", 437), ("ivory coast", "1990-01-01", 437), ("türkiye", "2020-01-01", 640),
      ("turkiye", "2020-01-01", 640), ("Burma", "1960-01-01", 775), ("UK", "1990-01-01", 200),
      ("great britain", "1990-01-01", 200), ("America", "1990-01-01", 2), ("U.S.", "1990-01-01", 2),
      ("emirates", "1980-01-01", 696), ("czech", "1980-01-01", 315), ("czech", "2000-01-01", 316),
      ("CZE", "1980-01-01", 315), ("CZE", "2000-01-01", 316), ("Congo, Democratic Republic of the", "2000-01-01", 490),
      ("mng", "1990-01-01", 712), ("VNM", "1990-01-01", 816), ("ZAR", "1980-01-01", 490),
      ("iso:AUS", "2002-01-01", 900),
      ("cow:AUS", "2002-01-01", 305), ("gw:260", "2002-01-01", 255), ("gw: 260", "1980-01-01", 260),
      ("cow:970", "2002-01-01", 970), ("gw:970", "2002-01-01", 946), ("Austria", "1900-01-01", 300),
    ])
  func found(text: String, date: String, number: Int) throws {
    #expect(try State.find(text, on: day(date)).id == StateID(number))
  }

  @Test(
    "Without a date the one open membership decides",
    arguments: [
      ("germany", 255), ("vietnam", 816), ("yemen", 679), ("china", 710), ("Czechoslovakia", 315), ("DDR", 265),
      ("260", 260), ("prussia", 255), ("Austria-Hungary", 300), ("hungary", 310),
    ])
  func undated(text: String, number: Int) throws {
    #expect(try State.find(text, on: nil).id == StateID(number))
  }

  @Test(
    "Texts that fit several states",
    arguments: [
      ("korea", "2002-09-02", [731, 732]), ("germany", "1970-01-01", [260, 265]), ("congo", "1990-01-01", [484, 490]),
      ("yemen", "1980-01-01", [678, 680]), ("vietnam", "1970-01-01", [816, 817]), ("AUS", "2002-01-01", [305, 900]),
      ("SWZ", "2002-01-01", [225, 572]), ("MNG", "2010-01-01", [341, 712]), ("SLV", "2000-01-01", [92, 349]),
      ("hesse", "1850-01-01", [273, 275]),
    ])
  func ambiguous(text: String, date: String, numbers: [Int]) throws {
    let when = day(date)
    #expect(throws: StateError.ambiguous(text: text, date: when, candidates: numbers.map { state($0) })) {
      try State.find(text, on: when)
    }
  }

  @Test("Korea without a date is any of three")
  func koreaUndated() throws {
    let candidates = [730, 731, 732].map { state($0) }
    #expect(throws: StateError.ambiguous(text: "Korea", date: nil, candidates: candidates)) {
      try State.find("Korea", on: nil)
    }
  }

  @Test(
    "States that are not members on the date",
    arguments: [
      ("Ukraine", "1980-01-01", [369]), ("260", "2002-01-01", [260]), ("Poland", "1942-01-01", [290]),
      ("samoa", "1970-01-01", [990]), ("germany", "1947-01-01", [255, 260, 265]), ("dominica", "1950-01-01", [54]),
    ])
  func notMember(text: String, date: String, numbers: [Int]) throws {
    let when = day(date)
    let candidates = numbers.map { state($0) }
    #expect(throws: StateError.notMember(text: text, date: when, candidates: candidates)) {
      try State.find(text, on: when)
    }
    if let only = candidates.first, candidates.count == 1 { #expect(try State.find(text, on: nil) == only) }
  }

  @Test(
    "A typo gives the nearest names",
    arguments: [
      ("rusia", [365]), ("Unted States", [2]), ("sovite union", [365]), ("Kyrgistan", [703]), ("Phillipines", [840]),
      ("RUZ", [365]), ("Holy Roman Empire", []), ("x", []), ("", []), ("  ", []), ("1200", []), ("-5", []),
    ])
  func unknown(text: String, nearest: [Int]) throws {
    let when = day("2002-01-01")
    let error = #expect(throws: StateError.self) { try State.find(text, on: when) }
    guard case .unknown(let found, let states) = error else {
      Issue.record("\(text): \(error.map(String.init(describing:)) ?? "found")")
      return
    }
    #expect(found == text)
    #expect(states.prefix(max(1, nearest.count)).map { Int($0.id.cow) } == nearest)
  }

  @Test(
    "A Gleditsch-Ward number is not taken for a Correlates of War number",
    arguments: [(971, 970), (972, 955), (340, 345)])
  func gleditschWardNumber(number: Int, cow: Int) throws {
    #expect(throws: StateError.gleditschWardNumber(text: "\(number)", state: state(cow))) {
      try State.find("\(number)", on: day("2010-01-01"))
    }
  }

  @Test("Every name and every current code of every state finds it on the last day of its membership")
  func everyState() throws {
    for state in State.all {
      let last = state.spells.last.map { $0.end?.advanced(by: -1) ?? Day(number: 20_000) } ?? Day(number: 0)
      #expect(try State.find("\(state.id)", on: last) == state)
      #expect(try State.find("cow:\(state.abbreviation)", on: last) == state)
      #expect(try State.find(state.name, on: last) == state)
      if let alpha3 = state.code(.iso3166Alpha3, on: last) {
        #expect(try State.find("iso:\(alpha3)", on: last) == state)
      }
    }
  }

  @Test("No text stops the search: 400 random texts give a state or a typed error")
  func randomTexts() {
    var random = Seeded(7)
    let alphabet = Array("aeiourstnlgdb ,.'-():;é’中\u{301}\0%12")
    for _ in 0..<400 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
      let day = Bool.random(using: &random) ? Day(number: .random(in: -60_000...20_000, using: &random)) : nil
      do throws(StateError) {
        let state = try State.find(text, on: day)
        #expect(day.map(state.isMember) ?? true)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
