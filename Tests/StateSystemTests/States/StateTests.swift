import StateSystem
import Testing

/// The states that lists of states get wrong.
@Suite("Hard cases of the state system")
struct StateTests {
  @Test("365 is one state across 1991; only its name and codes change")
  func russia() throws {
    let russia = state(365)
    let last = day("1991-12-25")
    let first = day("1991-12-26")
    #expect(russia.isMember(on: last) && russia.isMember(on: first) && russia.spells.count == 1)
    #expect(russia.name(on: last) == "Soviet Union")
    #expect(russia.name(on: first) == "Russia")
    #expect(russia.name(on: day("1922-12-29")) == "Russia")
    #expect(russia.code(.iso3166Alpha3, on: last) == "SUN")
    #expect(russia.code(.iso3166Former, on: last) == "SUHH")
    #expect(russia.code(.iso3166Alpha3, on: day("1992-08-29")) == "SUN")
    #expect(russia.code(.iso3166Alpha3, on: day("1992-08-30")) == "RUS")
    #expect(russia.isUNMember(on: last) && russia.isUNMember(on: first))
  }

  @Test("255, 260 and 265: Germany is away between 1945 and 1990")
  func germany() throws {
    let (germany, west, east) = (state(255), state(260), state(265))
    #expect(germany.isMember(on: day("1945-05-08")) && !germany.isMember(on: day("1945-05-09")))
    #expect(!west.isMember(on: day("1955-05-04")) && west.isMember(on: day("1955-05-05")))
    #expect(east.isMember(on: day("1954-03-25")))
    let unity = day("1990-10-03")
    #expect(west.isMember(on: unity.advanced(by: -1)) && east.isMember(on: unity.advanced(by: -1)))
    #expect(!west.isMember(on: unity) && !east.isMember(on: unity) && germany.isMember(on: unity))
    #expect(germany.name(on: day("1860-01-01")) == "Prussia")
    #expect(west.unMembership.first?.start == Day(1973, 9, 18) && east.unMembership.first?.start == Day(1973, 9, 18))
  }

  @Test("255 is 260 in Gleditsch-Ward after 1990")
  func germanyInGleditschWard() throws {
    #expect(state(255).gleditschWard(on: day("1913-01-01")) == 255)
    #expect(state(255).gleditschWard(on: day("1995-01-01")) == 260)
    #expect(state(260).gleditschWard(on: day("1950-01-01")) == 260)
    #expect(State.coded("260", in: .gleditschWard, on: day("1990-10-02"))?.id == 260)
    #expect(State.coded("260", in: .gleditschWard, on: day("1990-10-03"))?.id == 255)
    #expect(State.coded("260", in: .gleditschWard).map(\.id) == [255, 260])
  }

  @Test("345 is Serbia, Yugoslavia, Serbia and Montenegro and Serbia again, and out of the UN 1992-2000")
  func serbia() throws {
    let serbia = state(345)
    let names = [
      "1900-01-01": "Serbia", "1925-01-01": "Kingdom of Serbs, Croats and Slovenes", "1950-01-01": "Yugoslavia",
      "2000-01-01": "Yugoslavia", "2004-01-01": "Serbia and Montenegro", "2010-01-01": "Serbia",
    ]
    for (date, name) in names { #expect(serbia.name(on: day(date)) == name) }
    let codes = ["1990-01-01": "YUG", "2004-01-01": "SCG", "2010-01-01": "SRB"]
    for (date, code) in codes { #expect(serbia.code(.iso3166Alpha3, on: day(date)) == code) }
    #expect(serbia.gleditschWard(on: day("1900-01-01")) == 340)
    #expect(serbia.gleditschWard(on: day("1990-01-01")) == 345)
    #expect(serbia.gleditschWard(on: day("2007-01-01")) == 340)
    #expect(serbia.isUNMember(on: day("1992-09-21")) && !serbia.isUNMember(on: day("1992-09-22")))
    #expect(!serbia.isUNMember(on: day("2000-10-31")) && serbia.isUNMember(on: day("2000-11-01")))
  }

  @Test("678 and 680 become 679 on 22 May 1990; Gleditsch-Ward keeps 678")
  func yemen() throws {
    let unity = day("1990-05-22")
    #expect(
      State.members(on: unity.advanced(by: -1)).filter { (678...680).contains($0.id.cow) }.map(\.id) == [678, 680])
    #expect(State.members(on: unity).filter { (678...680).contains($0.id.cow) }.map(\.id) == [679])
    #expect(state(679).gleditschWard(on: unity) == 678)
    #expect(State.coded("YMD", in: .iso3166Alpha3, on: unity.advanced(by: -1))?.id == 680)
    #expect(State.coded("YDYE", in: .iso3166Former).map(\.id) == [680])
  }

  @Test("816 is North Vietnam and then Vietnam; 817 ends on 30 April 1975")
  func vietnam() throws {
    #expect(state(817).isMember(on: day("1975-04-30")) && !state(817).isMember(on: day("1975-05-01")))
    #expect(state(816).name(on: day("1976-07-01")) == "North Vietnam")
    #expect(state(816).name(on: day("1976-07-02")) == "Vietnam")
    #expect(State.coded("VNM", in: .iso3166Alpha3, on: day("1970-01-01"))?.id == 817)
    #expect(State.coded("VNM", in: .iso3166Alpha3, on: day("1980-01-01"))?.id == 816)
    #expect(State.coded("VDR", in: .iso3166Alpha3, on: day("1970-01-01"))?.id == 816)
    #expect(state(816).unMembership == [Period(since: day("1977-09-20"))] && state(817).unMembership == [])
  }

  @Test("China's seat passes from 713 to 710 on 25 October 1971")
  func china() throws {
    let (china, taiwan) = (state(710), state(713))
    let change = day("1971-10-25")
    #expect(taiwan.isUNMember(on: change.advanced(by: -1)) && !china.isUNMember(on: change.advanced(by: -1)))
    #expect(!taiwan.isUNMember(on: change) && china.isUNMember(on: change))
    #expect(State.unMember(named: "China", on: change.advanced(by: -1))?.id == 713)
    #expect(State.unMember(named: "China", on: change)?.id == 710)
    #expect(china.isMember(on: day("1930-01-01")) && !taiwan.isMember(on: day("1949-12-07")))
  }

  @Test(
    "Pacific numbers differ: Correlates of War, Gleditsch-Ward",
    arguments: [(946, 970), (947, 973), (955, 972), (970, 971)])
  func pacific(cow: Int, gleditschWard: Int) throws {
    let state = state(cow)
    let today = day("2010-01-01")
    #expect(state.gleditschWard(on: today) == gleditschWard)
    #expect(State.coded(String(gleditschWard), in: .gleditschWard, on: today) == state)
    #expect(state.gleditschWard(on: day("1985-01-01")) == gleditschWard, "independent before it was a member")
    #expect(!state.isMember(on: day("1985-01-01")))
  }

  @Test("Pakistan goes on when Bangladesh leaves it on 16 December 1971")
  func pakistan() throws {
    #expect(state(770).spells == [Period(since: day("1947-08-14"))])
    #expect(!state(771).isMember(on: day("1971-12-15")) && state(771).isMember(on: day("1971-12-16")))
    #expect(state(771).unMembership == [Period(since: day("1974-09-17"))])
  }

  @Test(
    "States that leave and return",
    arguments: [
      (366, "1940-06-16", "1991-09-06"), (367, "1940-06-16", "1991-09-06"), (368, "1940-06-15", "1991-09-06"),
      (530, "1936-05-05", "1941-05-05"), (305, "1938-03-13", "1955-07-27"), (652, "1958-02-01", "1961-09-29"),
      (41, "1915-07-28", "1934-08-15"), (42, "1916-11-29", "1924-09-29"), (740, "1945-08-14", "1952-04-28"),
      (600, "1912-03-30", "1956-03-02"), (651, "1882-09-15", "1937-05-26"), (150, "1870-06-20", "1876-06-22"),
      (220, "1942-11-11", "1944-08-25"), (339, "1939-04-07", "1944-11-17"),
    ])
  func returning(number: Int, last: String, first: String) throws {
    let state = state(number)
    #expect(state.spells.count == 2)
    #expect(state.isMember(on: day(last)) && !state.isMember(on: day(last).advanced(by: 1)))
    #expect(!state.isMember(on: day(first).advanced(by: -1)) && state.isMember(on: day(first)))
  }

  @Test("Kuwait does not leave in 1990: it is a member through the occupation")
  func kuwait() throws {
    #expect(state(690).spells == [Period(since: day("1961-06-19"))])
    #expect(state(690).isMember(on: day("1990-12-01")))
  }

  @Test("Syria is out of the UN while it is part of the United Arab Republic; Egypt keeps the seat")
  func unitedArabRepublic() throws {
    let union = day("1960-01-01")
    #expect(!state(652).isUNMember(on: union) && state(651).isUNMember(on: union))
    #expect(state(651).name(on: union) == "United Arab Republic")
    #expect(state(652).isUNMember(on: day("1961-10-13")))
  }

  @Test("Indonesia is out of the UN from 20 January 1965 to 27 September 1966")
  func indonesia() throws {
    let indonesia = state(850)
    #expect(indonesia.unMembership.map(\.description) == ["1950-09-28/1965-01-19", "1966-09-28/.."])
  }

  @Test("Ukraine and Belarus sit in the UN before they are members of the system")
  func soviets() throws {
    for number in [369, 370] {
      let state = state(number)
      #expect(state.isUNMember(on: day("1950-01-01")) && !state.isMember(on: day("1950-01-01")))
    }
    #expect(state(370).code(.iso3166Alpha3, on: day("1990-01-01")) == "BYS")
  }

  @Test("UN membership begins on the day of admission")
  func admissions() throws {
    let dates = [225: "2002-09-10", 626: "2011-07-14", 731: "1991-09-17", 732: "1991-09-17", 2: "1945-10-24"]
    for (number, date) in dates { #expect(state(number).unMembership == [Period(since: day(date))]) }
    #expect(State.all.filter { $0.isUNMember(on: day("2020-01-01")) }.count == 193)
    #expect(State.all.filter { $0.isUNMember(on: day("1945-12-31")) }.count == 51)
  }

  @Test("Numbers without a state have none")
  func unknownNumbers() {
    for number in [-1, 0, 1, 3, 999, 1_000, 70_000] { #expect(State(cow: number) == nil) }
    #expect(State[StateID(integerLiteral: 0)] == nil)
    #expect(State.all.map(\.id) == State.all.map(\.id).sorted())
    #expect(State.all.allSatisfy { State[$0.id] == $0 && State(cow: Int($0.id.cow)) == $0 })
  }

  @Test("A state is a member in a year if it is on one of its days")
  func years() throws {
    #expect(state(255).isMember(in: 1990) && !state(255).isMember(in: 1989))
    #expect(state(260).isMember(in: 1990) && !state(260).isMember(in: 1991))
    #expect(State.members(in: 1816).count == 23)
    #expect(State.members(in: 2016).count == 195)
  }
}
