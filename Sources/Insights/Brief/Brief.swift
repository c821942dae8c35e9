import Evidence
import Partnership
import StateSystem

/// A brief as a document: the answer, the assessment it is written from, and what is needed to reproduce and cite it.
///
/// The JSON form of this value is published and is what the HTML and Markdown forms are rendered from.
public struct Brief: Hashable, Sendable, Codable {
  /// Version of the JSON form; see `schemas/brief.schema.json`.
  public static let schemaVersion = "1"

  public let schema: String
  /// Program and version that made it.
  public let generator: String
  /// Number of the methods: it changes when a rule or threshold changes a figure.
  public let methodology: String
  public let title: String
  public let subtitle: String
  public let answer: [Statement]
  public let assessment: Assessment
  public let vintages: [Vintage]
  /// Whether any figure comes from the starter rather than from installed datasets.
  public let usesStarter: Bool
  /// The commands that make it again.
  public let reproduce: [String]
  public let citation: String
  /// What is said of the pair's treaties; `nil` where the registry was not consulted.
  public let treaties: TreatyChapter?
  /// The level of the partners' relationship and the types of the triangle by year; `nil` where levels were not consulted.
  public let relationship: RelationshipChapter?

  /// Writes the brief of an assessment.
  ///
  /// - Parameters:
  ///   - vintages: of the datasets installed, in order of name.
  ///   - generator: program name and version, a parameter so that equal input gives equal bytes.
  ///   - command: the command that was run.
  ///   - treaties: the chapter on the pair's treaties.
  ///   - relationship: the chapter on the level of their relationship.
  public init(
    _ assessment: Assessment, vintages: [Vintage], generator: String, command: String, treaties: TreatyChapter? = nil,
    relationship: RelationshipChapter? = nil
  ) {
    let question = assessment.question
    let names = Names(question)
    schema = Self.schemaVersion
    self.generator = generator
    methodology = Self.methodologyVersion
    title = "How far does the partnership of \(names.pair) go?"
    subtitle = "Against \(names.third), as of \(Wording.day(question.asOf))"
    answer = Answer(assessment).statements
    self.assessment = assessment
    self.vintages = vintages
    usesStarter = assessment.allFindings.contains { $0.finding.origin == .starter && $0.finding.estimate != nil }
    reproduce = [command]
    self.treaties = treaties
    self.relationship = relationship
    citation =
      "Entente (\(generator)), brief on \(names.pair) and \(names.third) as of \(question.asOf), methodology \(Self.methodologyVersion), with \(vintages.isEmpty ? "the starter's results" : vintages.map { "\($0.dataset) \($0.version)" }.joined(separator: ", "))"
  }

  /// Number of the methods in force.
  public static let methodologyVersion = "2026.4"
}
