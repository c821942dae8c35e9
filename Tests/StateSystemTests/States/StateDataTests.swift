import StateSystem
import Testing

/// The table against the published lists.
@Suite("Table of states against the published lists", .enabled(if: Datasets.present, "needs the public datasets"))
struct StateDataTests {
  @Test("Correlates of War 2016: the same 243 spells to the day")
  func cowSpells() throws {
    var published: Set<String> = []
    for row in try Datasets.rows("02_cow_states/states2016.csv") {
      func date(_ prefix: String) throws -> Day {
        try #require(
          Day(
            Int(row[prefix + "year"] ?? "") ?? 0, Int(row[prefix + "month"] ?? "") ?? 0,
            Int(row[prefix + "day"] ?? "") ?? 0))
      }
      let end = try date("end")
      let last = end == Day(2016, 12, 31) ? ".." : end.description
      published.insert("\(row["ccode"] ?? "") \(row["stateabb"] ?? "") \(try date("st"))/\(last)")
    }
    let ours = Set(State.all.flatMap { state in state.spells.map { "\(state.id) \(state.abbreviation) \($0)" } })
    #expect(published.count == 243)
    #expect(published.subtracting(ours).sorted() == [])
    #expect(ours.subtracting(published).sorted() == [])
  }

  @Test("Correlates of War 2016: the same 15,951 state-years")
  func cowStateYears() throws {
    let rows = try Datasets.rows("02_cow_states/system2016.csv")
    let published = Set(rows.map { "\($0["ccode"] ?? "") \($0["year"] ?? "")" })
    let ours = Set((1816...2016).flatMap { year in State.members(in: Year(year)).map { "\($0.id) \(year)" } })
    #expect(published.count == 15_951)
    #expect(published.subtracting(ours).sorted() == [])
    #expect(ours.subtracting(published).sorted() == [])
  }

  /// Independent states of the Gleditsch-Ward list that never were members of the Correlates of War system.
  private static let notInSystem: Set<Int> = [89, 99, 396, 397, 563, 564, 711, 815]

  @Test("Gleditsch-Ward 2017 and microstates: number, abbreviation and days")
  func gleditschWard() throws {
    var published: [(number: Int, abbreviation: String, period: String)] = []
    for row in try Datasets.rows("10_gw_states/gw_states_2017_via_peacesciencer.csv") {
      let end = row["enddate"] == "2017-12-31" ? ".." : row["enddate"] ?? ""
      published.append((Int(row["gwcode"] ?? "") ?? 0, row["stateabb"] ?? "", "\(row["startdate"] ?? "")/\(end)"))
    }
    for row in try Datasets.fields("10_gw_states/microstatessystem.dat", separator: "\t") {
      let start = row[3].split(separator: ":").reversed().joined(separator: "-")
      published.append((Int(row[0]) ?? 0, row[1], "\(start)/.."))
    }
    #expect(published.count == 216 + 23)
    var missing: [String] = []
    for entry in published where !Self.notInSystem.contains(entry.number) {
      let periods = State.all.flatMap { state in
        state.codes.filter { $0.system == .gleditschWard && $0.text == String(entry.number) }.map(\.period)
      }
      .sorted { $0.start < $1.start }
      if !Self.joined(periods).contains(entry.period) { missing.append("\(entry)") }
      let abbreviations = State.coded(entry.abbreviation, in: .gleditschWardAbbreviation)
      if abbreviations.isEmpty { missing.append("\(entry): abbreviation") }
    }
    #expect(missing == [])
    let numbers = Set(published.map(\.number))
    let ours = Set(State.all.flatMap(\.codes).filter { $0.system == .gleditschWard }.compactMap { Int($0.text) })
    #expect(ours.subtracting(numbers) == [])
    #expect(numbers.subtracting(ours) == Self.notInSystem)
  }

  /// Periods that follow each other without a gap are one: Gleditsch-Ward 260 is 260 and then 255.
  private static func joined(_ periods: [Period]) -> [String] {
    var joined: [Period] = []
    for period in periods {
      if let last = joined.last, last.end == period.start, let longer = Period(from: last.start, to: period.end) {
        joined[joined.count - 1] = longer
      } else {
        joined.append(period)
      }
    }
    return joined.map(\.description)
  }

  @Test("ISO 3166-1: current alpha-2 and alpha-3 codes")
  func iso() throws {
    let today = day("2024-01-01")
    var compared = 0
    for row in try Datasets.rows("21_country_codes/country_codes.csv") {
      guard let number = Int(row["cown"] ?? ""), number != 327, let alpha3 = row["iso3c"], !alpha3.isEmpty
      else { continue }
      let state = state(number)
      #expect(state.code(.iso3166Alpha3, on: today) == alpha3)
      let alpha2 = (row["iso2c"] ?? "").isEmpty ? "NA" : row["iso2c"]
      #expect(state.code(.iso3166Alpha2, on: today) == alpha2)
      compared += 1
    }
    #expect(compared == 193)
    let current = State.all.filter { $0.code(.iso3166Alpha3, on: today) != nil }
    #expect(current.count == compared + 1, "Serbia has no Correlates of War number in the file")
  }

  @Test("UN votes: every state that voted in a session was a member in it")
  func unVotes() throws {
    let pairs = try Datasets.shell(
      "gzip -dc 01_unga_votes/UNVotes.csv.gz | awk -F, '$4 ~ /^[123]/ { print $2 \" \" $3 }' | sort -u")
    #expect(pairs.count == 10_583)
    var outside: [String] = []
    for pair in pairs {
      let fields = pair.split(separator: " ").compactMap { Int($0) }
      let state = state(fields[1])
      let year = fields[0] + 1945
      let session = try #require(Period(from: day("\(year)-09-01"), to: day("\(year + 1)-09-01")))
      if !state.unMembership.contains(where: { $0.overlaps(session) }) { outside.append(pair) }
    }
    #expect(outside == ["45 678"], "the file keeps North Yemen in the session after unification")
  }
}
