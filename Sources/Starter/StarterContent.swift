import Treaties

/// What the program knows with no dataset installed, apart from the codes of the state system.
public struct StarterContent: Sendable {
  /// Coded treaties, case files, cited figures and their bibliography.
  public let casework: Casework
  /// Folder of the results Entente computed beforehand; it may hold none.
  public let results: String

  public var treaties: TreatyRegistry { casework.treaties }
  public var cases: [CaseFile] { casework.cases }
  public var figures: [CitedFigure] { casework.figures }
  /// The table that measures of the limit are held against.
  public var knownCases: KnownCases? { casework.knownCases }
  public var sources: [CitedSource] { casework.sources }
}
