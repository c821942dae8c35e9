/// Estimated widths of text in a Helvetica-like sans serif, so that labels can be placed without a browser.
///
/// Widths are the advance widths of Helvetica per 1000 units of type size, enlarged a little because the reader's font
/// may be Arial, Roboto or Segoe. They are for layout, not for typesetting.
package enum TextMetrics {
  /// Allowance for fonts slightly wider than Helvetica.
  private static let allowance = 1.04
  private static let boldFactor = 1.08

  /// The estimated width of `text` at `size`.
  package static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(scalar) }
    return Double(units) / 1000 * size * allowance * (bold ? boldFactor : 1)
  }

  /// Breaks `text` into lines no wider than `width`; words too long for a line are broken, and what does not fit in
  /// `maxLines` is cut with an ellipsis.
  package static func wrap(
    _ text: String, width: Double, size: Double, bold: Bool = false, maxLines: Int = .max
  ) -> [String] {
    let limit = max(width, size)
    let space = Self.width(" ", size: size, bold: bold)
    var lines: [String] = []
    var line = ""
    var taken = 0.0
    for piece in pieces(of: text) {
      let own = Self.width(piece.text, size: size, bold: bold)
      let joint = line.isEmpty || !piece.spaced ? 0 : space
      if taken + joint + own <= limit {
        line += (joint > 0 ? " " : "") + piece.text
        taken += joint + own
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = piece.text
      taken = own
      while taken > limit, line.count > 1 {
        let head = longestPrefix(of: line, width: limit, size: size, bold: bold)
        lines.append(head)
        line = String(line.dropFirst(head.count))
        taken = Self.width(line, size: size, bold: bold)
      }
    }
    if !line.isEmpty { lines.append(line) }
    let allowed = max(maxLines, 1)
    guard lines.count > allowed else { return lines }
    let kept = Array(lines.prefix(allowed - 1))
    let last = lines[allowed - 1] + "…"
    return kept + [truncate(last, width: limit, size: size, bold: bold)]
  }

  /// `text` on one line no wider than `width`, cut with an ellipsis where needed.
  package static func truncate(_ text: String, width: Double, size: Double, bold: Bool = false) -> String {
    guard Self.width(text, size: size, bold: bold) > width else { return text }
    let room = width - Self.width("…", size: size, bold: bold)
    var body = text.hasSuffix("…") ? String(text.dropLast()) : text
    body = longestPrefix(of: body, width: room, size: size, bold: bold)
    while let last = body.last, last == " " || last == "," || last == "-" { body.removeLast() }
    return body + "…"
  }

  private static func longestPrefix(of text: String, width: Double, size: Double, bold: Bool) -> String {
    var end = text.startIndex
    var taken = 0.0
    for index in text.indices {
      taken += Self.width(String(text[index]), size: size, bold: bold)
      if taken > width, end > text.startIndex { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }

  /// Words, broken also after hyphens and slashes that follow a letter; `spaced` says whether a space stood before.
  private static func pieces(of text: String) -> [(text: String, spaced: Bool)] {
    var out: [(text: String, spaced: Bool)] = []
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
      var part = ""
      var spaced = true
      for character in word {
        let followsLetter = part.last?.isLetter ?? false
        part.append(character)
        if part.count > 2, followsLetter, character == "-" || character == "/" || character == "–" {
          out.append((part, spaced))
          part = ""
          spaced = false
        }
      }
      if !part.isEmpty { out.append((part, spaced)) }
    }
    return out
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return ascii[Int(value) - 0x20] }
    switch value {
    case 0...0x1F, 0x7F...0x9F: return 0
    case 0xA0, 0xB7: return 278
    case 0xC0...0xDE, 0x391...0x3A9, 0x401...0x42F: return 722
    case 0xD7, 0xF7, 0x2212: return 584
    case 0xA1...0xFF, 0x100...0x24F, 0x3AC...0x3CE, 0x430...0x45F: return 556
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F: return 0
    case 0x2000...0x200A, 0x202F: return 278
    case 0x2014, 0x2026: return 1000
    case 0x2013: return 556
    case 0x2018...0x201F: return 333
    case 0x2070...0x209F, 0x2022: return 350
    case 0x2190...0x21FF: return 1000
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60:
      return 1000
    case 0x1F000...0x3FFFF: return 1100
    default: return 640
    }
  }

  /// Helvetica, U+0020 to U+007E.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
