import Evidence
import StateSystem

/// Values of one measure over years or sessions.
public struct SeriesResult: Hashable, Sendable, Codable {
  public struct Point: Hashable, Sendable, Codable {
    /// Calendar year; for sessions the year of opening.
    public let year: Int
    public let result: Covered<Estimate>

    public init(year: Int, result: Covered<Estimate>) {
      self.year = year
      self.result = result
    }
  }

  /// Short name used by figures, for example `agreement.partners`.
  public let id: String
  public let label: String
  public let unit: Unit
  public let points: [Point]
  /// Caveats of any of the points.
  public let notes: [String]

  public init(id: String, label: String, unit: Unit, points: [Point], notes: [String]) {
    self.id = id
    self.label = label
    self.unit = unit
    self.points = points
    self.notes = notes
  }

  /// Whether at least one point is covered.
  public var hasData: Bool { points.contains { $0.result.value != nil } }
}

/// A finding with the role it plays in a brief.
public struct NamedFinding: Hashable, Sendable, Codable {
  /// Role, for example `trade.share.b-for-a`.
  public let role: String
  /// What the figure is, with the names of the states put in.
  public let label: String
  public let finding: Finding

  public init(_ role: String, _ label: String, _ finding: Finding) {
    self.role = role
    self.label = label
    self.finding = finding
  }
}

/// One of the four panels: headline figures and series.
public struct PanelResult: Hashable, Sendable, Codable {
  public let panel: Panel
  public let findings: [NamedFinding]
  public let series: [SeriesResult]

  public init(_ panel: Panel, findings: [NamedFinding], series: [SeriesResult]) {
    self.panel = panel
    self.findings = findings
    self.series = series
  }

  public subscript(role: String) -> Finding? { findings.first { $0.role == role }?.finding }
  public func series(_ id: String) -> SeriesResult? { series.first { $0.id == id } }
}
