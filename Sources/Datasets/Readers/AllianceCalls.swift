import Delimited
import Record

extension Reading {
  /// Wars in which an alliance could have been called on, with the outcome by each coder.
  mutating func allianceCalls() throws(DatasetError) -> [ReadTable] {
    let file = try required("calls")
    let outcomes = ["honorllm", "violatellm", "honorbf", "violatebf"]
    let table = try read(
      file,
      Delimited.Schema(
        [
          .integer("warid", missing: [], range: 1...99_999, acceptsDecimals: true), .text("warname", trims: true),
          .integer("atopid", missing: [], range: 1...99_999, acceptsDecimals: true),
          .integer("multilateral", missing: [], range: 0...1, acceptsDecimals: true),
        ]
          + outcomes.map { .integer($0, missing: ["", "NA", "."], range: 0...1, acceptsDecimals: true) }
          + Self.obligationColumns))
    let (wars, alliances) = (try integers(table, "warid"), try integers(table, "atopid"))
    let names = try texts(table, "warname")
    var rows: [Int] = []
    var years: [Int16] = []
    for row in try distinct(
      table, column: "atopid", expected: "each alliance once a war", { [wars[$0], alliances[$0]] })
    {
      let name = names[row] ?? ""
      guard let year = Self.year(ofWar: name) else {
        try reject(table, row: row, column: "warname", found: name, expected: "a name with the year of the war")
        continue
      }
      rows.append(row)
      years.append(Int16(year))
    }
    let (kinds, multilateral) = (try kinds(table), try integers(table, "multilateral"))
    let leeds = try outcome(table, honoured: "honorllm", violated: "violatellm")
    let berkemeier = try outcome(table, honoured: "honorbf", violated: "violatebf")
    let span = span(years.map { Int32($0) }) ?? 1816...2003
    return [
      try make(
        AllianceCalls.self,
        ColumnSet([
          ("war", .int32(rows.map { wars[$0] })), ("war_name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("start_year", .int16(years)), ("alliance", .int32(rows.map { alliances[$0] })),
          ("kinds", .uint8(rows.map { kinds[$0] })), ("multilateral_war", .uint8(rows.map { UInt8(multilateral[$0]) })),
          ("outcome_leeds", .uint8(rows.map { leeds[$0] })),
          ("outcome_berkemeier", .uint8(rows.map { berkemeier[$0] })),
        ]), years: self.years("2018-03-03", rows: span), version: "2018-03-03")
    ]
  }

  /// 1 honoured, 0 violated, 2 neither: the alliance was not called on.
  private func outcome(
    _ table: Delimited.Table, honoured: String, violated: String
  ) throws(DatasetError) -> [UInt8] {
    zip(try integers(table, honoured), try integers(table, violated)).map { $0 == 1 ? 1 : $1 == 1 ? 0 : 2 }
  }

  /// The year in which a war began: the first four digits of its name; the world wars have none.
  static func year(ofWar name: String) -> Int? {
    switch name {
    case "WorldWarI": return 1914
    case "WorldWarII": return 1939
    default: break
    }
    var digits = ""
    for character in name {
      if character.isASCII, character.isNumber {
        digits.append(character)
        if digits.count == 4 { return Int(digits) }
      } else {
        digits = ""
      }
    }
    return nil
  }
}
