/// The partners of a triad panel in order of year, first and second partner, a few pairs at a time.
struct TriadBatches {
  /// Two partners in a year, by place.
  struct Partners: Sendable {
    let offset: Int
    let a: Int
    let b: Int
  }

  /// Pairs a worker takes at a time, each with up to some two hundred third powers.
  private static let pairs = 30

  /// Most rows a batch can make.
  static func mostRows(_ system: SystemYears) -> Int { pairs * system.states.count }

  private let system: SystemYears
  private let dyads: DyadYears
  private let filter: TriadFilter
  private var offset = 0
  private var members: [Int]
  private var first = 0
  private var second = 1

  init(_ frame: Frame, _ dyads: DyadYears, _ filter: TriadFilter) {
    let system = frame.system
    self.system = system
    self.dyads = dyads
    self.filter = filter
    members = system.states.indices.filter { system.isMember($0, 0) }
  }

  /// The next pairs; `nil` at the end.
  mutating func next() -> [Partners]? {
    var job: [Partners] = []
    while job.count < Self.pairs, offset < system.years.count {
      guard second < members.count else {
        advance()
        continue
      }
      let (a, b) = (members[first], members[second])
      if let row = dyads.row(a, b, offset), filter.admits(partners: Int32(row)) {
        job.append(Partners(offset: offset, a: a, b: b))
      }
      second += 1
    }
    return job.isEmpty ? nil : job
  }

  /// Goes on to the next first partner, or to the next year.
  private mutating func advance() {
    first += 1
    if first + 1 >= members.count {
      offset += 1
      let offset = offset
      members =
        offset < system.years.count ? system.states.indices.filter { [system] in system.isMember($0, offset) } : []
      first = 0
    }
    second = first + 1
  }
}
