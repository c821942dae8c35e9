/// Reads the records of the table of states.
struct StateTableParser {
  typealias Bytes = ArraySlice<UInt8>

  private(set) var states: [State] = []
  private(set) var problems: [String] = []
  private var draft = Draft()

  private struct Draft {
    var id: StateID?
    var abbreviation = ""
    var name = ""
    var spells: [Period] = []
    var un: [Period] = []
    var names: [State.DatedName] = []
    var codes: [State.Code] = []
    var aliases: [State.Alias] = []
    var heir: StateID?
    /// First and last day of the state by any list read so far.
    var start: Day?
    var end: Day?
  }

  mutating func read(_ text: String) {
    Self.parts(of: Array(text.utf8)[...], "\n") { line in
      var isFirst = true
      Self.parts(of: line, "|") { section in
        if isFirst, line.first == section.first, section.first.map(Self.isDigit) == true {
          finish()
          begin(section)
        } else if !section.isEmpty {
          read(section: section)
        }
        isFirst = false
      }
    }
    finish()
  }

  private mutating func begin(_ header: Bytes) {
    let words = header.split(separator: 32, maxSplits: 2)
    guard words.count == 3, let number = Self.integer(words[0]), let id = StateID(number) else {
      return complain(header, "expected number, abbreviation and name")
    }
    draft.id = id
    draft.abbreviation = string(words[1])
    draft.name = string(words[2])
  }

  private mutating func read(section: Bytes) {
    guard let space = section.firstIndex(of: 32) else {
      return complain(section, "expected a section name and its content")
    }
    let content = section[space...].dropFirst()
    switch string(section[..<space]) {
    case "system":
      draft.spells = periods(content)
      extend(draft.spells)
      add(.cow, draft.id?.description ?? "", draft.spells)
      add(.cowAbbreviation, draft.abbreviation, draft.spells)
    case "un":
      draft.un = periods(content)
      extend(draft.un)
    case "gw": Self.parts(of: content, ";") { read(gleditschWard: $0) }
    case "iso": Self.parts(of: content, ";") { read(iso: $0) }
    case "names": Self.parts(of: content, ";") { read(name: $0) }
    case "also": Self.parts(of: content, ";") { read(alias: $0, .own) }
    case "shared": Self.parts(of: content, ";") { read(alias: $0, .shared) }
    case "seat": Self.parts(of: content, ";") { read(alias: $0, .seat) }
    case "heir": draft.heir = Self.integer(content).flatMap { StateID($0) }
    default: complain(section, "unknown section")
    }
  }

  private mutating func read(gleditschWard item: Bytes) {
    let (text, spells) = split(item)
    let words = text.split(separator: 32).map(string)
    extend(spells)
    guard words.isEmpty || words.count == 2, !spells.isEmpty else {
      return complain(item, "expected number and abbreviation, or neither, and periods")
    }
    add(.gleditschWard, words.first ?? draft.id?.description ?? "", spells)
    add(.gleditschWardAbbreviation, words.last ?? draft.abbreviation, spells)
  }

  private mutating func read(iso item: Bytes) {
    var (text, valid) = split(item)
    let words = text.split(separator: 32).map(string)
    if valid.isEmpty, let life { valid = [life] }
    guard words.count == 2 || words.count == 3, words[0].utf8.count == 2, words[1].utf8.count == 3, !valid.isEmpty
    else { return complain(item, "expected alpha-2, alpha-3 and the former code, if any") }
    add(.iso3166Alpha2, words[0], valid)
    add(.iso3166Alpha3, words[1], valid)
    if words.count == 3 { add(.iso3166Former, words[2], valid) }
  }

  private mutating func read(name item: Bytes) {
    let (text, valid) = split(item)
    guard !text.isEmpty, !valid.isEmpty else { return complain(item, "expected a name and its periods") }
    let name = string(text)
    for period in valid { draft.names.append(State.DatedName(name: name, period: period)) }
  }

  private mutating func read(alias item: Bytes, _ kind: State.Alias.Kind) {
    let (text, valid) = split(item)
    draft.aliases.append(State.Alias(text: string(text), kind: kind, period: valid.first))
  }

  private mutating func finish() {
    defer { draft = Draft() }
    guard let id = draft.id else { return }
    if draft.spells.isEmpty { problems.append("\(id): no system membership") }
    if let last = states.last, last.id >= id { problems.append("\(id): out of order after \(last.id)") }
    states.append(
      State(
        id: id, abbreviation: draft.abbreviation, name: draft.name, spells: draft.spells, unMembership: draft.un,
        formerNames: draft.names, codes: draft.codes, aliases: draft.aliases, heir: draft.heir))
  }

  private mutating func add(_ system: CodeSystem, _ text: String, _ valid: [Period]) {
    for period in valid { draft.codes.append(State.Code(system: system, text: text, period: period)) }
  }

  private mutating func complain(_ text: Bytes, _ problem: String) {
    problems.append("\(draft.id?.description ?? "?"): \"\(string(text))\": \(problem)")
  }
}

extension StateTableParser {
  private var life: Period? { draft.start.flatMap { Period(from: $0, to: draft.end) } }

  private mutating func extend(_ periods: [Period]) {
    for period in periods {
      draft.end = draft.start == nil ? period.end : draft.end.flatMap { old in period.end.map { max(old, $0) } }
      draft.start = min(draft.start ?? period.start, period.start)
    }
  }

  private func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The text of an item and the periods that end it.
  private mutating func split(_ item: Bytes) -> (text: Bytes, periods: [Period]) {
    guard let slash = item.firstIndex(of: UInt8(ascii: "/")) else { return (item, []) }
    let start = item[..<slash].lastIndex(of: 32).map { $0 + 1 } ?? item.startIndex
    guard let first = item[start...].first, Self.isDigit(first) || first == UInt8(ascii: ".") else { return (item, []) }
    return (Self.trim(item[..<start]), periods(item[start...]))
  }

  private mutating func periods(_ content: Bytes) -> [Period] {
    var result: [Period] = []
    Self.parts(of: content, ",") { item in
      if let period = period(item) { result.append(period) } else { complain(item, "expected a period") }
    }
    return result
  }

  private func period(_ item: Bytes) -> Period? {
    guard let slash = item.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let first = item[..<slash]
    let last = item[slash...].dropFirst()
    guard let start = Self.isOpen(first) ? draft.start : Self.day(first, last: false) else { return nil }
    if Self.isOpen(last) { return Period(since: start) }
    return Self.day(last, last: true).flatMap { Period(from: start, to: $0.advanced(by: 1)) }
  }
}

extension StateTableParser {
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isOpen(_ bytes: Bytes) -> Bool { bytes.elementsEqual("..".utf8) }

  private static func trim(_ bytes: Bytes) -> Bytes {
    var bytes = bytes
    while bytes.first == 32 { bytes = bytes.dropFirst() }
    while bytes.last == 32 { bytes = bytes.dropLast() }
    return bytes
  }

  /// Calls `body` with each trimmed part between separators.
  private static func parts(of bytes: Bytes, _ separator: Unicode.Scalar, _ body: (Bytes) -> Void) {
    var rest = bytes
    while let end = rest.firstIndex(of: UInt8(ascii: separator)) {
      body(trim(rest[..<end]))
      rest = rest[end...].dropFirst()
    }
    body(trim(rest))
  }

  /// A number of at most four digits.
  private static func integer(_ bytes: Bytes) -> Int? {
    guard (1...4).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// A day, or the first or last day of a year.
  private static func day(_ bytes: Bytes, last: Bool) -> Day? {
    guard let year = integer(bytes.prefix(4)) else { return nil }
    if bytes.count == 4 { return last ? Day(year, 12, 31) : Day(year, 1, 1) }
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes.dropFirst(4).first == dash, bytes.dropFirst(7).first == dash,
      let month = integer(bytes.dropFirst(5).prefix(2)), let day = integer(bytes.suffix(2))
    else { return nil }
    return Day(year, month, day)
  }
}
