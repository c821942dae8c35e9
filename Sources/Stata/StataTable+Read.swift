import CReadStat

/// What a reading collects.
private final class StataCollector {
  var label = ""
  var variables: [(name: String, label: String, storage: StataVariable.Storage, set: String)] = []
  var labels: [String: [Int32: String]] = [:]
  var missingLabels: [String: [Character: String]] = [:]
  var columns: [[StataCell]] = []

  static func of(_ context: UnsafeMutableRawPointer?) -> StataCollector? {
    context.map { Unmanaged<StataCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  func add(_ variable: UnsafeMutablePointer<readstat_variable_t>, set: String) {
    let storage: StataVariable.Storage =
      switch readstat_variable_get_type(variable) {
      case READSTAT_TYPE_INT8: .byte
      case READSTAT_TYPE_INT16: .int
      case READSTAT_TYPE_INT32: .long
      case READSTAT_TYPE_STRING, READSTAT_TYPE_STRING_REF: .text(readstat_variable_get_storage_width(variable))
      default: .double
      }
    variables.append(
      (
        StataCollector.text(readstat_variable_get_name(variable)),
        StataCollector.text(readstat_variable_get_label(variable)), storage, set
      ))
    columns.append([])
  }

  func add(_ value: readstat_value_t, to column: Int) {
    guard columns.indices.contains(column) else { return }
    columns[column].append(cell(value))
  }

  private func cell(_ value: readstat_value_t) -> StataCell {
    if readstat_value_is_tagged_missing(value) != 0 {
      return .missing(StataCollector.letter(readstat_value_tag(value)))
    }
    if readstat_value_is_system_missing(value) != 0 { return .missing(nil) }
    return switch readstat_value_type(value) {
    case READSTAT_TYPE_INT8: .whole(Int32(readstat_int8_value(value)))
    case READSTAT_TYPE_INT16: .whole(Int32(readstat_int16_value(value)))
    case READSTAT_TYPE_INT32: .whole(readstat_int32_value(value))
    case READSTAT_TYPE_STRING, READSTAT_TYPE_STRING_REF: .text(StataCollector.text(readstat_string_value(value)))
    default: .number(readstat_double_value(value))
    }
  }

  static func letter(_ tag: CChar) -> Character { Character(UnicodeScalar(UInt8(bitPattern: tag))) }
}

extension StataTable {
  /// Reads a file as a whole, with the labels of variables and values.
  public init(reading path: String) throws(StataError) {
    guard let parser = readstat_parser_init() else { throw .unreadable(path: path, detail: "no memory") }
    defer { readstat_parser_free(parser) }
    let collector = StataCollector()
    readstat_set_metadata_handler(parser) { metadata, context in
      guard let collector = StataCollector.of(context) else { return Int32(READSTAT_HANDLER_ABORT) }
      collector.label = StataCollector.text(readstat_get_file_label(metadata))
      return Int32(READSTAT_HANDLER_OK)
    }
    readstat_set_variable_handler(parser) { _, variable, set, context in
      guard let collector = StataCollector.of(context), let variable else {
        return Int32(READSTAT_HANDLER_ABORT)
      }
      collector.add(variable, set: StataCollector.text(set))
      return Int32(READSTAT_HANDLER_OK)
    }
    readstat_set_value_handler(parser) { _, variable, value, context in
      guard let collector = StataCollector.of(context) else { return Int32(READSTAT_HANDLER_ABORT) }
      collector.add(value, to: Int(readstat_variable_get_index(variable)))
      return Int32(READSTAT_HANDLER_OK)
    }
    readstat_set_value_label_handler(parser) { set, value, label, context in
      guard let collector = StataCollector.of(context) else { return Int32(READSTAT_HANDLER_ABORT) }
      let (name, text) = (StataCollector.text(set), StataCollector.text(label))
      if readstat_value_is_tagged_missing(value) != 0 {
        collector.missingLabels[name, default: [:]][StataCollector.letter(readstat_value_tag(value))] = text
      } else {
        collector.labels[name, default: [:]][readstat_int32_value(value)] = text
      }
      return Int32(READSTAT_HANDLER_OK)
    }
    let error = readstat_parse_dta(parser, path, Unmanaged.passUnretained(collector).toOpaque())
    guard error == READSTAT_OK else {
      throw .unreadable(path: path, detail: readstat_error_message(error).map { String(cString: $0) } ?? "error")
    }
    self.init(
      label: collector.label,
      variables: collector.variables.map { item in
        StataVariable(
          item.name, label: item.label, storage: item.storage, labels: collector.labels[item.set] ?? [:],
          missingLabels: collector.missingLabels[item.set] ?? [:])
      }, columns: collector.columns)
  }
}
