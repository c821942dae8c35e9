import Testing

@testable import Charts

struct DataTableTests {
  @Test func quotesWhatMustBeQuoted() {
    let table = DataTable(
      columns: ["a,b", "c"], rows: [[.text("say \"no\"\nnow"), .number(0.1)], [.text(" x"), .missing]])
    #expect(table.csv == "\"a,b\",c\n\"say \"\"no\"\"\nnow\",0.1\n\" x\",\n")
  }

  @Test func everyTableIsRectangular() {
    for (name, figure) in LayoutLawsTests.samples + Extremes.figures {
      for row in figure.table.rows { #expect(row.count == figure.table.columns.count, "\(name)") }
    }
  }

  @Test func csvHoldsTheNumbersThatWereGiven() {
    let rows = Samples.strip.figure.table.rows
    #expect(rows[1][2] == .number(0.787) && rows[1][3] == .number(0.65) && rows[1][4] == .number(0.88))
    #expect(rows[3][2] == .missing && rows[3][5] == .text("not covered: fewer than five roll calls in this session"))
    let dumbbell = Samples.dumbbell.figure.table
    #expect(dumbbell.rows[0].last == .number(160_553.0 / 9865))
    #expect(Samples.rank.figure.csv.contains("USA for Russia,1997,,,,not covered\n"))
  }

  @Test func missingIsNeverZero() {
    for reading in [Reading.absent("not covered"), .value(.nan), .value(.infinity)] {
      #expect(reading.cells.prefix(3) == [.missing, .missing, .missing])
    }
    #expect(Reading.absent("").reason == "no data")
    #expect(Reading.value(.nan).reason == "not a finite number")
    #expect(Reading.value(1, low: 3, high: 0).interval == 0...3)
  }

  @Test func htmlTablesHaveHeadersAndCaption() {
    let html = DataTable(columns: ["a<b"], rows: [[.number(1)], [.text("<x>")]]).html(caption: "A & B")
    #expect(html.contains("<caption>A &amp; B</caption>"))
    #expect(html.contains("<th scope=\"col\">a&lt;b</th>"))
    #expect(html.contains("<td class=\"number\">1</td>") && html.contains("<td>&lt;x&gt;</td>"))
  }
}
