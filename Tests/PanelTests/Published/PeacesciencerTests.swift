import Delimited
import Evidence
import Record
import Testing

@testable import Panel

/// Every cell of the reference rows: directed dyad-years 1816-2016 among five powers, as peacesciencer (1.2.9) gives them.
@Suite(.peacesciencer) struct PeacesciencerTests {
  /// Name in the reference rows and in the panel.
  static let columns: [(theirs: String, ours: String)] = [
    ("cowmidonset", "cowmidonset"), ("cowmidongoing", "cowmidongoing"), ("gmlmidonset", "gmlmidonset"),
    ("gmlmidongoing", "gmlmidongoing"), ("init1", "gml_init1"), ("init2", "gml_init2"), ("sidea1", "gml_sidea1"),
    ("sidea2", "gml_sidea2"), ("orig1", "gml_orig1"), ("orig2", "gml_orig2"), ("atop_alliance", "atop_alliance"),
    ("atop_defense", "atop_defense"), ("atop_offense", "atop_offense"), ("atop_neutral", "atop_neutral"),
    ("atop_nonagg", "atop_nonagg"), ("atop_consul", "atop_consul"), ("flow1", "flow1"), ("flow2", "flow2"),
    ("smoothflow1", "smoothflow1"), ("smoothflow2", "smoothflow2"), ("milex1", "milex1"), ("milper1", "milper1"),
    ("irst1", "irst1"), ("pec1", "pec1"), ("tpop1", "tpop1"), ("upop1", "upop1"), ("cinc1", "cinc1"),
    ("milex2", "milex2"), ("milper2", "milper2"), ("irst2", "irst2"), ("pec2", "pec2"), ("tpop2", "tpop2"),
    ("upop2", "upop2"), ("cinc2", "cinc2"), ("dyadigos", "dyadigos"), ("conttype", "conttype"),
    ("cowmaj1", "cowmaj1"), ("cowmaj2", "cowmaj2"), ("tssr_id", "tssr_id"), ("positional", "positional"),
    ("spatial", "spatial"), ("ideological", "ideological"), ("interventionary", "interventionary"),
    ("ongoingrivalry", "ongoingrivalry"), ("cowmidspell", "cowmidspell"), ("gmlmidspell", "gmlmidspell"),
  ]

  static let request = PanelRequest(
    unit: .directedDyadYear, years: 1816...2016,
    add: [
      "mids", "gml-mids", "gml-mid-details", "atop", "trade", "nmc", "igos", "contiguity", "majors", "rivalries",
      "peace-years",
    ])

  static let table = Result { try PanelTable.assembled(request, from: try PublishedPanel.record.get()) }

  @Test func everyDirectedDyadYear() throws {
    #expect(try Self.table.get().rowCount == 1_912_290)
  }

  @Test func everyCell() throws {
    let panel = try Self.table.get()
    let schema = Delimited.Schema(
      [.integer("ccode1"), .integer("ccode2"), .integer("year")] + Self.columns.map { .number($0.theirs) })
    let theirs = try Delimited.read(.file(PublishedPanel.reference), schema: schema, mode: .strict)
    let dyads = DyadYears(SystemYears(1816...2016), directed: true)
    let (ones, twos, years) = (
      try theirs.integers("ccode1"), try theirs.integers("ccode2"), try theirs.integers("year")
    )
    #expect(theirs.rowCount == 2_486)
    for (name, ours) in Self.columns {
      let expected = try theirs.numbers(name)
      let column = try #require(panel.column(ours), "\(ours)")
      var differences: [String] = []
      for i in expected.indices {
        let row = try #require(dyads.row(UInt16(ones[i]), UInt16(twos[i]), year: Int(years[i])))
        let found = column.number(at: row).value
        let isSame = found.map { abs($0 - expected[i]) <= 1e-9 * max(1, abs(expected[i])) } ?? expected[i].isNaN
        if !isSame {
          differences.append(
            "\(ones[i])>\(twos[i]) \(years[i]): \(found.map { "\($0)" } ?? "none"), theirs \(expected[i])")
        }
      }
      #expect(differences.isEmpty, "\(ours): \(differences.count) of \(expected.count), \(differences.prefix(4))")
    }
  }
}
