import CReadStat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StataTable {
  /// The version of the file format written: Stata 14 and later, UTF-8.
  public static let formatVersion: UInt8 = 118

  /// Writes a file, cell by cell as `cell` gives them.
  ///
  /// The time stamp is that of the epoch, so equal cells give equal bytes in one time zone.
  ///
  /// - Complexity: O(cells); a buffer of a row is held.
  public static func write(
    to path: String, label: String, variables: [StataVariable], rowCount: Int,
    cell: (_ row: Int, _ column: Int) -> StataCell
  ) throws(StataError) {
    guard let file = fopen(path, "wb") else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    guard let writer = readstat_writer_init() else {
      throw .library(path: path, step: "making a writer", detail: "no memory")
    }
    defer { readstat_writer_free(writer) }
    func check(_ error: readstat_error_t, _ step: String) throws(StataError) {
      guard error == READSTAT_OK else {
        let detail = readstat_error_message(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
        throw .library(path: path, step: step, detail: detail)
      }
    }
    try check(
      readstat_set_data_writer(writer) { bytes, count, context in
        guard let context else { return -1 }
        return fwrite(bytes, 1, count, context.assumingMemoryBound(to: FILE.self))
      }, "setting the output")
    try check(readstat_writer_set_file_format_version(writer, formatVersion), "setting the version")
    try check(readstat_writer_set_file_timestamp(writer, 0), "setting the time stamp")
    try check(readstat_writer_set_file_label(writer, String(label.prefix(80))), "setting the label")
    let made = variables.map { add($0, to: writer) }
    try check(readstat_begin_writing_dta(writer, file, rowCount), "writing the head")
    for row in 0..<rowCount {
      try check(readstat_begin_row(writer), "beginning row \(row)")
      for (column, variable) in made.enumerated() {
        try check(
          insert(cell(row, column), variables[column], variable, writer), "row \(row), \(variables[column].name)")
      }
      try check(readstat_end_row(writer), "ending row \(row)")
    }
    try check(readstat_end_writing(writer), "writing the end")
    isOpen = false
    guard fclose(file) == 0 else { throw .unwritable(path: path, detail: String(cString: strerror(errno))) }
  }

  private static func add(
    _ variable: StataVariable, to writer: UnsafeMutablePointer<readstat_writer_t>
  ) -> UnsafeMutablePointer<readstat_variable_t>? {
    let (type, width): (readstat_type_t, Int) =
      switch variable.storage {
      case .byte: (READSTAT_TYPE_INT8, 0)
      case .int: (READSTAT_TYPE_INT16, 0)
      case .long: (READSTAT_TYPE_INT32, 0)
      case .double: (READSTAT_TYPE_DOUBLE, 0)
      case .text(let width): (READSTAT_TYPE_STRING, max(1, width))
      }
    let made = readstat_add_variable(writer, variable.name, type, width)
    readstat_variable_set_label(made, String(variable.label.prefix(80)))
    if case .double = variable.storage { readstat_variable_set_format(made, "%12.0g") }
    guard !variable.labels.isEmpty || !variable.missingLabels.isEmpty,
      let set = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "l_" + variable.name.prefix(30))
    else { return made }
    for (value, text) in variable.labels.sorted(by: { $0.key < $1.key }) {
      readstat_label_int32_value(set, value, text)
    }
    for (letter, text) in variable.missingLabels.sorted(by: { $0.key < $1.key }) {
      readstat_label_tagged_value(set, CChar(bitPattern: letter.asciiValue ?? 97), text)
    }
    readstat_variable_set_label_set(made, set)
    return made
  }

  private static func insert(
    _ cell: StataCell, _ variable: StataVariable, _ made: UnsafeMutablePointer<readstat_variable_t>?,
    _ writer: UnsafeMutablePointer<readstat_writer_t>
  ) -> readstat_error_t {
    switch (cell, variable.storage) {
    case (.missing, .text): return readstat_insert_string_value(writer, made, "")
    case (.missing(nil), _): return readstat_insert_missing_value(writer, made)
    case (.missing(let letter?), _):
      return readstat_insert_tagged_missing_value(writer, made, CChar(bitPattern: letter.asciiValue ?? 97))
    case (.whole(let value), .byte):
      guard let small = Int8(exactly: value) else { return READSTAT_ERROR_NUMERIC_VALUE_IS_OUT_OF_RANGE }
      return readstat_insert_int8_value(writer, made, small)
    case (.whole(let value), .int):
      guard let small = Int16(exactly: value) else { return READSTAT_ERROR_NUMERIC_VALUE_IS_OUT_OF_RANGE }
      return readstat_insert_int16_value(writer, made, small)
    case (.whole(let value), .long): return readstat_insert_int32_value(writer, made, value)
    case (.whole(let value), .double): return readstat_insert_double_value(writer, made, Double(value))
    case (.number(let value), _): return readstat_insert_double_value(writer, made, value)
    case (.text(let value), _): return readstat_insert_string_value(writer, made, value)
    case (.whole(let value), .text): return readstat_insert_string_value(writer, made, String(value))
    }
  }
}
