import Statistics

/// How well predictions fit outcomes.
public struct Discrimination: Sendable, Hashable, Encodable {
  /// P(a random 1 is predicted above a random 0), ties half; for outcomes of 0 and 1. ½ is chance.
  public var auc: Double?
  /// Mean squared error of a probability, 0...1, lower is better; for outcomes of 0 and 1.
  public var brier: Double?
  /// Mean of -log of the probability given to what happened; for outcomes of 0 and 1.
  public var logLoss: Double?
  /// Root mean squared error.
  public var rootMeanSquare: Double

  /// - Complexity: O(n log n). Source of the AUC: Hanley and McNeil (1982), doi:10.1148/radiology.143.1.7063747; Brier (1950),
  ///   doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
  public init(outcome: [Double], predicted: [Double]) {
    let n = Double(outcome.count)
    let square: Double = zip(outcome, predicted).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / n
    rootMeanSquare = square.squareRoot()
    guard outcome.allSatisfy({ $0 == 0 || $0 == 1 }) else { return }
    brier = square
    logLoss =
      zip(outcome, predicted).reduce(0.0) { total, pair in
        let p = pair.0 == 1 ? pair.1 : 1 - pair.1
        return total - (p > 0 ? logarithm(p) : -700)
      } / n
    auc = Self.areaUnderCurve(outcome, predicted)
  }

  /// The ranks in order of a key that holds the prediction and, in its last bit, the outcome.
  private static func areaUnderCurve(_ outcome: [Double], _ predicted: [Double]) -> Double? {
    guard predicted.allSatisfy({ $0 >= 0 && $0 < 2 }) else { return areaOfAny(outcome, predicted) }
    // Numbers from 0 to 2 are in the order of their bits, of which the first two are 0.
    let keys = sorted(zip(predicted, outcome).map { $0.bitPattern << 1 | ($1 == 1 ? 1 : 0) })
    var ranks = 0.0
    var positives = 0
    var start = 0
    while start < keys.count {
      var end = start
      var ones = 0
      while end < keys.count, keys[end] >> 1 == keys[start] >> 1 {
        ones += Int(keys[end] & 1)
        end += 1
      }
      ranks += Double(ones) * 0.5 * Double(start + end + 1)
      positives += ones
      start = end
    }
    return area(ranks, positives: positives, of: keys.count)
  }

  /// Sorted by sixteen bits at a time, from the last to the first.
  private static func sorted(_ keys: [UInt64]) -> [UInt64] {
    guard keys.count > 100_000 else { return keys.sorted() }
    var from = keys
    var to = keys
    for shift in stride(from: UInt64(0), to: 64, by: 16) {
      var places = [Int](repeating: 0, count: 65_537)
      for key in from { places[Int(key >> shift & 0xFFFF) + 1] += 1 }
      for digit in 0..<65_536 { places[digit + 1] += places[digit] }
      for key in from {
        let digit = Int(key >> shift & 0xFFFF)
        to[places[digit]] = key
        places[digit] += 1
      }
      swap(&from, &to)
    }
    return from
  }

  private static func area(_ ranks: Double, positives: Int, of count: Int) -> Double? {
    let negatives = count - positives
    guard positives > 0, negatives > 0 else { return nil }
    let least: Double = 0.5 * Double(positives) * Double(positives + 1)
    return (ranks - least) / (Double(positives) * Double(negatives))
  }

  private static func areaOfAny(_ outcome: [Double], _ predicted: [Double]) -> Double? {
    let order = predicted.indices.sorted { predicted[$0] < predicted[$1] }
    var ranks = 0.0
    var positives = 0
    var start = 0
    while start < order.count {
      var end = start
      var ones = 0
      while end < order.count, predicted[order[end]] == predicted[order[start]] {
        if outcome[order[end]] == 1 { ones += 1 }
        end += 1
      }
      ranks += Double(ones) * 0.5 * Double(start + end + 1)
      positives += ones
      start = end
    }
    return area(ranks, positives: positives, of: order.count)
  }
}

/// Fit to rows that were left out.
///
/// The rows, or the clusters, are dealt into folds by a seeded shuffle; each fold is predicted by the model of the others.
/// Not for: comparing models on different rows.
public struct CrossValidation: Sendable {
  public let folds: Int
  public let seed: UInt64
  /// Whether whole clusters were left out.
  public let byCluster: Bool
  public let inSample: Discrimination
  public let outOfSample: Discrimination

  public init(_ model: FittedModel, folds: Int, seed: UInt64) throws(ModelError) {
    guard let fit = model.regression else { throw .request("cross-validation is for regressions") }
    let frame = model.frame
    var groups = ErrorKind.Grouping("rows", Array(0..<frame.design.rows))
    byCluster = model.request.errors.columns.isEmpty == false
    switch model.request.errors {
    case .clustered(let names, _): groups = frame.table.grouping(names.first ?? [])
    case .dyadic(let a, let b, _): groups = frame.table.grouping([a, b])
    case .classic, .robust: break
    }
    guard folds >= 2, folds <= groups.count else {
      throw .request("\(folds) folds of \(groups.count) groups; expected 2 to \(groups.count)")
    }
    let foldOfGroup = Self.deal(groups.count, folds: folds, seed: seed)
    var predicted = [Double](repeating: .nan, count: frame.design.rows)
    for fold in 0..<folds {
      let inside = groups.codes.indices.filter { foldOfGroup[Int(groups.codes[$0])] != fold }
      let outside = groups.codes.indices.filter { foldOfGroup[Int(groups.codes[$0])] == fold }
      let part = try Self.fit(model, inside)
      for row in outside {
        var eta: Double = frame.offset?[row] ?? 0
        for (k, j) in part.kept.enumerated() { eta += part.coefficients[k] * frame.design[row, j] }
        predicted[row] = part.family.mean(eta)
      }
    }
    self.folds = folds
    self.seed = seed
    inSample = Discrimination(outcome: frame.outcome, predicted: fit.fitted)
    outOfSample = Discrimination(outcome: frame.outcome, predicted: predicted)
  }

  private static func deal(_ count: Int, folds: Int, seed: UInt64) -> [Int] {
    var generator = Xoshiro256(seed: seed)
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, generator.index(below: i + 1)) }
    var fold = [Int](repeating: 0, count: count)
    for (place, group) in order.enumerated() { fold[group] = place % folds }
    return fold
  }

  private static func fit(_ model: FittedModel, _ rows: [Int]) throws(ModelError) -> RegressionFit {
    let frame = model.frame
    let outcome = rows.map { frame.outcome[$0] }
    let offset = frame.offset.map { all in rows.map { all[$0] } }
    let design = frame.design.selecting(rows)
    do {
      guard let family = model.request.kind.family else {
        return try NegativeBinomialFit(outcome: outcome, design: design, offset: offset, workers: model.request.workers)
          .fit
      }
      return try Regression.fit(
        family, outcome: outcome, design: design, offset: offset, workers: model.request.workers)
    } catch {
      throw .regression(error)
    }
  }
}
