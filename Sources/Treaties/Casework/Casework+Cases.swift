import StateSystem

extension Casework {
  /// The case file that speaks to a triad on a day: of those that have begun, the one that began last; `nil` when none
  /// has.
  public func caseFile(of triad: Triad, on day: Day) -> CaseFile? {
    cases(of: triad)
      .compactMap { file in file.period.earliest.map { (start: $0, file: file) } }
      .filter { $0.start <= day }
      .max { ($0.start, $0.file.id) < ($1.start, $1.file.id) }?.file
  }
}

extension CaseFile {
  /// Pledges, tests, answers and ends that carry a date.
  public var datedItems: Int {
    pledges.count + tests.count + tests.reduce(0) { $0 + $1.responses.count } + deFactoEnds.count
  }
}
