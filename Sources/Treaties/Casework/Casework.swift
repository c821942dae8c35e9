import StateSystem

/// What people coded by hand: the bibliography, the treaties, the case files, the known cases and the cited figures.
public struct Casework: Hashable, Sendable, Codable {
  public let sources: [CitedSource]
  public let treaties: TreatyRegistry
  public let cases: [CaseFile]
  public let figures: [CitedFigure]
  /// The table that measures of the limit are held against; `nil` when it was not read.
  public let knownCases: KnownCases?

  public init(
    sources: [CitedSource], treaties: TreatyRegistry, cases: [CaseFile], figures: [CitedFigure],
    knownCases: KnownCases? = nil
  ) {
    self.sources = sources
    self.treaties = treaties
    self.cases = cases
    self.figures = figures
    self.knownCases = knownCases
  }

  public static let empty = Casework(sources: [], treaties: TreatyRegistry([]), cases: [], figures: [])

  /// The bibliography entry with this key.
  public func source(_ id: String) -> CitedSource? { sources.first { $0.id == id } }

  /// The figure with this key.
  public func figure(_ id: String) -> CitedFigure? { figures.first { $0.id == id } }

  /// The case files on the two partners, in any order, and the third power.
  public func cases(of triad: Triad) -> [CaseFile] {
    cases.filter { $0.third == triad.third && Set($0.partners) == [triad.partners.first, triad.partners.second] }
  }

  /// Figures that concern all the states named.
  public func figures(about states: [StateID]) -> [CitedFigure] {
    figures.filter { figure in states.allSatisfy { figure.states.contains($0) } }
  }
}

/// The text of one YAML file with its name, as handed to `Casework.read`.
public struct CaseworkFile: Hashable, Sendable {
  /// What the file holds. Every kind may carry a `bibliography` of its own.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case sources
    case treaties
    case caseFile
    case figures
    case knownCases
  }

  public let kind: Kind
  /// Name for messages.
  public let name: String
  public let text: String

  public init(_ kind: Kind, name: String, text: String) {
    self.kind = kind
    self.name = name
    self.text = text
  }
}

extension Casework {
  /// Reads coded files and checks them against each other.
  ///
  /// Every fault of every file is reported, each with file, line and column: unknown keys, values and states, dates
  /// that do not exist or contradict each other, ids used twice, references to nothing, items without a source.
  ///
  /// - Parameter base: what was read before; its ids may be referred to and may not be used again. The result
  ///   contains it.
  /// - Throws: `CaseworkError.invalid` with all faults in order of place.
  /// - Complexity: O(bytes).
  public static func read(_ files: [CaseworkFile], on base: Casework = .empty) throws(CaseworkError) -> Casework {
    let reader = Reader(base: base)
    var sources = base.sources
    var treaties = base.treaties.treaties
    var cases = base.cases
    var figures = base.figures
    var knownCases = base.knownCases
    for file in files {
      guard let root = Document.root(of: file.text, file: file.name, log: reader.log) else { continue }
      switch file.kind {
      case .sources: sources += reader.sources(root)
      case .treaties:
        let (read, bibliography) = reader.treaties(root)
        treaties += read
        sources += bibliography
      case .caseFile:
        let (read, bibliography) = reader.caseFile(root)
        cases += read.map { [$0] } ?? []
        sources += bibliography
      case .figures:
        let (read, bibliography) = reader.figures(root)
        figures += read
        sources += bibliography
      case .knownCases:
        let (read, bibliography) = reader.knownCases(root)
        if knownCases != nil {
          reader.log.report(
            "a table of known cases was read before", at: root.place, suggestion: "keep the cases in one table")
        }
        knownCases = read ?? knownCases
        sources += bibliography
      }
    }
    try reader.finish(order: files.map(\.name))
    return Casework(
      sources: sources, treaties: TreatyRegistry(treaties), cases: cases, figures: figures, knownCases: knownCases)
  }
}
