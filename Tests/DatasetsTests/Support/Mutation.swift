import Testing

/// A way to damage a file, or to write the same rows differently.
struct Mutation: Sendable, CustomTestStringConvertible {
  enum Effect: Sendable {
    /// The rows are the same.
    case none
    /// The file is refused, or rows are rejected.
    case damage
    /// Anything but a crash.
    case any
  }
  let name: String
  let effect: Effect
  let apply: @Sendable ([UInt8]) -> [UInt8]

  var testDescription: String { name }

  static func text(_ name: String, _ effect: Effect, _ apply: @escaping @Sendable ([Substring]) -> [String]) -> Mutation
  {
    Mutation(name: name, effect: effect) { bytes in
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      return Array((apply(lines).joined(separator: "\n") + "\n").utf8)
    }
  }

  static let all: [Mutation] = [
    Mutation(name: "empty", effect: .damage) { _ in [] },
    Mutation(name: "blank lines", effect: .damage) { _ in Array("\n\n\n".utf8) },
    text("header only", .damage) { [String($0[0])] },
    text("no header", .damage) { $0.dropFirst().map(String.init) },
    text("other column names", .damage) { lines in
      ["x" + lines[0].replacing(",", with: ",x")] + lines.dropFirst().map(String.init)
    },
    text("semicolons", .damage) { $0.map { String($0.replacing(",", with: ";")) } },
    text("a field too many", .damage) { $0.prefix(2).map { String($0) } + $0.dropFirst(2).map { $0 + ",1" } },
    text("a field too few", .damage) {
      $0.prefix(2).map { String($0) } + $0.dropFirst(2).map { String($0.prefix { $0 != "," }) }
    },
    text("letters for digits", .damage) { lines in
      lines.prefix(2).map(String.init) + lines.dropFirst(2).map { String($0.map { $0.isNumber ? "x" : $0 }) }
    },
    text("an open quote", .damage) { $0.prefix(2).map { String($0) } + $0.dropFirst(2).map { "\"" + $0 } },
    text("every row twice", .damage) { lines in
      [String(lines[0])] + lines.dropFirst().flatMap { [String($0), String($0)] }
    },
    text("numbers beyond reason", .damage) { lines in
      lines.prefix(2).map(String.init)
        + lines.dropFirst(2).map { String($0.replacing(/[0-9]+/, with: "99999999999999999999")) }
    },
    Mutation(name: "a NUL", effect: .damage) { bytes in bytes.prefix(bytes.count - 3) + [0] + bytes.suffix(3) },
    Mutation(name: "a huge field", effect: .damage) { bytes in
      bytes + [UInt8](repeating: UInt8(ascii: "7"), count: 2 << 20) + [10]
    },
    Mutation(name: "a web page", effect: .damage) { _ in
      Array("<!DOCTYPE html><html><body>Not found</body></html>".utf8)
    },
    Mutation(name: "UTF-16", effect: .damage) { bytes in [0xFF, 0xFE] + bytes.flatMap { [$0, 0] } },
    Mutation(name: "gzip that is none", effect: .damage) { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + $0 },
    Mutation(name: "zip that is none", effect: .damage) { [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + $0 },
    Mutation(name: "an Excel file", effect: .damage) { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + $0 },
    Mutation(name: "cut in the first row", effect: .damage) { bytes in
      Array(bytes.prefix((bytes.firstIndex(of: 10) ?? 0) + 3))
    },
    Mutation(name: "cut in the header", effect: .damage) { Array($0.prefix(10)) },
    Mutation(name: "cut in half", effect: .any) { Array($0.prefix($0.count / 2)) },
    text("CRLF", .none) { $0.map { $0 + "\r" } },
    text("blank lines between", .none) { $0.flatMap { [String($0), ""] } },
    text("a final line end missing", .none) { $0.map(String.init) },
    Mutation(name: "a byte order mark", effect: .none) { [0xEF, 0xBB, 0xBF] + $0 },
    text("upper case in the header", .none) { [$0[0].uppercased()] + $0.dropFirst().map(String.init) },
    text("spaces around numbers", .none) { lines in
      [String(lines[0])]
        + lines.dropFirst().map { $0.hasPrefix("\"") || $0.first?.isNumber != true ? String($0) : " " + $0 }
    },
  ]

  /// Bytes replaced at seeded places.
  static func flips(_ seed: UInt64) -> Mutation {
    Mutation(name: "flips \(seed)", effect: .any) { bytes in
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(count, 1)))
      }
      var bytes = bytes
      for _ in 0..<(1 + next(8)) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
      return bytes
    }
  }
}
