import Record

/// How the columns of a record table hang together: which of them name a row, and which are matrices.
struct TableShape {
  /// Columns of one length with those that name a row.
  struct Rows: Equatable {
    let keys: [String]
    let values: [String]
  }

  /// A column that is a matrix, with the columns that name its rows and its columns.
  struct Grid: Equatable {
    let column: String
    let rows: [String]
    let columns: [String]
    /// Whether it is stored column by column.
    var isColumnMajor = false
  }

  let rows: [Rows]
  let grids: [Grid]

  init(table: String, columns: ColumnSet) {
    grids = TableShape.grids[table] ?? []
    let labels = Set(grids.flatMap { [$0.column] + $0.columns })
    var names = columns.names.filter { !labels.contains($0) }[...]
    let keys = TableShape.keys[table] ?? [[]]
    rows = keys.indices.map { i in
      // A group reaches to the first column of the next one.
      let next = i + 1 < keys.count ? keys[i + 1].first : nil
      let end = next.flatMap { names.firstIndex(of: $0) } ?? names.endIndex
      defer { names = names[end...] }
      return Rows(keys: keys[i], values: names[..<end].filter { !keys[i].contains($0) })
    }
  }

  private static let keys: [String: [[String]]] = [
    RollCalls.tableName: [["id"]],
    ResolutionMatches.tableName: [["first", "second"]],
    Trade.tableName: [["year", "first", "second"]],
    NationalTrade.tableName: [["state", "year"]],
    Capabilities.tableName: [["state", "year"]],
    Alliances.tableName: [["id"], ["member_alliance", "member"]],
    ObligationYears.tableName: [["year", "obligor", "beneficiary"]],
    Disputes.tableName: [["number", "first", "second", "year"], ["summary_number"]],
    Wars.tableName: [["number", "state", "side", "spell"]],
    Memberships.tableName: [["year", "state"]],
    Transfers.tableName: [["year", "supplier", "recipient", "supplier_name", "recipient_name"]],
    Sanctions.tableName: [["case"], ["party_case", "party", "party_is_sender"]],
    Economies.tableName: [["state", "year"]],
    PolityScores.tableName: [["state", "year"]],
    DemocracyIndices.tableName: [["state", "year"]],
    Rivalries.tableName: [["id"]],
    MajorPowers.tableName: [["state", "start_day"]],
    SystemMembers.tableName: [["state", "start_day"]],
  ]

  private static let grids: [String: [Grid]] = [
    RollCalls.tableName: [Grid(column: "vote", rows: ["id"], columns: ["state"])],
    Memberships.tableName: [Grid(column: "code", rows: ["year", "state"], columns: ["organisation"])],
    Alliances.tableName: [
      Grid(column: "provision", rows: ["id"], columns: ["provision_name"], isColumnMajor: true)
    ],
  ]
}
