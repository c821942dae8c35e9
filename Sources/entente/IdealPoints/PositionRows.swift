import Foundation
import IdealPoints

/// Positions as rows of a file.
struct PositionRows {
  enum Form: String, CaseIterable {
    case csv, json, ndjson

    init(named name: String?, file: String?) throws {
      let ending = file.flatMap { $0.split(separator: ".").last.map(String.init) }
      let text = name ?? ending.flatMap { Form(rawValue: $0)?.rawValue } ?? "csv"
      guard let form = Form(rawValue: text) else {
        throw CommandFailure.usage("--format \(text): expected csv, json or ndjson")
      }
      self = form
    }
  }

  private struct Row: Encodable {
    let ccode: Int
    let session: Int
    let year: Int
    let n_votes: Int
    let mean: Double
    let sd: Double
    let q5: Double
    let q10: Double
    let q50: Double
    let q90: Double
    let q95: Double
    let rhat: Double
    let ess_bulk: Double
  }

  private struct PlaneRow: Encodable {
    let dimension: Int
    let row: Row

    func encode(to encoder: any Encoder) throws {
      try row.encode(to: encoder)
      var keyed = encoder.container(keyedBy: Key.self)
      try keyed.encode(dimension, forKey: .dimension)
    }

    private enum Key: CodingKey { case dimension }
  }

  static let header = "ccode,session,year,n_votes,mean,sd,q5,q10,q50,q90,q95,rhat,ess_bulk"

  private let positions: [PositionEstimate]
  /// A fit in two dimensions has a column more, the first.
  private let isPlane: Bool

  init(_ positions: [PositionEstimate]) {
    self.positions = positions
    isPlane = positions.contains { $0.dimension > 1 }
  }

  func text(as form: Form) throws -> String {
    switch form {
    case .csv: return (isPlane ? "dimension," : "") + Self.header + "\n" + positions.map(line).joined()
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let rows = isPlane ? try encoder.encode(positions.map(planeRow)) : try encoder.encode(positions.map(row))
      return String(decoding: rows, as: UTF8.self) + "\n"
    case .ndjson:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return try positions.map {
        let row = isPlane ? try encoder.encode(planeRow($0)) : try encoder.encode(row($0))
        return String(decoding: row, as: UTF8.self) + "\n"
      }.joined()
    }
  }

  private func line(_ e: PositionEstimate) -> String {
    let figures = [e.mean, e.sd, e.q5, e.q10, e.q50, e.q90, e.q95, e.rhat].map { Self.fixed($0, 4) }
    return (isPlane ? "\(e.dimension)," : "")
      + "\(e.state),\(e.session),\(e.year),\(e.votes),\(figures.joined(separator: ",")),\(Self.fixed(e.bulkESS, 0))\n"
  }

  private func planeRow(_ e: PositionEstimate) -> PlaneRow { PlaneRow(dimension: Int(e.dimension), row: row(e)) }

  private func row(_ e: PositionEstimate) -> Row {
    Row(
      ccode: Int(e.state), session: Int(e.session), year: e.year, n_votes: e.votes, mean: e.mean, sd: e.sd, q5: e.q5,
      q10: e.q10, q50: e.q50, q90: e.q90, q95: e.q95, rhat: e.rhat, ess_bulk: e.bulkESS)
  }

  /// A number with fixed decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? entente.fixed(value, decimals) : "nan"
  }
}

/// A fit in words.
enum FitText {
  static func summary(_ fit: IdealPointFit) -> String {
    let votes = fit.votes
    let c = fit.convergence
    return """
      \(votes.observationCount) votes, \(votes.items.count) items, \(fit.positions.count) positions
      converged (R-hat at most 1.01, bulk ESS at least 400): \(c.converged) of \(c.positions) positions
      largest R-hat \(PositionRows.fixed(c.largestRHat, 3)), bulk ESS: smallest \(PositionRows.fixed(c.smallestBulkESS, 0)), \
      median \(PositionRows.fixed(c.medianBulkESS, 0))
      """
  }

  static func notes(_ fit: IdealPointFit) -> [String] {
    summary(fit).split(separator: "\n").map(String.init) + fit.convergence.warnings.map(\.description)
  }
}
