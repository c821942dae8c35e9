/// Membership of states in intergovernmental organisations, a row a state and year with a code an organisation.
///
/// A code is 1 full member, 2 associate, 3 observer, 0 none, 254 missing in the source, 255 no such organisation or state that year.
/// Rows are in order of year, then of state.
public struct Memberships: RecordTable {
  public static let tableName = "igo_memberships"
  public static let layout = 1

  /// Acronyms of the source, the columns of the matrix.
  public let organisations: TextColumn
  public let years: [Int16]
  public let states: [UInt16]
  /// `years.count × organisations.count` cells, row by row.
  public let codes: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    organisations = try c.text("organisation", in: name)
    years = try c.int16("year", in: name)
    states = try c.uint16("state", in: name)
    codes = try c.uint8("code", in: name)
    try Self.check(years.count, [("state", states.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("organisation", .text(organisations)),
      ("year", .int16(years)),
      ("state", .uint16(states)),
      ("code", .uint8(codes)),
    ])
  }

  public var count: Int { years.count }
}
