import Evidence
import Record

/// Answers measure requests from a record.
public struct RecordEvaluator: Evaluator {
  public let record: Record

  public init(_ record: Record) { self.record = record }

  /// The finding for a request; a request that no measure understands gives a finding that says so.
  public func finding(for request: MeasureRequest) -> Finding {
    do {
      return try evaluate(request)
    } catch {
      return Finding(
        request, panel: .conduct, unit: .count, result: .notCovered(Reason(.undefined, String(describing: error))))
    }
  }

  /// The finding for a request.
  ///
  /// - Throws: `ArgumentError` for an unknown measure, an unknown or missing argument, or a value out of its range.
  public func evaluate(_ request: MeasureRequest) throws(ArgumentError) -> Finding {
    guard let measure = MeasureCatalogue.byName[request.measure] else {
      throw .unknownMeasure(request.measure, nearest: MeasureCatalogue.nearest(to: request.measure))
    }
    var values: [String: String] = [:]
    for argument in measure.arguments {
      if let given = request[argument.name] ?? argument.defaultValue { values[argument.name] = given }
    }
    let known = Set(measure.arguments.map(\.name))
    if let stray = request.arguments.keys.sorted().first(where: { !known.contains($0) }) {
      throw .unknownArgument(stray, measure: measure.name, allowed: measure.arguments.map(\.name))
    }
    return try measure.evaluate(record, Arguments(request, values: values))
  }
}

/// All measures of Entente by name.
public enum MeasureCatalogue {
  /// In the order in which they are listed.
  public static let all: [MeasureDefinition] =
    VoteMeasures.all + TradeMeasures.all + ArmsMeasures.all + InstitutionMeasures.all + CapabilityMeasures.all
    + RegimeMeasures.all + CommitmentMeasures.all + ConductMeasures.all

  public static let byName: [String: MeasureDefinition] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Measures whose name begins with or contains the same first part.
  static func nearest(to name: String) -> [String] {
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return all.map(\.name).filter { $0.hasPrefix(stem) || $0.hasSuffix("." + stem) }
  }
}
