/// Escaping of text for SVG and HTML.
package enum XML {
  /// The text with markup characters escaped and characters that XML 1.0 forbids, or that reorder text, left out.
  package static func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default:
        if isPrintable(scalar) { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }

  /// False for controls, noncharacters and bidirectional overrides, which can hide or reorder what a reader sees.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x202A...0x202E, 0x2066...0x2069: false
    case 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  /// A name usable as an XML id and in a CSS selector: ASCII letters, digits, `-` and `_`, starting with a letter.
  package static func identifier(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": out.unicodeScalars.append(scalar)
      default: out += "-"
      }
    }
    guard let first = out.unicodeScalars.first, ("a"..."z").contains(first) || ("A"..."Z").contains(first) else {
      return "f" + out
    }
    return out
  }
}
