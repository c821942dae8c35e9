import Evidence
import Partnership
import Treaties

/// Other ways to answer the same request: whose records, and under which coding.
///
/// The lists are declared here, not chosen with the result: a claim that leaves an argument open is read under all of its values.
struct Variations {
  struct Variation: Hashable {
    let label: String
    let request: MeasureRequest
  }

  /// The day on which the lists were fixed.
  static let declaredAt = "2026-11-27"

  /// Arguments that change whose records are read.
  private static let reporters: [String: (argument: String, values: [String])] = [
    "trade.ratio": ("basis", ["totals", "imports"]), "trade.exportShare": ("basis", ["partners", "mixed"]),
  ]

  /// Arguments that change how the same records are coded.
  private static let codings: [String: [(argument: String, values: [String])]] = [
    "votes.agreement": [("coding", Multiverse.codings), ("filter", Multiverse.filters)],
    "votes.thirdRank": [("coding", Multiverse.codings)],
    "trade.rank": [("blocs", ["none", "eu15-asean"])],
    "disputes.between": [("source", ["cow", "gml"])], "disputes.joined": [("source", ["cow", "gml"])],
    "regime.distance": [("measure", ["polyarchy", "polity2"])],
  ]

  let vocabulary: MeasureVocabulary
  let casework: Casework

  /// Requests for the same figure from other records; empty when the author named one.
  func reporters(of claim: Claim, _ request: MeasureRequest) -> [Variation] {
    guard let found = Self.reporters[request.measure], !claim.pinned.contains(found.argument) else { return [] }
    return found.values.map { vary(request, [(found.argument, $0)]) }
  }

  /// Requests for the same figure under other codings; empty when the author named all of them.
  func codings(of claim: Claim, _ request: MeasureRequest) -> [Variation] {
    if request.measure.hasPrefix("treaty."), !claim.pinned.contains("coder") { return coders(request) }
    let open = (Self.codings[request.measure] ?? []).filter { !claim.pinned.contains($0.argument) }
    guard !open.isEmpty else { return [] }
    var sets: [[(String, String)]] = [[]]
    for dimension in open {
      sets = sets.flatMap { set in dimension.values.map { set + [(dimension.argument, $0)] } }
    }
    return sets.map { vary(request, $0) }
  }

  /// The coders of a treaty, for measures that take one.
  private func coders(_ request: MeasureRequest) -> [Variation] {
    guard vocabulary[request.measure]?.argument("coder") != nil, let id = request["treaty"],
      let treaty = casework.treaties[id] ?? casework.treaties["entente:\(id)"]
    else { return [] }
    let names: [String] =
      switch request.measure {
      case "treaty.ended": treaty.ended.map(\.coder)
      case "treaty.entered": treaty.inForce.map(\.coder)
      case "treaty.deFactoEnd": treaty.deFactoEnd.map(\.coder)
      case "treaty.obligation":
        treaty.obligations.filter { $0.kind.rawValue == request["kind"] }.flatMap(\.readings).map(\.coder)
      default:
        request["as"] == "fact" ? treaty.deFactoEnd.map(\.coder) : (treaty.ended + treaty.inForce).map(\.coder)
      }
    return Set(names).sorted().map { vary(request, [("coder", $0)]) }
  }

  private func vary(_ request: MeasureRequest, _ values: [(String, String)]) -> Variation {
    var arguments = request.arguments
    for (name, value) in values { arguments[name] = value }
    return Variation(
      label: values.map { "\($0)=\($1)" }.joined(separator: " "),
      request: vocabulary.normalised(MeasureRequest(request.measure, arguments)))
  }

  /// Figures that others report of the same quantity.
  func cited(_ request: MeasureRequest) -> [CitedFigure] {
    casework.figures.filter { figure in
      figure.role == .record && figure.measures.contains { vocabulary.normalised($0) == request }
    }
  }
}
