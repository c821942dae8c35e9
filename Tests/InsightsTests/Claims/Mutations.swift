/// Ways in which an insight comes out malformed: what authors mistype, what editors mangle, and what attackers try.
struct Mutations {
  /// A small generator, so that a failing case can be made again from its seed.
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }

  static let kinds = [
    "unclosed", "no bracket", "measure", "argument", "value", "unit", "quote", "html", "script link", "bytes",
    "unicode", "cut",
    "front matter", "nesting", "long", "control",
  ]

  static let payloads = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "</style><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "\" onmouseover=\"alert(1)", "'><b>", "<!--", "]]>",
    "&lt;script&gt;", "<a href=javascript:alert(1)>x</a>",
  ]
  static let links = [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](&#106;avascript:alert(1))", "[x](//evil.example/)", "![x](https://evil.example/x.png)",
    "<javascript:alert(1)>",
    "[x](<java\nscript:alert(1)>)", "[x](\u{1}javascript:alert(1))", "[x](file:///etc/passwd)",
  ]
  static let odd = [
    "\u{202E}", "\u{2066}", "\u{0}", "\u{FEFF}", "\u{200D}", "👩‍👩‍👧", "e\u{301}", "\u{FFFD}", "\u{1F1E6}", "\u{85}",
    "\u{2028}", "ﷺ",
  ]

  /// The bytes of a text with one thing wrong.
  mutating func apply(_ kind: String, to text: String) -> [UInt8] {
    let body = text.utf8.count
    var bytes = Array(text.utf8)
    let places = Self.all("](claim:", in: bytes)
    let at = places.isEmpty ? body : pick(places)
    func insert(_ part: String, _ place: Int) {
      bytes.insert(contentsOf: Array(part.utf8), at: min(place, bytes.count))
    }
    func replaceFirst(_ from: String, _ to: String, after place: Int) {
      if let found = Self.all(from, in: Array(bytes[place...])).first {
        bytes.replaceSubrange((place + found)..<(place + found + from.utf8.count), with: Array(to.utf8))
      }
    }
    switch kind {
    case "unclosed": replaceFirst(")", "\n\n", after: at)
    case "no bracket": if at > 0, let open = bytes[..<at].lastIndex(of: UInt8(ascii: "[")) { bytes.remove(at: open) }
    case "measure": insert(pick(["x", "trade", ".", "votes.agreement ", "<", "é"]), at + 8)
    case "argument": replaceFirst("=", pick(["", "==", " = ", "=x=", "%3D"]), after: at)
    case "value":
      replaceFirst("=", "=" + pick(["Atlantis", "-1", "99999999999999999999", "NaN", "🙂", "\"", "(", "\\"]), after: at)
    case "unit":
      replaceFirst(
        ")",
        " " + pick(["about=8%", "equals=$5bn", "rank=x", "between=1..0", "within=-1", "about=", "top=1e999"]) + ")",
        after: at)
    case "quote": insert("\"", at + 9 + next(12))
    case "html": insert("\n\n\(pick(Self.payloads))\n\n", pick(places + [body]) + 1); insert(pick(Self.payloads), body)
    case "script link":
      insert(
        "\n\n\(pick(Self.links)) and [\(pick(Self.payloads))](claim:none because=\"\(pick(["a", "<b>"]))\")\n", body)
    case "bytes": for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
    case "unicode": for _ in 0...next(4) { insert(pick(Self.odd), next(bytes.count)) }
    case "cut": bytes.removeSubrange(next(bytes.count)...)
    case "front matter":
      insert(
        pick([
          "title: [\n", "a: &x\nb: *x\n", "title: \"<script>\"\n", "\t", "date: 2002-02-31\n", "---\n", "? x\n",
          "links: [{title: x, url: \"javascript:x\"}]\n",
        ]), 4)
    case "nesting":
      insert(
        "\n\n" + String(repeating: pick([">", "- ", "[", "*a ", "**", "`"]), count: 100 + next(400)) + "x\n", body)
    case "long":
      insert(
        "\n\n"
          + String(
            repeating: pick([
              "x", "[a](claim:", "](", "|", "a=b ", "[15th](claim:trade.rank of=RUS for=CHN year=2001) ",
            ]), count: 100 + next(300)), body)
    default: insert(pick(["\u{8}", "\u{1B}[31m", "\r", "\u{7F}", "\u{B}"]), next(bytes.count))
    }
    return bytes
  }

  private static func all(_ part: String, in bytes: [UInt8]) -> [Int] {
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return [] }
    return (0...(bytes.count - wanted.count)).filter {
      bytes[$0] == wanted[0] && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
