import Foundation

/// How a command prints its result.
enum OutputForm: String, CaseIterable {
  case text, csv, json, ndjson, md, svg, html

  /// The form named, else the one the file's ending says, else `fallback`.
  init(named name: String?, file: String?, allowed: [OutputForm], default fallback: OutputForm) throws {
    let ending = file.flatMap { $0.split(separator: ".").last }.flatMap { OutputForm(rawValue: String($0)) }
    guard let name else {
      self = ending.flatMap { allowed.contains($0) ? $0 : nil } ?? fallback
      return
    }
    guard let form = OutputForm(rawValue: name), allowed.contains(form) else {
      throw CommandFailure.usage(
        "--format \(name): expected \(allowed.map(\.rawValue).joined(separator: ", "))")
    }
    self = form
  }

  /// A value as JSON for people and programs: keys in order, one a line.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// Writes to the file, or to standard output for none or `-`.
  static func write(_ text: String, to file: String?) throws {
    guard let file, file != "-" else { return Terminal.print(text) }
    try Terminal.write(text, to: file)
    Terminal.message("wrote \(file)")
  }
}
