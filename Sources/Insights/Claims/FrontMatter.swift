import StateSystem

/// What stands above the text of an insight: who wrote it, when, about what, and what has changed since.
public struct FrontMatter: Hashable, Sendable {
  public struct Author: Hashable, Sendable {
    public let name: String
    public let affiliation: String?
    public let url: String?
  }

  /// A link to more on the subject.
  public struct Related: Hashable, Sendable {
    public let title: String
    public let url: String
  }

  /// What a version changed.
  public struct Change: Hashable, Sendable {
    public let version: Int
    public let date: Day
    public let summary: String
  }

  /// What was wrong and what is right.
  public struct Correction: Hashable, Sendable {
    public let date: Day
    public let text: String
  }

  public var title = ""
  /// The last part of the insight's address; the file's name unless given.
  public var slug = ""
  public var summary = ""
  public var authors: [Author] = []
  public var date = Day(number: 0)
  public var updated: Day?
  /// From 1; a new version keeps the address of the old one.
  public var version = 1
  public var topics: [String] = []
  /// States the insight is about.
  public var countries: [StateID] = []
  /// Slugs of other insights.
  public var related: [String] = []
  /// Links to more on the subject elsewhere.
  public var links: [Related] = []
  public var disclaimer: String?
  /// The day on which the expectations of the claims were fixed.
  public var declaredAt: Day?
  public var changes: [Change] = []
  public var corrections: [Correction] = []
  /// Versions of datasets that the insight was written with, by name.
  public var vintages: [String: String] = [:]
}
