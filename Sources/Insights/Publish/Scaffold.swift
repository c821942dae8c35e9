import Partnership
import StateSystem

/// The text of a new insight: front matter and a claim of each kind to begin with.
public struct Scaffold: Sendable {
  let title: String
  let author: String
  let date: Day
  let states: [StateID]

  /// - Parameter states: the two partners and the third power.
  public init(title: String, author: String, date: Day, states: [StateID]) {
    self.title = title
    self.author = author
    self.date = date
    self.states = states
  }

  public var slug: String { Slug.of(title) }

  public var text: String {
    let codes = states.map { RequestCode.text($0) }
    let names = states.map { State.sentenceName($0, on: date) }
    guard codes.count == 3 else { return "" }
    let (a, b, third) = (codes[0], codes[1], codes[2])
    return """
      ---
      title: \(Self.quoted(title))
      summary: One or two sentences that say what you found.
      authors:
      - {name: \(Self.quoted(author))}
      date: \(date)
      declared_at: \(date)
      topics: []
      countries: [\(codes.joined(separator: ", "))]
      disclaimer: The views are the author's own.
      ---

      Say first what the answer is. How far do \(names[0]) and \(names[1]) go together, with \(names[2]) in the room?

      ## What was pledged

      In 2001 they [owed each other obligations](claim:obligations.inForce a=\(a) b=\(b) year=2001 at-least=0), of which ATOP counts the kinds.

      ## What they want

      They cast identical votes in [some share](claim:votes.agreement a=\(a) b=\(b) sessions=56 at-least=0%) of the roll calls of 2001. Write the number in the brackets and leave out
      at-least, and the words become the claim.

      ## What binds them

      For \(names[0]), trade with \(names[2]) was [more important](claim:trade.ratio a=\(a) b=\(third) over=\(b) year=2001 basis=totals more-than=0) than trade with \(names[1]), or less.

      ## What would change our mind

      Say it here. What no public record shows is bound as [such](claim:none because="say why nothing public codes it").

      """
  }

  /// A value of YAML in double quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + flat.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// An insight raised to its next version.
public struct NextVersion: Sendable {
  public let slug: String
  /// The version that is kept.
  public let previous: Int
  /// The kept version, with its slug written out so that it is found again.
  public let keptText: String
  /// The new version.
  public let text: String

  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Throws: when the front matter cannot be read.
  public init(_ text: String, file: String, date: Day, summary: String) throws(Fault) {
    let vocabulary = MeasureVocabulary([], fault: { _ in nil })
    let insight = Insight(Array(text.utf8), file: file, vocabulary: vocabulary)
    let split = FrontMatterSplit(insight.source)
    guard let yaml = split.yaml, insight.front.title != "" else {
      throw Fault(description: "\(file): the front matter cannot be read; run `entente check \(file)`")
    }
    slug = insight.front.slug
    previous = insight.front.version
    let body = insight.source.string(split.bodyStart..<insight.source.bytes.count)
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let hasSlug = lines.contains { $0.hasPrefix("slug:") }
    let named = hasSlug ? yaml : "slug: \(slug)\n\(yaml)"
    keptText = "---\n\(named)---\n\(body)"
    var raised = lines.filter { !$0.hasPrefix("version:") && !$0.hasPrefix("updated:") && !$0.isEmpty }
    let entry = "- {version: \(previous + 1), date: \(date), summary: \(Scaffold.quoted(summary))}"
    if let at = raised.firstIndex(where: { $0 == "changes:" }) {
      raised.insert(entry, at: at + 1)
    } else {
      raised += ["changes:", entry]
    }
    raised += ["version: \(previous + 1)", "updated: \(date)"]
    self.text = "---\n\(raised.joined(separator: "\n"))\n---\n\(body)"
  }
}
