/// Deliveries of major conventional arms in SIPRI trend-indicator values, million, a row a supplier, recipient and year.
///
/// 0 is a recorded delivery of less than half a million; no row between covered states and years is no delivery. A party that is no
/// state of the system has number 0 and keeps its name.
public struct Transfers: RecordTable {
  public static let tableName = "arms_transfers"
  public static let layout = 1

  public let years: [Int16]
  public let suppliers: [UInt16]
  public let recipients: [UInt16]
  public let values: [Double]
  public let supplierNames: TextColumn
  public let recipientNames: TextColumn

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    suppliers = try c.uint16("supplier", in: name)
    recipients = try c.uint16("recipient", in: name)
    values = try c.float64("tiv", in: name)
    supplierNames = try c.text("supplier_name", in: name)
    recipientNames = try c.text("recipient_name", in: name)
    try Self.check(
      years.count,
      [
        ("supplier", suppliers.count), ("recipient", recipients.count), ("tiv", values.count),
        ("supplier_name", supplierNames.count), ("recipient_name", recipientNames.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("supplier", .uint16(suppliers)),
      ("recipient", .uint16(recipients)),
      ("tiv", .float64(values)),
      ("supplier_name", .text(supplierNames)),
      ("recipient_name", .text(recipientNames)),
    ])
  }

  public var count: Int { years.count }
}
