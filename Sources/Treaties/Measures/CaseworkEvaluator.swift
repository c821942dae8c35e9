import Evidence

/// Answers measure requests about coded treaties, case files and cited figures: `treaty.*`, `case.*`, `cited.*`.
///
/// - Complexity: O(coded items) a request.
public struct CaseworkEvaluator: Evaluator {
  private let casework: Casework

  public init(_ casework: Casework) { self.casework = casework }

  static let all: [CaseworkMeasure] = TreatyMeasures.all + CaseMeasures.all + [CitedMeasure.figure]

  private static let byName = Dictionary(
    all.map { ($0.signature.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// How each measure is called, in the order in which they are listed.
  public static let signatures: [MeasureSignature] = all.map(\.signature)

  /// Whether the measure is one of coded things.
  public static func answers(_ measure: String) -> Bool { byName[measure] != nil }

  /// The finding for a request; one that cannot be understood gives a finding that says so.
  public func finding(for request: MeasureRequest) -> Finding {
    do {
      return try evaluate(request)
    } catch {
      let known = Self.byName[request.measure]?.signature
      return Finding(
        request, panel: known?.panel ?? .commitments, unit: known?.unit ?? .count,
        result: .notCovered(Reason(.undefined, "\(error)")))
    }
  }

  /// The finding for a request.
  ///
  /// - Throws: `CaseworkMeasureError` for an unknown measure, argument or value, such as a treaty that is not coded.
  public func evaluate(_ request: MeasureRequest) throws(CaseworkMeasureError) -> Finding {
    guard let measure = Self.byName[request.measure] else { throw .unknownMeasure(request.measure) }
    let known = measure.signature
    let names = known.arguments.map(\.name)
    if let stray = request.arguments.keys.sorted().first(where: { !names.contains($0) }) {
      throw .unknownArgument(stray, measure: known.name, allowed: names)
    }
    var values = request.arguments
    for argument in known.arguments where values[argument.name] == nil {
      values[argument.name] = argument.defaultValue
    }
    for argument in known.arguments where argument.defaultValue == nil && values[argument.name] == nil {
      throw .missing(argument.name, measure: known.name)
    }
    let answer = try measure.answer(casework, CaseworkArguments(request: request, values: values))
    return Finding(
      request, panel: known.panel, unit: answer.unit ?? known.unit, result: answer.result, items: answer.items,
      notes: answer.notes)
  }
}
