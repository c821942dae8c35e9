import Foundation
import StateSystem

/// Standard output for results, standard error for messages.
enum Terminal {
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func message(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Today by the machine's clock; nothing else looks at it.
  static var today: Day {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(parts.year ?? 2000, parts.month ?? 1, parts.day ?? 1) ?? Day(number: 0)
  }

  /// Writes a file as a whole: the old content or the new, never half of it.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw CommandFailure.usage(
        "\(path): cannot be written (\(error.localizedDescription)); name another file with -o")
    }
  }
}
