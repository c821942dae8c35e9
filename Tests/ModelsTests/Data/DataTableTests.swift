import Testing

@testable import Models

@Suite struct DataTableTests {
  private func read(_ text: String, _ columns: [String], asText: Set<String> = []) throws -> DataTable {
    try DataTable(reading: .bytes(Array(text.utf8), name: "t.csv"), format: .csv, columns: columns, asText: asText)
  }

  @Test func numbersAndTextsAreToldApart() throws {
    let table = try read("a,b,c\n1,x,NA\n.,y,2.5\n", ["a", "b", "c"])
    guard case .numbers(let a)? = table.columns["a"], case .texts(let codes, let levels)? = table.columns["b"],
      case .numbers(let c)? = table.columns["c"]
    else {
      Issue.record("wrong kinds")
      return
    }
    #expect(a[0] == 1 && a[1].isNaN)
    #expect(codes == [0, 1] && levels == ["x", "y"])
    #expect(c[0].isNaN && c[1] == 2.5)
  }

  @Test func aColumnOfBothIsAnErrorWithItsLine() {
    do {
      _ = try read("a\n1\n2\nthree\n4\n", ["a"])
      Issue.record("accepted")
    } catch ModelError.mixedColumn(let name, let file, let line, let found) {
      #expect(name == "a" && file == "t.csv" && line == 4 && found == "\"three\"")
    } catch {
      Issue.record("\(error)")
    }
    #expect(throws: Never.self) { try read("a\n1\n2\nthree\n4\n", ["a"], asText: ["a"]) }
  }
}
