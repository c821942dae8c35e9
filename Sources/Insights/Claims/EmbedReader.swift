import Evidence
import StateSystem

/// Reads the binding of a figure or table.
struct EmbedReader {
  static let mostLines = 12
  static let mostTimes = 200

  let source: SourceText
  let vocabulary: MeasureVocabulary
  let use: Markdown.Use
  let binding: RawBinding

  typealias Fault = ClaimReader.Fault

  func embed() throws(Fault) -> Embed {
    let body: BindingBody
    do { body = try BindingBody(source, binding.body) } catch {
      throw Fault(offset: error.offset, problem: error.problem, advice: error.advice)
    }
    guard let signature = vocabulary[body.head] else {
      let near = vocabulary.nearest(to: body.head)
      throw Fault(
        offset: body.headOffset, problem: "there is no measure \"\(body.head.prefix(60))\"",
        advice: near.isEmpty ? "`entente measures` lists them" : "did you mean \(near.joined(separator: " or "))?")
    }
    guard !use.text.allSatisfy(\.isWhitespace) else {
      throw Fault(
        offset: use.offset, problem: "the \(binding.scheme.rawValue) has no caption", advice: "write ![caption](…)")
    }
    let arguments = body.pairs.filter { $0.name != "labels" }
    try checkNames(arguments, signature, body)
    let (timeArgument, times) = try time(arguments)
    let lines = try lines(
      arguments.filter { $0.name != timeArgument }, labels: body.pairs.first { $0.name == "labels" })
    let embed = Embed(
      kind: binding.scheme == .figure ? .figure : .table, caption: use.text, place: source.place(use.offset),
      measure: signature.name, summary: signature.summary, unit: signature.unit, lines: lines,
      timeArgument: timeArgument, times: times)
    if embed.kind == .figure, times.count < 2 {
      throw Fault(
        offset: body.headOffset, problem: "the figure has no axis of time",
        advice: "write year=1990..2001, or use table:")
    }
    for line in lines {
      guard let first = embed.requests(line).first, let fault = vocabulary.fault(first.request) else { continue }
      let at = body.pairs.first { $0.name == fault.argument }?.valueOffset ?? body.headOffset
      throw Fault(offset: at, problem: fault.problem, advice: "for example \(signature.example)")
    }
    return embed.normalised(vocabulary)
  }

  private func checkNames(_ pairs: [BindingBody.Pair], _ signature: MeasureSignature, _ body: BindingBody)
    throws(Fault)
  {
    let names = signature.arguments.map(\.name)
    for pair in pairs {
      guard names.contains(pair.name) else {
        throw Fault(
          offset: pair.offset, problem: "\(signature.name) has no argument \"\(pair.name.prefix(40))\"",
          advice: "it takes \(names.joined(separator: ", "))")
      }
      guard !pair.value.contains(where: \.isWhitespace) else {
        throw Fault(offset: pair.valueOffset, problem: "the value of \"\(pair.name)\" contains a space")
      }
    }
    for argument in signature.arguments
    where argument.defaultValue == nil && !pairs.contains(where: { $0.name == argument.name }) {
      throw Fault(
        offset: body.headOffset, problem: "\(signature.name) needs the argument \"\(argument.name)\"",
        advice: "for example \(signature.example)")
    }
  }

  private func time(_ pairs: [BindingBody.Pair]) throws(Fault) -> (String?, [Int]) {
    guard let pair = pairs.first(where: { ["year", "sessions"].contains($0.name) && $0.value.contains("..") }) else {
      return (nil, [])
    }
    let ends = pair.value.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first > 0, first <= last,
      last - first < Self.mostTimes
    else {
      throw Fault(
        offset: pair.valueOffset,
        problem: "found \(pair.name)=\(pair.value.prefix(40)), expected a range such as 1990..2001",
        advice: "at most \(Self.mostTimes) steps")
    }
    return (pair.name, Array(first...last))
  }

  /// Values with `|` go together: the first of each makes the first line. A single value holds for all lines.
  private func lines(_ pairs: [BindingBody.Pair], labels: BindingBody.Pair?) throws(Fault) -> [Embed.Line] {
    let lists = pairs.map { pair in (pair, pair.value.split(separator: "|").map(String.init)) }
    let count = lists.map(\.1.count).max() ?? 1
    guard count <= Self.mostLines else {
      throw Fault(offset: binding.body.lowerBound, problem: "more than \(Self.mostLines) lines", advice: "draw fewer")
    }
    for (pair, values) in lists where values.count != 1 && values.count != count {
      throw Fault(
        offset: pair.valueOffset, problem: "\(pair.name) has \(values.count) values and another argument \(count)",
        advice: "write one value, or as many as the others")
    }
    let lines = (0..<count).map { index in
      let chosen = lists.map { pair, values in
        (pair.name, values.count == 1 ? values[0] : values[index], values.count > 1)
      }
      return (
        names: chosen.filter(\.2).map { Self.label($0.1) },
        arguments: Dictionary(chosen.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
      )
    }
    let given = labels?.value.split(separator: "|").map(String.init) ?? []
    if let labels, given.count != lines.count {
      throw Fault(
        offset: labels.valueOffset, problem: "\(given.count) labels for \(lines.count) lines",
        advice: "separate them with |")
    }
    return lines.enumerated().map { index, line in
      Embed.Line(
        label: given.indices.contains(index) ? given[index] : line.names.joined(separator: ", "),
        arguments: line.arguments)
    }
  }

  private static func label(_ value: String) -> String {
    guard let state = try? State.find(value, on: nil), value.count <= 4 else { return value }
    return state.name == "United States of America" ? "United States" : state.name
  }
}

extension Embed {
  /// The same with arguments left out that say what is so by default.
  func normalised(_ vocabulary: MeasureVocabulary) -> Embed {
    Embed(
      kind: kind, caption: caption, place: place, measure: measure, summary: summary, unit: unit,
      lines: lines.map {
        Line(label: $0.label, arguments: vocabulary.normalised(MeasureRequest(measure, $0.arguments)).arguments)
      }, timeArgument: timeArgument, times: times)
  }
}
