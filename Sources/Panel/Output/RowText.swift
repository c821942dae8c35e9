import Dispatch
import Synchronization

/// The rows of a panel as comma-separated text, prepared so that most cells are copies of texts made once.
struct RowText: Sendable {
  private enum Source: Sendable {
    /// Index of the text is the row's position.
    case cell(TextTable, [Int32])
    /// Index of the text is the row's byte.
    case byte(TextTable, [UInt8])
    /// Index of the text is the row's 16 bits.
    case short(TextTable, [Int16])
    case number([Double])
    case integer([Int32])
    /// Numbers that few rows share, looked up by position and written out each time.
    case numberAt([Double], [Int32])
    case text([Int32], [[UInt8]])
  }

  private let sources: [Source]
  private let missing: MissingText
  /// Most bytes a row can take.
  let widest: Int
  /// Most bytes a field of each column can take, with its comma.
  private let widths: [Int]

  /// Most bytes a line put together from these columns can take.
  func widest(_ choices: [(column: Int, place: Int)]) -> Int { choices.reduce(2) { $0 + widths[$1.column] } }

  /// - Complexity: O(cells that are kept once), a text each.
  init(_ columns: [PanelColumn], missing: MissingText) {
    self.missing = missing
    let shorts = TextTable(count: 65_536, stride: 8) { cell, target in
      let value = Int16(bitPattern: UInt16(cell))
      if let code = value.missingCode { return RowText.write(code, missing, target) }
      return NumberBytes.write(Int64(value), to: target)
    }
    let bytes = TextTable(count: 256, stride: 8) { cell, target in
      if let code = UInt8(cell).missingCode { return RowText.write(code, missing, target) }
      return NumberBytes.write(Int64(cell), to: target)
    }
    var made: [Source] = []
    var widths: [Int] = []
    let tables = RowText.tables(columns, missing)
    for column in columns {
      let source = RowText.source(column, missing, bytes: bytes, shorts: shorts, tables)
      made.append(source)
      if case .text(_, let pool) = source {
        widths.append((pool.map(\.count).max() ?? 0) + 3)
      } else {
        widths.append(33)
      }
    }
    sources = made
    self.widths = widths
    widest = widths.reduce(2, +)
  }

  private static func source(
    _ column: PanelColumn, _ missing: MissingText, bytes: TextTable, shorts: TextTable, _ tables: [Storage: TextTable]
  ) -> Source {
    switch (column.cells, column.positions) {
    case (.texts(let values, let pool), let positions):
      return .text(positions.map { $0.map { values[Int($0)] } } ?? values, pool.map(quoted))
    case (.bytes(let values), nil): return .byte(bytes, values)
    case (.shorts(let values), nil): return .short(shorts, values)
    case (.numbers(let values), nil): return .number(values)
    case (.integers(let values), nil): return .integer(values)
    case (.numbers(let values), let positions?) where !pays(column): return .numberAt(values, positions)
    case (let cells, let positions?): return .cell(tables[Storage(cells)] ?? table(cells, missing), positions)
    }
  }

  /// Whether the texts of cells that are looked up are made once: where rows share them. They take 32 bytes each.
  private static func pays(_ column: PanelColumn) -> Bool {
    guard case .numbers(let values) = column.cells else { return true }
    return values.count * 3 <= column.count || values.count < 65_536
  }

  /// Where the values of cells lie: columns of the first and of the second state share them.
  private struct Storage: Hashable {
    let address: UInt
    let count: Int
    let width: Int

    init(_ cells: Cells) {
      func place<T>(_ values: [T]) -> UInt { values.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
      count = cells.count
      (address, width) =
        switch cells {
        case .bytes(let values): (place(values), 1)
        case .shorts(let values): (place(values), 2)
        case .integers(let values), .texts(let values, _): (place(values), 4)
        case .numbers(let values): (place(values), 8)
        }
    }
  }

  /// The texts of cells that are looked up by position, once for all columns that share them, made side by side.
  private static func tables(_ columns: [PanelColumn], _ missing: MissingText) -> [Storage: TextTable] {
    var distinct: [Storage: Cells] = [:]
    for column in columns where column.positions != nil && pays(column) {
      if case .texts = column.cells { continue }
      distinct[Storage(column.cells)] = column.cells
    }
    let items = Array(distinct)
    let made = Mutex<[Storage: TextTable]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { i in
      let table = table(items[i].value, missing)
      made.withLock { $0[items[i].key] = table }
    }
    return made.withLock { $0 }
  }

  private static func table(_ cells: Cells, _ missing: MissingText) -> TextTable {
    func made<T: CellValue>(_ values: [T], _ stride: Int, _ write: (T, UnsafeMutableRawPointer) -> Int) -> TextTable {
      TextTable(count: values.count, stride: stride) { cell, target in
        if let code = values[cell].missingCode { return RowText.write(code, missing, target) }
        return write(values[cell], target)
      }
    }
    return switch cells {
    case .bytes(let values): made(values, 8) { NumberBytes.write(Int64($0), to: $1) }
    case .shorts(let values): made(values, 8) { NumberBytes.write(Int64($0), to: $1) }
    case .integers(let values), .texts(let values, _): made(values, 32) { NumberBytes.write(Int64($0), to: $1) }
    case .numbers(let values): made(values, 32) { NumberBytes.write($0, to: $1) }
    }
  }

  @inline(__always)
  private static func write(_ code: MissingCode, _ missing: MissingText, _ target: UnsafeMutableRawPointer) -> Int {
    guard missing == .codes else { return 0 }
    target.storeBytes(of: UInt8(ascii: "."), as: UInt8.self)
    target.storeBytes(of: UInt8(ascii: "a") + code.rawValue, toByteOffset: 1, as: UInt8.self)
    return 2
  }

  private static func quoted(_ text: String) -> [UInt8] {
    guard text.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else { return Array(text.utf8) }
    return Array(("\"" + text.replacing("\"", with: "\"\"") + "\"").utf8)
  }

  /// Writes rows to memory that has room for `widest` bytes each, and returns the end.
  ///
  /// Columns are taken through raw pointers to their slots and values: the loop visits every cell of the panel.
  func write(_ rows: Range<Int>, to start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var target = start
    withCursors(0, []) { cursors in
      cursors.withUnsafeBufferPointer { cursors in
        let last = cursors.count - 1
        for row in rows {
          for column in 0...last {
            target = write(cursors[column], row, target)
            target.storeBytes(of: column == last ? 10 : 44, as: UInt8.self)
            target += 1
          }
        }
      }
    }
    return target
  }

  /// Writes rows that are put together from several rows of the table: `choices` says of which column and of which of the
  /// `width` row numbers of each line a field is.
  func write(
    _ lines: [Int32], width: Int, choices: [(column: Int, place: Int)], to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var target = start
    withCursors(0, []) { cursors in
      cursors.withUnsafeBufferPointer { cursors in
        lines.withUnsafeBufferPointer { lines in
          let last = choices.count - 1
          var line = 0
          while line < lines.count {
            for (i, choice) in choices.enumerated() {
              target = write(cursors[choice.column], Int(lines[line + choice.place]), target)
              target.storeBytes(of: i == last ? 10 : 44, as: UInt8.self)
              target += 1
            }
            line += width
          }
        }
      }
    }
    return target
  }

  /// Where a column's values and texts are in memory.
  private struct Cursor {
    let kind: Int
    let slots: UnsafeRawPointer?
    let values: UnsafeRawPointer?
    let column: Int
  }

  /// Calls `body` with the cursors of all columns, holding their arrays in place.
  private func withCursors(_ column: Int, _ made: [Cursor], _ body: ([Cursor]) -> Void) {
    guard column < sources.count else { return body(made) }
    func next(_ kind: Int, _ slots: UnsafeRawPointer?, _ values: UnsafeRawBufferPointer) {
      withCursors(
        column + 1, made + [Cursor(kind: kind, slots: slots, values: values.baseAddress, column: column)], body)
    }
    switch sources[column] {
    case .cell(let table, let positions):
      positions.withUnsafeBytes { next(table.stride == 8 ? 0 : 1, table.base, $0) }
    case .byte(let table, let values): values.withUnsafeBytes { next(2, table.base, $0) }
    case .short(let table, let values): values.withUnsafeBytes { next(3, table.base, $0) }
    case .number(let values): values.withUnsafeBytes { next(4, nil, $0) }
    case .integer(let values): values.withUnsafeBytes { next(5, nil, $0) }
    case .numberAt(let values, let positions):
      values.withUnsafeBytes { values in positions.withUnsafeBytes { next(7, values.baseAddress, $0) } }
    case .text(let values, _): values.withUnsafeBytes { next(6, nil, $0) }
    }
  }

  @inline(__always)
  private func write(_ cursor: Cursor, _ row: Int, _ target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    guard let values = cursor.values else { return target }
    switch cursor.kind {
    case 0: return copy8(cursor, Int(values.load(fromByteOffset: row * 4, as: Int32.self)), target)
    case 1:
      guard let slots = cursor.slots else { return target }
      let index = Int(values.load(fromByteOffset: row * 4, as: Int32.self))
      guard index >= 0 else { return target + RowText.write(.notMember, missing, target) }
      let slot = slots + index * 32
      target.copyMemory(from: slot, byteCount: 32)
      return target + Int(slot.load(fromByteOffset: 31, as: UInt8.self))
    case 2: return copy8(cursor, Int(values.load(fromByteOffset: row, as: UInt8.self)), target)
    case 3: return copy8(cursor, Int(values.load(fromByteOffset: row * 2, as: UInt16.self)), target)
    case 4:
      let number = values.load(fromByteOffset: row * 8, as: Double.self)
      if let code = number.missingCode { return target + RowText.write(code, missing, target) }
      return target + NumberBytes.write(number, to: target)
    case 5:
      let number = values.load(fromByteOffset: row * 4, as: Int32.self)
      if let code = number.missingCode { return target + RowText.write(code, missing, target) }
      return target + NumberBytes.write(Int64(number), to: target)
    case 7:
      let position = Int(values.load(fromByteOffset: row * 4, as: Int32.self))
      guard position >= 0, let cells = cursor.slots else { return target + RowText.write(.notMember, missing, target) }
      let number = cells.load(fromByteOffset: position * 8, as: Double.self)
      if let code = number.missingCode { return target + RowText.write(code, missing, target) }
      return target + NumberBytes.write(number, to: target)
    default: return writeText(cursor.column, values.load(fromByteOffset: row * 4, as: Int32.self), target)
    }
  }

  @inline(__always)
  private func copy8(_ cursor: Cursor, _ index: Int, _ target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    guard let slots = cursor.slots else { return target }
    guard index >= 0 else { return target + RowText.write(.notMember, missing, target) }
    let word = slots.load(fromByteOffset: index * 8, as: UInt64.self)
    target.storeBytes(of: word, as: UInt64.self)
    return target + Int(word >> 56)
  }

  private func writeText(
    _ column: Int, _ value: Int32, _ target: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    if let code = value.missingCode { return target + RowText.write(code, missing, target) }
    guard case .text(_, let pool) = sources[column] else { return target }
    let bytes = pool[Int(value)]
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { target.copyMemory(from: base, byteCount: source.count) }
    }
    return target + bytes.count
  }
}
