/// The form in which names are compared: lower case without diacritics, punctuation and the words that writers of lists
/// drop.
///
/// "Côte d’Ivoire" and "COTE D'IVOIRE" have one key, and so have "Korea, Dem. Rep. of" and "Democratic Republic of
/// Korea": the order of the words does not count.
enum NameKey {
  /// The words that count, in the order written.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty, let kept = keep(String(decoding: word, as: UTF8.self)) { words.append(kept) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value + 32))
      case 0x27, 0x2E, 0x60, 0x92, 0xB4, 0x2018, 0x2019, 0x02BC, 0x0300...0x036F: continue
      case 0x80... where scalar.properties.isAlphabetic: word += fold(scalar)
      default: end()
      }
    }
    end()
    return words
  }

  /// The key of the words, whatever their order.
  static func key(_ words: [String]) -> String {
    words.count == 1 ? words[0] : words.sorted().joined(separator: " ")
  }

  static func key(_ text: String) -> String { key(words(text)) }

  private static func keep(_ word: String) -> String? {
    switch word {
    case "the", "of", "and": nil
    case "st": "saint"
    case "rep": "republic"
    case "dem": "democratic"
    case "fed": "federal"
    case "sts": "states"
    default: word
    }
  }

  /// The letter in lower case without its mark.
  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    scalar.properties.lowercaseMapping.unicodeScalars
      .filter { !(0x0300...0x036F).contains($0.value) }
      .flatMap { (plain[$0] ?? String($0)).utf8 }
  }

  private static let plain: [Unicode.Scalar: String] = {
    let groups = [
      ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"),
      ("y", "ýÿŷ"),
      ("z", "źżž"),
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, variants) in groups { for scalar in variants.unicodeScalars { plain[scalar] = letter } }
    return plain
  }()
}
