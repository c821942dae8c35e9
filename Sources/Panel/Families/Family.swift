import Record

/// A group of variables that are added to a panel together, from one dataset or a few.
struct Family: Sendable {
  /// Name after `--add`.
  let name: String
  let summary: String
  /// Function of peacesciencer that does the same; empty where there is none.
  let peer: String
  let units: Set<PanelUnit>
  /// Datasets without which the family has no values, by catalogue name.
  let datasets: [String]
  let make: @Sendable (FamilyContext) throws(PanelError) -> [PanelColumn]

  /// What is fitted rather than installed.
  static let fitted: Set<String> = ["ideal-points", "relationships"]
  static let dyadic: Set<PanelUnit> = [.dyadYear, .directedDyadYear, .triadYear]
  static let anyUnit: Set<PanelUnit> = Set(PanelUnit.allCases)
}

/// What a family makes its columns from.
struct FamilyContext: Sendable {
  let family: String
  let frame: Frame
  let record: Record
  let request: PanelRequest
  let log: PanelLog

  /// The table, or the error that says which dataset to install.
  func need<Table>(_ table: Sourced<Table>?, _ dataset: String) throws(PanelError) -> Sourced<Table> {
    guard let table else { throw .notInstalled(family: family, dataset: dataset) }
    return table
  }

  /// The columns of the states of a unit from cells of states: `name`, or `name1` and `name2`.
  func columns<Table>(_ cells: Cells, _ variable: Variable, _ source: Sourced<Table>) -> [PanelColumn] {
    func column(_ named: Variable, _ positions: [Int32], _ place: Int?) -> PanelColumn {
      PanelColumn(
        named, cells, positions: positions, years: source.years, version: source.vintage.version,
        side: place.map { PanelColumn.Side(base: variable, place: $0) })
    }
    if frame.dyads == nil { return [column(variable, frame.firstCells, nil)] }
    return [
      column(variable.named(variable.name + "1", of: "first state"), frame.firstCells, 1),
      column(variable.named(variable.name + "2", of: "second state"), frame.secondCells, 2),
    ]
  }

  /// The columns of several variables, all of the first state before all of the second.
  func columns<Table>(_ items: [(Cells, Variable)], _ source: Sourced<Table>) -> [PanelColumn] {
    let made = items.map { columns($0.0, $0.1, source) }
    return (0..<(made.first?.count ?? 0)).flatMap { side in made.map { $0[side] } }
  }

  func column<Table>(_ variable: Variable, _ cells: Cells, _ source: Sourced<Table>, positions: [Int32]? = nil)
    -> PanelColumn
  {
    PanelColumn(variable, cells, positions: positions, years: source.years, version: source.vintage.version)
  }
}
