import Delimited
import Record

extension Reading {
  /// Length and reciprocation of the disputes of a file that has them; `nil` for another.
  ///
  /// The file was read before for its summaries: rows rejected there are not counted again.
  mutating func disputeDurations(_ file: InputFile, version: String) throws(DatasetError) -> ReadTable? {
    let names = Set(try header(of: file).map { $0.lowercased() })
    guard names.contains("mindur"), names.contains("maxdur") else { return nil }
    let days = { (name: String) in Delimited.Column.integer(name, missing: ["", "-9", "NA"], range: 0...99_999) }
    var again = Reading(entry: entry, files: files, mode: .collect, workers: workers)
    let table = try again.read(
      file,
      [
        .integer("dispnum", or: ["disno"], missing: [], range: 1...99_999), days("mindur"), days("maxdur"),
        .integer("recip", missing: ["", "-9", "NA"], range: 0...1, optional: true),
      ])
    let (numbers, shortest, longest) = (
      try integers(table, "dispnum"), try integers(table, "mindur"), try integers(table, "maxdur")
    )
    let reciprocated = table.has("recip") ? try integers(table, "recip") : []
    var seen: Set<Int32> = []
    let rows = numbers.indices.filter { seen.insert(numbers[$0]).inserted }.sorted { numbers[$0] < numbers[$1] }
    func known(_ value: Int32) -> Int32 { value == .min ? -9 : value }
    return try make(
      DisputeDurations.self,
      ColumnSet([
        ("number", .int32(rows.map { numbers[$0] })), ("shortest", .int32(rows.map { known(shortest[$0]) })),
        ("longest", .int32(rows.map { known(longest[$0]) })),
        ("reciprocated", .int16(rows.map { reciprocated.isEmpty ? -9 : Self.code(reciprocated[$0]) })),
      ]),
      years: years(version, rows: 1816...2014), version: version)
  }
}
