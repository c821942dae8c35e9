import Evidence
import Partnership
import StateSystem

/// Reads one use of a binding into a claim; every fault is located.
struct ClaimReader {
  let source: SourceText
  let vocabulary: MeasureVocabulary
  let use: Markdown.Use
  let number: Int
  let binding: RawBinding
  /// The day on which expectations were fixed, for claims that do not say.
  let declaredAt: Day?

  typealias Pair = BindingBody.Pair

  struct Fault: Error {
    let offset: Int
    let problem: String
    var advice: String?
  }

  /// - Throws: the first fault, with the offset at which it stands.
  func claim() throws(Fault) -> Claim {
    let body: BindingBody
    do {
      body = try BindingBody(source, binding.body)
    } catch {
      throw Fault(offset: error.offset, problem: error.problem, advice: error.advice)
    }
    guard !use.text.allSatisfy(\.isWhitespace) else {
      throw Fault(
        offset: binding.whole.lowerBound, problem: "the claim has no words",
        advice: "write the words it is about in the brackets")
    }
    var keys: [ClaimKey: Pair] = [:]
    var arguments: [Pair] = []
    for pair in body.pairs {
      if let key = ClaimKey(rawValue: pair.name) { keys[key] = pair } else { arguments.append(pair) }
    }
    if body.head == "none" { return try uncoded(body, keys, arguments) }
    let (request, unit) = try self.request(body, arguments)
    let expectation = try ExpectationReader(
      source: source, request: request, measureUnit: unit, keys: keys, text: use.text, textOffset: use.offset
    ).expectation()
    return Claim(
      number: number, label: binding.label ?? keys[.id]?.value, text: use.text, place: source.place(use.offset),
      bindingPlace: source.place(binding.whole.lowerBound), expectationPlace: source.place(expectation.offset),
      basis: .measure(request, unit: unit), expectation: expectation.value,
      declaredVerdict: try verdict(keys[.verdict]), declaredAt: try day(keys[.declaredAt]) ?? declaredAt,
      reporter: try reporter(keys[.reporter]), pinned: Set(arguments.map(\.name)))
  }

  private func uncoded(_ body: BindingBody, _ keys: [ClaimKey: Pair], _ arguments: [Pair]) throws(Fault) -> Claim {
    if let stray = arguments.first ?? keys.first(where: { ![.because, .id].contains($0.key) })?.value {
      throw Fault(
        offset: stray.offset, problem: "\"\(stray.name)\" is not understood after claim:none",
        advice: "claim:none takes because=\"…\" and id=…")
    }
    guard let because = keys[.because]?.value, !because.isEmpty else {
      throw Fault(
        offset: body.headOffset, problem: "claim:none does not say why nothing can be measured",
        advice: "add because=\"…\"")
    }
    return Claim(
      number: number, label: binding.label ?? keys[.id]?.value, text: use.text, place: source.place(use.offset),
      bindingPlace: source.place(binding.whole.lowerBound), expectationPlace: source.place(use.offset),
      basis: .uncoded(because: because), expectation: Expectation(), declaredVerdict: .noPublicCoding,
      declaredAt: declaredAt, reporter: .any, pinned: [])
  }

  /// The measure request, its names and values checked.
  private func request(_ body: BindingBody, _ arguments: [Pair]) throws(Fault) -> (MeasureRequest, Unit) {
    guard let signature = vocabulary[body.head] else {
      let near = vocabulary.nearest(to: body.head)
      throw Fault(
        offset: body.headOffset, problem: "there is no measure \"\(body.head.prefix(60))\"",
        advice: near.isEmpty ? "`entente measures` lists them" : "did you mean \(near.joined(separator: " or "))?")
    }
    let names = signature.arguments.map(\.name)
    for pair in arguments where !names.contains(pair.name) {
      let known = names + ClaimKey.allCases.map(\.rawValue)
      let near = EditDistance.nearest(to: pair.name, among: known).map { "did you mean \"\($0)\"?" }
      throw Fault(
        offset: pair.offset, problem: "\(signature.name) has no argument \"\(pair.name.prefix(40))\"",
        advice: near ?? "it takes \(names.joined(separator: ", "))")
    }
    for pair in arguments where pair.value.contains(where: \.isWhitespace) {
      throw Fault(
        offset: pair.valueOffset, problem: "the value of \"\(pair.name)\" contains a space",
        advice: "name a state by its code, such as CHN")
    }
    for argument in signature.arguments where argument.defaultValue == nil {
      guard arguments.contains(where: { $0.name == argument.name }) else {
        throw Fault(
          offset: body.headOffset, problem: "\(signature.name) needs the argument \"\(argument.name)\"",
          advice: "\(argument.name): \(argument.meaning); for example \(signature.example)")
      }
    }
    let values = Dictionary(arguments.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let request = MeasureRequest(signature.name, values)
    if let fault = vocabulary.fault(request) {
      let at = arguments.first { $0.name == fault.argument }?.valueOffset ?? body.headOffset
      throw Fault(offset: at, problem: fault.problem, advice: "for example \(signature.example)")
    }
    return (vocabulary.normalised(request), vocabulary.unit(of: request))
  }

  private func verdict(_ pair: Pair?) throws(Fault) -> Verdict? {
    guard let pair else { return nil }
    guard let verdict = Verdict(key: pair.value) else {
      throw Fault(
        offset: pair.valueOffset, problem: "there is no verdict \"\(pair.value.prefix(40))\"",
        advice: "it is one of \(Verdict.allCases.map(\.key).joined(separator: ", "))")
    }
    return verdict
  }

  private func day(_ pair: Pair?) throws(Fault) -> Day? {
    guard let pair else { return nil }
    guard let day = Day(pair.value) else {
      throw Fault(
        offset: pair.valueOffset, problem: "found \"\(pair.value.prefix(40))\", expected a day such as 2026-11-23")
    }
    return day
  }

  private func reporter(_ pair: Pair?) throws(Fault) -> Reporter {
    guard let pair else { return .any }
    if pair.value == "any" { return .any }
    if pair.value == "record" { return .record }
    do { return .state(try State.find(pair.value, on: nil).id) } catch {
      throw Fault(
        offset: pair.valueOffset,
        problem: "found the reporter \"\(pair.value.prefix(40))\", expected record, any or a state such as CHN")
    }
  }
}
