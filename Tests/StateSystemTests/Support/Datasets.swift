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
    let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252) ?? ""
    return text.split(whereSeparator: \.isNewline).map { line in
      var fields = [""]
      var quoted = false
      for character in line {
        if character == "\"" {
          quoted.toggle()
        } else if character == separator, !quoted {
          fields.append("")
        } else if character != "\u{FEFF}" {
          fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
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
