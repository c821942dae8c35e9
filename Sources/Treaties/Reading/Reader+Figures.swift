import Evidence
import StateSystem
import Yams

enum FigureFileKey: String, FieldName { case bibliography, figures }

enum FigureKey: String, FieldName {
  case id, what, value, unit, time, reporter, states, role, measures, source, note
}

extension Reader {
  func figures(_ root: Entry) -> ([CitedFigure], [CitedSource]) {
    guard let fields = Fields<FigureFileKey>(root, log: log) else { return ([], []) }
    let bibliography = fields.list(.bibliography).compactMap(source)
    return (fields.nonEmptyList(.figures).compactMap(figure), bibliography)
  }

  private func figure(_ entry: Entry) -> CitedFigure? {
    guard let fields = Fields<FigureKey>(entry, log: log) else { return nil }
    let id = self.id(fields, .id, of: .figure)
    let what = fields.text(.what)
    let value = fields.required(.value).flatMap { $0.number(log) }
    let unit = fields.choice(.unit, of: Unit.self)
    let time = fields.date(.time)
    let reporter = fields.text(.reporter)
    let states = self.states(fields.nonEmptyList(.states), on: time?.latest ?? time?.earliest)
    let role = fields.choice(.role, of: CitedFigure.Role.self)
    let measures = fields.list(.measures).compactMap(measure)
    let source = fields.required(.source).flatMap(citation)
    let note = fields.optionalText(.note)
    guard let id, let what, let value, let unit, let time, let reporter, let role, let source else { return nil }
    return CitedFigure(
      id: id, what: what, value: value, unit: unit, time: time, reporter: reporter, states: states, role: role,
      measures: measures, source: source, note: note)
  }

  private func measure(_ entry: Entry) -> MeasureRequest? {
    guard let text = entry.text(log) else { return nil }
    if let request = MeasureRequest(text) { return request }
    log.report(
      "found \(entry.found), expected a measure with its arguments", at: entry.place,
      suggestion: "write it as trade.rank of=RUS for=CHN year=2001")
    return nil
  }
}
