import Record
import Statistics

extension IdealPointFit {
  /// Draws that predictions rest on at most.
  static let predictionDraws = 400
  /// Items predicted by one task.
  private static let chunk = 64

  /// The held-out prediction of every vote cast on the roll calls of the fit, for the coordination test.
  ///
  /// - Parameters:
  ///   - data: the votes the fit was made from.
  ///   - origin: dataset and SHA-256 of those votes.
  /// - Returns: `nil` where an abstention counts half a yes and half a no: equal votes are then undefined.
  /// - Complexity: O(votes × draws); about 40 ns a vote and draw.
  public func predictions(_ data: VoteData, origin: (dataset: String, sha256: String)) async -> VotePredictions? {
    guard options.selection.abstention != .halfWay else { return nil }
    let index = VoteIndex(data, votes, selection: options.selection)
    let sample = DrawSample(draws, limit: Self.predictionDraws, dimensions: options.dimensions)
    let count = votes.items.count
    let parts = await withTaskGroup(of: (Int, [RollCallPrediction]).self) { group in
      for first in stride(from: 0, to: count, by: Self.chunk) {
        group.addTask {
          var predictor = FamilyPredictor(sample)
          return (first, (first..<min(first + Self.chunk, count)).flatMap { predictor.predictions(of: $0, index) })
        }
      }
      var parts: [Int: [RollCallPrediction]] = [:]
      for await (first, part) in group { parts[first] = part }
      return stride(from: 0, to: count, by: Self.chunk).flatMap { parts[$0] ?? [] }
    }
    let session = Dictionary(data.rollCalls.map { ($0.id, $0.session) }, uniquingKeysWith: { first, _ in first })
    return try? VotePredictions(
      parts.sorted { $0.id < $1.id }, families: votes.items, session: session,
      items: sample.itemParameters, own: sample.dimensions, origin: origin)
  }
}

/// The predictions of the votes on one roll call.
struct RollCallPrediction: Sendable {
  let id: Int32
  let item: Int
  var states: [UInt16] = []
  var votes: [UInt8] = []
  var unreliable: [UInt8] = []
  var scores: [Int16] = []
  var weights: [Int16] = []
}

extension VotePredictions {
  init(
    _ parts: [RollCallPrediction], families: [Int32], session: [Int32: Int16], items: Int, own: Int,
    origin: (dataset: String, sha256: String)
  ) throws(RecordError) {
    var starts: [Int32] = [0]
    for part in parts { starts.append((starts.last ?? 0) + Int32(part.states.count)) }
    try self.init(
      columns: ColumnSet([
        ("id", .int32(parts.map(\.id))), ("session", .int16(parts.map { session[$0.id] ?? 0 })),
        ("family", .int32(parts.map { families[$0.item] })), ("start", .int32(starts)),
        ("state", .uint16(parts.flatMap(\.states))), ("vote", .uint8(parts.flatMap(\.votes))),
        ("unreliable", .uint8(parts.flatMap(\.unreliable))), ("loadings", .uint8([UInt8(items), UInt8(own)])),
        ("score", .int16(parts.flatMap(\.scores))), ("weight", .int16(parts.flatMap(\.weights))),
        ("origin", .text(TextColumn([origin.dataset, origin.sha256]))),
      ]))
  }

  /// A score as it is stored: rounded, and clamped to what the type holds.
  static func stored(_ score: Double) -> Int16 {
    let scaled = (score * scale).rounded()
    return scaled.isFinite ? Int16(max(min(scaled, 32_767), -32_767)) : 0
  }
}
