import Foundation
import Record
import Testing

@testable import Archive

@Suite("Columns as bytes")
struct ColumnStoredTests {
  private let columns: [Column] = [
    .uint8([0, 1, 255]), .uint16([0, 365, 65_535]), .int16([-9, 0, 2_001]), .int32([.min, 0, .max]),
    .float64([0, -1.5, .infinity]), .text(TextColumn(["", "Côte d'Ivoire", "中国"])), .uint8([]), .float64([]),
    .text(TextColumn()),
  ]

  private func read(_ type: String, _ count: Int, _ bytes: Data) -> Column? {
    bytes.withUnsafeBytes { Column(type: type, count: count, stored: $0) }
  }

  @Test func thereAndBack() {
    for column in columns { #expect(read(column.typeName, column.count, column.stored) == column, "\(column)") }
  }

  @Test func missingValuesKeepTheirBits() {
    let stored = Column.float64([.nan, 1]).stored
    guard case .float64(let values)? = read("float64", 2, stored) else { return #expect(Bool(false)) }
    #expect(values[0].isNaN)
    #expect(values[1] == 1)
  }

  @Test func littleEndian() {
    #expect([UInt8](Column.int32([1, -2]).stored) == [1, 0, 0, 0, 254, 255, 255, 255])
    #expect([UInt8](Column.text(TextColumn(["a", "bc"])).stored) == [0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 97, 98, 99])
  }

  @Test func descriptionsThatDoNotFit() {
    for column in columns where column.count > 0 {
      let stored = column.stored
      #expect(read(column.typeName, column.count + 1, stored) == nil, "\(column)")
      #expect(read(column.typeName, -1, stored) == nil)
      #expect(read(column.typeName, .max, stored) == nil)
      #expect(read(column.typeName, column.count, stored.dropLast()) == nil, "\(column)")
      #expect(read("complex", column.count, stored) == nil)
    }
    #expect(read("text", 1, Data([0, 0, 0, 0, 9, 0, 0, 0, 97])) == nil, "offsets beyond the bytes")
    #expect(read("text", 2, Data([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])) == nil, "offsets that descend")
  }

  @Test func checksum() {
    // The check value of CRC-32.
    #expect(Data("123456789".utf8).withUnsafeBytes { Column.checksum($0) } == 0xCBF4_3926)
    #expect(Data().withUnsafeBytes { Column.checksum($0) } == 0)
  }
}
