import Evidence
import Record
import StateSystem

/// The militarised disputes in which two states stood on opposite sides.
///
/// Formula: the number of different dispute numbers with a directed row from one to the other whose year lies in the range. Range 0 and up;
/// more is more conflict. Missing: years outside the dataset are left out and the note says so; none inside, not covered.
/// Complexity: O(rows). Source: Palmer et al. (2021), doi:10.1177/0738894221995743; Gibler, Miller and Little (2016),
/// doi:10.1093/isq/sqw045. Not for: intensity; a dispute of one day counts as much as a war.
enum DisputesBetween {
  static let definition = MeasureDefinition(
    indexed: "disputes.between", panel: .conduct, unit: .count,
    summary: "Militarised disputes with two states on opposite sides, by dispute number.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("years", "a year or a range, 1990-2004"),
      .init("source", "cow or gml", default: "cow"),
    ],
    example: "disputes.between a=CHN b=USA years=1990-2004"
  ) { prepared, arguments throws(ArgumentError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    let asked = try arguments.range("years")
    func finding(
      _ result: Covered<Estimate>, _ items: [Finding.Item] = [], _ percentiles: [Percentile] = [], notes: [String] = []
    ) -> Finding {
      Finding(
        arguments.request, panel: .conduct, unit: .count, result: result, percentiles: percentiles, items: items,
        notes: notes)
    }
    let (source, name) = try DisputeSource.choose(prepared.record, arguments)
    guard let sourced = source else { return finding(.notCovered(.notInstalled(name))) }
    let overlap = Reason.overlap(asked, sourced.years, name)
    guard let years = overlap.value else { return finding(overlap.flatMap { _ in .notCovered(.notInstalled(name)) }) }
    let (index, _) = prepared.disputes(sourced, years: years)
    let numbers = index.disputes(of: a.id, against: b.id)
    let items = numbers.map { index.item($0, of: a.id, against: b.id, detail: "opposite sides") }
    let estimate = Estimate(
      Double(numbers.count), method: "count of dispute numbers; a census, without interval",
      sources: [
        sourced.source(
          "dispnum in {\(numbers.map(String.init).joined(separator: ", "))}, ccode1=\(a.id), ccode2=\(b.id)",
          count: numbers.count)
      ])
    let percentile = prepared.disputeCounts(sourced, years: years).flatMap {
      Percentile(of: estimate, inSorted: $0, comparison: "all dyads of states that were members in \(years.upperBound)")
    }
    let earlier = DisputeIndex.counts(
      sourced.table, of: a.id, against: b.id, in: years.earlier(within: sourced.years))
    let history = ComparisonClass.history(
      "the pair's own earlier spans of the same length", earlier: earlier, present: estimate.value
    )?.place(estimate)
    let notes =
      years == asked ? [] : ["\(name) covers \(years.lowerBound)-\(years.upperBound) of the years asked about"]
    return finding(.covered(estimate), items, [percentile, history].compactMap { $0 }, notes: notes)
  }
}

/// Which coding of the disputes a request asks for.
enum DisputeSource {
  static func choose(_ record: Record, _ arguments: Arguments) throws(ArgumentError) -> (Sourced<Disputes>?, String) {
    try arguments.choice("source", ["cow", "gml"]) == "gml"
      ? (record.disputesGML, "gml-mid") : (record.disputes, "cow-mid")
  }
}
