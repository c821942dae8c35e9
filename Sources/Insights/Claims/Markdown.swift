/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case code(String)
  case softBreak
  case lineBreak
  case emphasis([Inline])
  case strong([Inline])
  case struck([Inline])
  case link(destination: String, [Inline])
  /// Text bound to the claim of this number.
  case claim(Int, [Inline])

  /// The text without marks.
  var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner), .claim(_, let inner):
      inner.plain
    }
  }
}

extension [Inline] {
  var plain: String { map(\.plain).joined() }
}

/// A block of an insight.
public indirect enum Block: Hashable, Sendable {
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case quote([Block])
  case list(start: Int?, isTight: Bool, items: [[Block]])
  case code(String)
  case table(header: [[Inline]], rows: [[[Inline]]])
  case rule
  /// The figure or table of this number.
  case embed(Int)
}

/// The text of an insight as blocks, with what the conversion noticed.
struct Markdown: Sendable {
  /// Deepest nesting of blocks and marks that is read.
  static let deepest = 60

  var blocks: [Block] = []
  /// Claims in the order in which they stand in the text: the binding and the text bound to it.
  var uses: [Use] = []
  /// Figures and tables: the binding and its caption.
  var embeds: [Use] = []
  var issues: [InsightIssue] = []
  /// Runs of text outside claims, with the offset of each in the source where it was found.
  var loose: [(text: String, offset: Int)] = []

  struct Use: Sendable {
    let binding: Int
    let text: String
    /// Offset of the text in the source.
    let offset: Int
  }
}
