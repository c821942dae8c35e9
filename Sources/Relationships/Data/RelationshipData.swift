import Evidence
import Record
import StateSystem

/// The indicators of all pairs of states as the model reads them.
public struct RelationshipData: Sendable {
  let cells: DyadCells
  public let model: ModelData
  /// In the order of the model's indicators.
  public let indicators: [RelationshipIndicator]
  /// Datasets of indicators that are not in the archive.
  public let missing: [String]
  public let vintages: [Vintage]

  public var years: ClosedRange<Int> { cells.years }

  /// First year: that of the list of states and of the disputes.
  static let firstYear = 1816

  /// Reads the record.
  ///
  /// - Parameter states: pairs of these alone; of all states where there are none.
  /// - Throws: `RelationshipError.missing` without disputes, contiguity, great powers, capitals or capabilities; `.tooFewIndicators` with fewer
  ///   than three indicators.
  /// - Complexity: O(pairs × years × indicators), about 3 s for 1.1 million pair-years.
  public init(_ record: Record, among states: [State] = []) throws(RelationshipError) {
    guard let border = record.directContiguity, let powers = record.majors, let capitals = record.capitals,
      let capabilities = record.capabilities, record.disputes != nil
    else { throw .missing(Self.needed(record)) }
    let sources = IndicatorSources(record)
    guard sources.present.count >= 3 else { throw .tooFewIndicators(sources.present.map(\.rawValue)) }
    let cells = DyadCells(
      Self.firstYear...max(sources.lastYear, Self.firstYear),
      among: states.isEmpty ? State.all : Array(Set(states)).sorted())
    let opportunity = Opportunity(
      cells, contiguity: border, majors: powers, capitals: capitals, capabilities: capabilities)
    let near: [Indicator.Column] = [
      .perChain(opportunity.logDistance), .code(opportunity.contiguity, 1), .code(opportunity.contiguity, 2),
    ]
    let reach: [Indicator.Column] =
      near + [
        .code(opportunity.majors, 1), .code(opportunity.majors, 2), .perCell(opportunity.capability), .before,
        .noneBefore,
      ]
    self.cells = cells
    indicators = sources.present
    missing = Array(
      Set(RelationshipIndicator.allCases.filter { !sources.present.contains($0) }.map(\.dataset))
    ).sorted()
    vintages = sources.vintages + [border.vintage, powers.vintage, capitals.vintage, capabilities.vintage]
    model = ModelData(
      layout: cells.layout, classes: opportunity.relevance,
      indicators: sources.present.map { indicator in
        let (values, exposure) = sources.values(indicator, cells)
        let columns: [Indicator.Column] =
          switch indicator {
          case .trade, .votes: near
          case .organisations: near + [.perCell(opportunity.capability)]
          case .side, .war: []
          case .rivalry, .sanctions: reach
          case .arms: near + (exposure.map { [.perCell($0)] } ?? []) + [.before, .noneBefore]
          }
        return Indicator(indicator.rawValue, indicator.kind, sign: indicator.sign, values: values, columns: columns)
      })
  }

  private static func needed(_ record: Record) -> [String] {
    [
      record.disputes == nil ? "cow-mid" : nil, record.directContiguity == nil ? "cow-contiguity" : nil,
      record.majors == nil ? "cow-majors" : nil, record.capitals == nil ? "cow-capitals" : nil,
      record.capabilities == nil ? "cow-nmc" : nil,
    ].compactMap { $0 }
  }
}
