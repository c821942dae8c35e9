/// Leaders of states with the days and manner of their coming and going, a row a leader and time in office.
///
/// Days are `Day.number`. Source: Goemans, Gleditsch and Chiozza (2009), doi:10.1177/0022343308100719.
public struct Leaders: RecordTable {
  public static let tableName = "leaders"
  public static let layout = 1

  /// The publisher's key of the row, `USA-1869`.
  public let ids: TextColumn
  /// Gleditsch-Ward number as published.
  public let gleditschWard: [Int16]
  /// Correlates of War number at the end of the time in office; 0 where there is none.
  public let states: [UInt16]
  public let names: TextColumn
  /// -9999 is missing.
  public let birthYears: [Int16]
  /// 1 woman, 0 man, 255 not coded.
  public let female: [UInt8]
  /// First day in office.
  public let starts: [Int32]
  /// Last day in office, or the last covered day.
  public let ends: [Int32]
  public let entries: TextColumn
  public let exits: TextColumn
  public let exitDetails: TextColumn

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.text("id", in: name)
    gleditschWard = try c.int16("gw_number", in: name)
    states = try c.uint16("state", in: name)
    names = try c.text("name", in: name)
    birthYears = try c.int16("birth_year", in: name)
    female = try c.uint8("female", in: name)
    starts = try c.int32("start_day", in: name)
    ends = try c.int32("end_day", in: name)
    entries = try c.text("entry", in: name)
    exits = try c.text("exit", in: name)
    exitDetails = try c.text("exit_detail", in: name)
    try Self.check(
      ids.count,
      [
        ("gw_number", gleditschWard.count), ("state", states.count), ("name", names.count),
        ("birth_year", birthYears.count), ("female", female.count), ("start_day", starts.count),
        ("end_day", ends.count), ("entry", entries.count), ("exit", exits.count), ("exit_detail", exitDetails.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .text(ids)),
      ("gw_number", .int16(gleditschWard)),
      ("state", .uint16(states)),
      ("name", .text(names)),
      ("birth_year", .int16(birthYears)),
      ("female", .uint8(female)),
      ("start_day", .int32(starts)),
      ("end_day", .int32(ends)),
      ("entry", .text(entries)),
      ("exit", .text(exits)),
      ("exit_detail", .text(exitDetails)),
    ])
  }

  public var count: Int { ids.count }
}

/// What leaders did before they came to office; codes of the source, -9 is missing.
///
/// Source: Ellis, Horowitz and Stam (2015), doi:10.1080/03050629.2015.1016157.
public struct LeaderBackgrounds: RecordTable {
  public static let tableName = "leader_backgrounds"
  public static let layout = 1

  /// Key of `Leaders.ids`.
  public let ids: TextColumn
  /// 0 none, 1 primary, 2 secondary, 3 university, 4 graduate.
  public let education: [Int16]
  public let service: [Int16]
  public let combat: [Int16]
  public let rebel: [Int16]
  public let warWins: [Int16]
  public let warLosses: [Int16]
  public let rebelWins: [Int16]
  public let rebelLosses: [Int16]
  /// Years of experience in politics as the source counts them.
  public let experience: [Int16]
  public let physicalHealth: [Int16]
  public let mentalHealth: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.text("id", in: name)
    education = try c.int16("education", in: name)
    service = try c.int16("military_service", in: name)
    combat = try c.int16("combat", in: name)
    rebel = try c.int16("rebel", in: name)
    warWins = try c.int16("war_win", in: name)
    warLosses = try c.int16("war_loss", in: name)
    rebelWins = try c.int16("rebel_win", in: name)
    rebelLosses = try c.int16("rebel_loss", in: name)
    experience = try c.int16("experience", in: name)
    physicalHealth = try c.int16("physical_health", in: name)
    mentalHealth = try c.int16("mental_health", in: name)
    try Self.check(
      ids.count,
      [
        ("education", education.count), ("military_service", service.count), ("combat", combat.count),
        ("rebel", rebel.count), ("war_win", warWins.count), ("war_loss", warLosses.count),
        ("rebel_win", rebelWins.count), ("rebel_loss", rebelLosses.count), ("experience", experience.count),
        ("physical_health", physicalHealth.count), ("mental_health", mentalHealth.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .text(ids)),
      ("education", .int16(education)),
      ("military_service", .int16(service)),
      ("combat", .int16(combat)),
      ("rebel", .int16(rebel)),
      ("war_win", .int16(warWins)),
      ("war_loss", .int16(warLosses)),
      ("rebel_win", .int16(rebelWins)),
      ("rebel_loss", .int16(rebelLosses)),
      ("experience", .int16(experience)),
      ("physical_health", .int16(physicalHealth)),
      ("mental_health", .int16(mentalHealth)),
    ])
  }

  public var count: Int { ids.count }
}

/// Changes of leaders and of the societal groups behind them, a row a state and year.
///
/// Source: Mattes, Leeds and Matsumura (2016).
public struct LeaderSupport: RecordTable {
  public static let tableName = "leader_support"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  /// In office on 31 December.
  public let leaders: TextColumn
  /// Number of leader transitions in the year; -9 is missing.
  public let transitions: [Int16]
  /// 1 if there was a transition of leaders in the year; -9 is missing.
  public let leaderChange: [Int16]
  /// 1 if the source of leader support changed in the year; -9 is missing.
  public let supportChange: [Int16]
  /// 1 if it changed in a minor way in the year, as the source defines it; -9 is missing.
  public let minorSupportChange: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    leaders = try c.text("leader", in: name)
    transitions = try c.int16("leader_transitions", in: name)
    leaderChange = try c.int16("leader_change", in: name)
    supportChange = try c.int16("support_change", in: name)
    minorSupportChange = try c.int16("minor_support_change", in: name)
    try Self.check(
      states.count,
      [
        ("year", years.count), ("leader", leaders.count), ("leader_transitions", transitions.count),
        ("leader_change", leaderChange.count), ("support_change", supportChange.count),
        ("minor_support_change", minorSupportChange.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("leader", .text(leaders)),
      ("leader_transitions", .int16(transitions)),
      ("leader_change", .int16(leaderChange)),
      ("support_change", .int16(supportChange)),
      ("minor_support_change", .int16(minorSupportChange)),
    ])
  }

  public var count: Int { states.count }
}
