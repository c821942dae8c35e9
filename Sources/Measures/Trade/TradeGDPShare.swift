import Evidence
import Record
import StateSystem

/// The trade of two states as a share of the output of one of them.
///
/// Formula: total trade of the two over the state's gross domestic product, both in current US dollars; output is GDP per head times
/// population. Range: 0 and up, rarely above 1; higher is more exposed to the partner. Missing: not covered where `trade.total`, GDP per head or
/// population is not; before 1960 there is no GDP at current prices.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(dyads of the year) once a year.
/// Source: Oneal and Russett (1997), doi:10.1111/1468-2478.00042 (dependence as trade over GDP).
/// Not for: a share of output that is exported; trade counts gross flows in both directions, output counts value added.
enum TradeGDPShare {
  static let definition = MeasureDefinition(
    indexed: "trade.gdpShare", panel: .exchange, unit: .share,
    summary: "Trade with a partner as a share of a state's gross domestic product, both in current dollars.",
    arguments: [
      .init("of", "the partner"), .init("for", "the state whose output it is measured by"),
      .init("year", "calendar year"),
    ],
    example: "trade.gdpShare of=RUS for=CHN year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (partner, state) = try arguments.pair("of", "for")
    let year = try arguments.year()
    return arguments.finding(.exchange, .share) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let output = try CurrentOutput(prepared)
      let total = try index.total(state, partner, year.value)
      let gdp = try output.covered(state, year)
      let value = total / gdp
      let (dyad, _) = try index.covered(state, partner, year.value)
      let earlier = index.series(dyad).filter { $0.year < year.value && !$0.total.isNaN }.compactMap { trade in
        output.value(of: state.id, in: trade.year).map { trade.total / $0 }
      }
      return Answer(
        estimate: Estimate(
          value, n: 1,
          method:
            "\(TradeWords.amount(total)) over \(TradeWords.amount(gdp.rounded())): sum of both importers' records over GDP per head times population, million current US dollars",
          sources: [index.source(dyad, "\(year)")] + output.sources(state, year)),
        classes: [
          ComparisonClass(
            "all states' trade with another over their GDP in \(year)", output.shares(index.table, in: year.value)),
          .history("the pair's own earlier years", earlier: earlier, present: value),
        ],
        notes: index.sourced.caveats([state.id, partner.id], year.value...year.value))
    }
  }
}

/// Gross domestic product in million current US dollars: GDP per head times population.
struct CurrentOutput {
  private let heads: Sourced<CurrentEconomies>
  private let headIndex: StateYearIndex
  private let capabilities: Sourced<Capabilities>
  private let capabilityIndex: StateYearIndex
  private let memo: Memo<YearColumn, [Double]>

  init(_ prepared: PreparedRecord) throws(NotCovered) {
    guard let heads = prepared.record.currentEconomies, let headIndex = prepared.currentEconomies else {
      throw NotCovered(.notInstalled("wdi-gdp"))
    }
    guard let capabilities = prepared.record.capabilities, let capabilityIndex = prepared.capabilities else {
      throw NotCovered(.notInstalled("cow-nmc"))
    }
    self.heads = heads
    self.headIndex = headIndex
    self.capabilities = capabilities
    self.capabilityIndex = capabilityIndex
    memo = prepared.yearColumns
  }

  /// `nil` where GDP per head or population is missing.
  func value(of state: StateID, in year: Int) -> Double? {
    guard let head = headIndex.row(of: state, in: year), let row = capabilityIndex.row(of: state, in: year) else {
      return nil
    }
    // Population is in thousands.
    let output: Double = heads.table.gdpPerHead[head] * capabilities.table.population[row] / 1_000
    return output.isFinite && output > 0 ? output : nil
  }

  /// The output of a state in a year, or why there is none.
  func covered(_ state: State, _ year: Year) throws(NotCovered) -> Double {
    for (vintage, years) in [(heads.vintage, heads.years), (capabilities.vintage, capabilities.years)] {
      guard years.contains(year.value) else {
        throw NotCovered(
          .outsideYears,
          "\(vintage.dataset) \(vintage.version) covers \(years.lowerBound)-\(years.upperBound), not \(year)")
      }
    }
    guard let value = value(of: state.id, in: year.value) else {
      throw NotCovered(
        .missing,
        "\(heads.vintage.dataset) \(heads.vintage.version) or \(capabilities.vintage.dataset) \(capabilities.vintage.version) has no figure of \(state.sentenceName(in: year)) in \(year)"
      )
    }
    return value
  }

  /// Trade over output for both states of every dyad of a year.
  func shares(_ table: Trade, in year: Int) -> [Double] {
    memo.value(for: YearColumn(dataset: heads.vintage.dataset, figure: "trade over output", year: year)) {
      table.rows(of: Year(year)).flatMap { row -> [Double] in
        let total = DyadTrade(table, row: row).total
        guard !total.isNaN else { return [] }
        return [table.firsts[row], table.seconds[row]].compactMap { code in
          StateID(Int(code)).flatMap { value(of: $0, in: year) }.map { total / $0 }
        }
      }
    }
  }

  func sources(_ state: State, _ year: Year) -> [Source] {
    [
      heads.source("ccode=\(state.id) year=\(year), NY.GDP.PCAP.CD", count: 1),
      capabilities.source("ccode=\(state.id) year=\(year), tpop", count: 1),
    ]
  }
}
