/// Reads the records of the table of states.
struct StateTableParser {
  typealias Bytes = Substring.UTF8View

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
    for line in Substring(text).utf8.split(separator: UInt8(ascii: "\n")) {
      for (number, part) in line.split(separator: UInt8(ascii: "|")).enumerated() {
        let section = trim(part)
        guard let first = section.first else { continue }
        if number == 0, line.first == first, isDigit(first) {
          finish()
          begin(section)
        } else {
          read(section: section)
        }
      }
    }
    finish()
  }

  private mutating func begin(_ header: Bytes) {
    let words = header.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard words.count == 3, let number = Int(Substring(words[0])), let id = StateID(number) else {
      return complain(header, "expected number, abbreviation and name")
    }
    draft.id = id
    draft.abbreviation = string(words[1])
    draft.name = string(words[2])
  }

  private mutating func read(section: Bytes) {
    let words = section.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard words.count == 2 else { return complain(section, "expected a section name and its content") }
    let content = words[1]
    switch string(words[0]) {
    case "system":
      draft.spells = periods(content)
      extend(draft.spells)
      add(.cow, draft.id?.description ?? "", draft.spells)
      add(.cowAbbreviation, draft.abbreviation, draft.spells)
    case "un":
      draft.un = periods(content)
      extend(draft.un)
    case "gw": items(content).forEach { read(gleditschWard: $0) }
    case "iso": items(content).forEach { read(iso: $0) }
    case "names": items(content).forEach { read(name: $0) }
    case "also": items(content).forEach { read(alias: $0, .own) }
    case "shared": items(content).forEach { read(alias: $0, .shared) }
    case "seat": items(content).forEach { read(alias: $0, .seat) }
    case "heir": draft.heir = Int(Substring(content)).flatMap { StateID($0) }
    default: complain(section, "unknown section")
    }
  }

  private mutating func read(gleditschWard item: Bytes) {
    let (words, spells) = split(item)
    extend(spells)
    guard words.isEmpty || words.count == 2, !spells.isEmpty else {
      return complain(item, "expected number and abbreviation, or neither, and periods")
    }
    add(.gleditschWard, words.first ?? draft.id?.description ?? "", spells)
    add(.gleditschWardAbbreviation, words.last ?? draft.abbreviation, spells)
  }

  private mutating func read(iso item: Bytes) {
    var (words, valid) = split(item)
    if valid.isEmpty, let life { valid = [life] }
    guard words.count == 2 || words.count == 3, words[0].utf8.count == 2, words[1].utf8.count == 3, !valid.isEmpty
    else { return complain(item, "expected alpha-2, alpha-3 and the former code, if any") }
    add(.iso3166Alpha2, words[0], valid)
    add(.iso3166Alpha3, words[1], valid)
    if words.count == 3 { add(.iso3166Former, words[2], valid) }
  }

  private mutating func read(name item: Bytes) {
    let (words, valid) = split(item)
    guard !words.isEmpty, !valid.isEmpty else { return complain(item, "expected a name and its periods") }
    let name = words.joined(separator: " ")
    for period in valid { draft.names.append(State.DatedName(name: name, period: period)) }
  }

  private mutating func read(alias item: Bytes, _ kind: State.Alias.Kind) {
    let (words, valid) = split(item)
    draft.aliases.append(State.Alias(text: words.joined(separator: " "), kind: kind, period: valid.first))
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

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private func string(_ bytes: Bytes) -> String { String(Substring(bytes)) }

  private func trim(_ bytes: Bytes) -> Bytes {
    var bytes = bytes
    while bytes.first == 32 { bytes = bytes.dropFirst() }
    while bytes.last == 32 { bytes = bytes.dropLast() }
    return bytes
  }

  private func items(_ content: Bytes) -> [Bytes] { content.split(separator: UInt8(ascii: ";")).map(trim) }

  /// The words of an item and the periods that end it.
  private mutating func split(_ item: Bytes) -> ([String], [Period]) {
    var words: [String] = []
    var valid: [Period] = []
    for word in item.split(separator: 32) {
      if isPeriod(word) {
        valid += periods(word)
      } else {
        words.append(string(word))
      }
    }
    return (words, valid)
  }

  private func isPeriod(_ word: Bytes) -> Bool {
    guard let first = word.first else { return false }
    return (isDigit(first) || first == UInt8(ascii: ".")) && word.contains(UInt8(ascii: "/"))
  }

  private mutating func periods(_ content: Bytes) -> [Period] {
    var result: [Period] = []
    for item in content.split(separator: UInt8(ascii: ",")) {
      let ends = trim(item).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let start = ends.first.flatMap { isOpen($0) ? draft.start : day($0, last: false) }
      let end = ends.last.flatMap { isOpen($0) ? nil : day($0, last: true)?.advanced(by: 1) }
      if ends.count == 2, let start, end != nil || isOpen(ends[1]), let period = Period(from: start, to: end) {
        result.append(period)
      } else {
        complain(item, "expected a period")
      }
    }
    return result
  }

  private func isOpen(_ bytes: Bytes) -> Bool { bytes.elementsEqual("..".utf8) }

  /// A day, or the first or last day of a year.
  private func day(_ bytes: Bytes, last: Bool) -> Day? {
    let fields = bytes.split(separator: UInt8(ascii: "-")).map { Int(Substring($0)) }
    switch fields.count {
    case 1: return fields[0].flatMap { last ? Day($0, 12, 31) : Day($0, 1, 1) }
    case 3:
      guard let year = fields[0], let month = fields[1], let day = fields[2] else { return nil }
      return Day(year, month, day)
    default: return nil
    }
  }
}
