import Foundation

/// The published files the data tests compare with; absent on most machines.
enum Datasets {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"] { return URL(fileURLWithPath: path) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/datasets").standardized
  }()

  static let present = FileManager.default.fileExists(atPath: root.appendingPathComponent("02_cow_states").path)

  /// The rows of a small CSV file as column name to field.
  static func rows(_ path: String) throws -> [[String: String]] {
    let table = try fields(path, separator: ",")
    guard let header = table.first else { return [] }
    return table.dropFirst().map { row in
      Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The fields of a small delimited file, quotes undone.
  static func fields(_ path: String, separator: Character) throws -> [[String]] {
    let data = try Data(contentsOf: root.appendingPathComponent(path))
    let encoding: String.Encoding = String(data: data, encoding: .utf8) == nil ? .windowsCP1252 : .utf8
    var rows: [[String]] = []
    var row: [String] = []
    var field = Data()
    var quoted = false
    func endField() {
      row.append(String(data: field, encoding: encoding) ?? "")
      field.removeAll(keepingCapacity: true)
    }
    for byte in data where byte != 13 {
      if byte == 34 {
        quoted.toggle()
      } else if quoted || (byte != 10 && byte != separator.asciiValue) {
        field.append(byte)
      } else {
        endField()
        if byte == 10 {
          rows.append(row)
          row = []
        }
      }
    }
    if !field.isEmpty { endField() }
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  /// The output lines of a shell command run in the folder of the datasets.
  static func shell(_ command: String) throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = root
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(data: data, encoding: .utf8) ?? "").split(whereSeparator: \.isNewline).map(String.init)
  }
}
