import Evidence
import Record

/// Answers measure requests from a record.
///
/// Copies share the indices that measures make of the record, so one evaluator should answer all requests of a brief. It may be
/// asked from several threads at once; the answers do not depend on the order of the questions.
public struct RecordEvaluator: Evaluator {
  package let prepared: PreparedRecord

  public init(_ record: Record) { prepared = PreparedRecord(record) }

  public var record: Record { prepared.record }

  /// The finding for a request; a request that no measure understands gives a finding that says so.
  public func finding(for request: MeasureRequest) -> Finding {
    do {
      return try evaluate(request)
    } catch {
      let measure = MeasureCatalogue.byName[request.measure]
      return Finding(
        request, panel: measure?.panel ?? .conduct, unit: measure?.unit ?? .count,
        result: .notCovered(Reason(.undefined, String(describing: error))))
    }
  }

  /// The finding for a request.
  ///
  /// - Throws: `ArgumentError` for an unknown measure, an unknown or missing argument, or a value out of its range.
  public func evaluate(_ request: MeasureRequest) throws(ArgumentError) -> Finding {
    guard let measure = MeasureCatalogue.byName[request.measure] else {
      throw .unknownMeasure(request.measure, nearest: MeasureCatalogue.nearest(to: request.measure))
    }
    let names = measure.arguments.map(\.name)
    if let stray = request.arguments.keys.sorted().first(where: { !names.contains($0) }) {
      throw .unknownArgument(stray, measure: measure.name, allowed: names)
    }
    var values = request.arguments
    for argument in measure.arguments where values[argument.name] == nil {
      values[argument.name] = argument.defaultValue
    }
    return try measure.evaluate(prepared, Arguments(request, values: values))
  }
}
