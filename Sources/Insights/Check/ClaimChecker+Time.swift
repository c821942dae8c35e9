import Evidence

extension ClaimChecker {
  /// Whether all conditions hold; `nil` when one of them cannot be answered.
  func holds(_ value: MeasuredValue, _ request: MeasureRequest, _ expectation: Expectation) -> Bool? {
    var all = true
    for condition in expectation.conditions {
      let answer =
        condition.holds(for: value, throughout: expectation.throughout)
        ?? overTime(condition, value, request, expectation)
      guard let answer else { return nil }
      all = all && answer
    }
    return all
  }

  /// Conditions that compare with other times.
  private func overTime(
    _ condition: Condition, _ now: MeasuredValue, _ request: MeasureRequest, _ expectation: Expectation
  ) -> Bool? {
    switch condition {
    case .rose(let since): return value(request, at: since, expectation).map { isHigher(now, than: $0) }
    case .fell(let since): return value(request, at: since, expectation).map { isHigher($0, than: now) }
    case .highest(let since):
      return earlier(request, since, expectation)?.allSatisfy { isHigher(now, than: $0) }
    case .lowest(let since):
      return earlier(request, since, expectation)?.allSatisfy { isHigher($0, than: now) }
    case .first(let since): return isFirst(since, request, expectation)
    default: return nil
    }
  }

  /// Whether the other conditions held at `since` and at no covered time between then and now.
  private func isFirst(_ since: Int, _ request: MeasureRequest, _ expectation: Expectation) -> Bool? {
    let others = expectation.conditions.filter { if case .first = $0 { false } else { true } }
    func hold(_ value: MeasuredValue) -> Bool {
      others.allSatisfy { $0.holds(for: value, throughout: expectation.throughout) == true }
    }
    guard let then = value(request, at: String(since), expectation) else { return nil }
    guard let between = earlier(request, since + 1, expectation) else { return nil }
    return hold(then) && !between.contains(where: hold)
  }

  /// A rank nearer to the first is higher.
  private func isHigher(_ a: MeasuredValue, than b: MeasuredValue) -> Bool {
    a.unit == .rank ? a.value < b.value : a.value > b.value
  }

  private func value(_ request: MeasureRequest, at time: String, _ expectation: Expectation) -> MeasuredValue? {
    guard let name = TimeArgument.name(in: request) else { return nil }
    let other = MeasureRequest(request.measure, request.arguments.merging([name: time]) { _, new in new })
    return expectation.read.read(evaluator.finding(for: other)).value
  }

  /// The covered values from `since` up to the time before the request's; `nil` when none is covered.
  private func earlier(_ request: MeasureRequest, _ since: Int, _ expectation: Expectation) -> [MeasuredValue]? {
    guard let name = TimeArgument.name(in: request), let now = Int(request[name] ?? ""), since <= now else {
      return nil
    }
    if since == now { return [] }
    guard now - since <= 300 else { return nil }
    let found = (since..<now).compactMap { value(request, at: String($0), expectation) }
    return found.isEmpty ? nil : found
  }
}
