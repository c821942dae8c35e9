import Evidence
import Record
import StateSystem

extension TradeIndex {
  /// The trade of two states in a year, or why there is none.
  func covered(_ a: State, _ b: State, _ year: Int) throws(NotCovered) -> (dyad: Dyad, trade: DyadTrade) {
    try check([a, b], year)
    guard let dyad = Dyad(a.id, b.id) else { throw NotCovered(.undefined, "a state does not trade with itself") }
    guard let trade = self.dyad(dyad, year) else {
      throw NotCovered(
        .missing,
        "\(dataset) has no row for \(a.sentenceName(in: Year(year))) and \(b.sentenceName(in: Year(year))) in \(year)")
    }
    return (dyad, trade)
  }

  /// Sum of both importers' records.
  func total(_ a: State, _ b: State, _ year: Int) throws(NotCovered) -> Double {
    let (dyad, trade) = try covered(a, b, year)
    guard !trade.total.isNaN else {
      let importer = trade.importsOfFirst.isNaN ? dyad.first : dyad.second
      let other = importer == dyad.first ? dyad.second : dyad.first
      throw NotCovered(missing(importer, other, year))
    }
    return trade.total
  }

  /// Imports of `importer` from `exporter` as the importer recorded them.
  func imports(of importer: State, from exporter: State, _ year: Int) throws(NotCovered) -> Double {
    let (dyad, trade) = try covered(importer, exporter, year)
    let imports = trade.imports(of: importer.id, in: dyad)
    guard !imports.isNaN else { throw NotCovered(missing(importer.id, exporter.id, year)) }
    return imports
  }

  /// The recorded flows of a state in a year.
  func sums(of state: State, _ year: Int) throws(NotCovered) -> TradeSums.Cell {
    try check([state], year)
    guard let cell = sums.sums(of: state.id, in: year) else {
      throw NotCovered(.missing, "\(dataset) has no row of \(state.name(in: Year(year))) in \(year)")
    }
    return cell
  }

  /// Throws unless the year is covered and the states are members of the system in it.
  func check(_ states: [State], _ year: Int) throws(NotCovered) {
    if let reason = sourced.reasonNotCovered(year) { throw NotCovered(reason) }
    if let reason = Reason.notMember(states, in: Year(year)) { throw NotCovered(reason) }
  }

  var dataset: String { "\(sourced.vintage.dataset) \(sourced.vintage.version)" }

  private func missing(_ importer: StateID, _ exporter: StateID, _ year: Int) -> Reason {
    let day = Year(year).middle
    return Reason(
      .missing,
      "\(dataset) marks the imports of \(State.name(of: importer, on: day)) from \(State.name(of: exporter, on: day)) in \(year) as missing"
    )
  }
}

/// How trade figures are recorded; it travels with every one of them.
enum TradeWords {
  static let flows = "imports as the importer recorded them, million current US dollars"
  static let noInterval = "a published total, without interval"

  /// `imports of China from Russia 8240, of Russia from China 1625`.
  static func flows(_ a: State, _ b: State, _ dyad: Dyad, _ trade: DyadTrade) -> String {
    let year = Year(trade.year)
    func flow(_ x: State, _ y: State) -> String {
      let imports = trade.imports(of: x.id, in: dyad)
      return "of \(x.name(in: year)) from \(y.name(in: year)) \(imports.isNaN ? "missing" : amount(imports))"
    }
    return "imports \(flow(a, b)), \(flow(b, a))"
  }

  /// An amount in millions without decimals, or with two where it has a fraction.
  static func amount(_ value: Double) -> String { rounded(value, decimals: value == value.rounded() ? 0 : 2) }
}

extension TradeIndex {
  func source(_ dyad: Dyad, _ years: String, count: Int = 1) -> Source {
    sourced.source("ccode1=\(dyad.first) ccode2=\(dyad.second) year=\(years)", count: count)
  }

  func source(allOf state: StateID, _ year: Int, count: Int) -> Source {
    sourced.source("ccode1=\(state) or ccode2=\(state), year=\(year)", count: count)
  }
}
