import Statistics
import Testing

@testable import Models

@Suite struct FittedModelTests {
  @Test func countsMissingRowsByVariable() throws {
    let model = try Panel.fit(.ols, "y ~ log(x) + z + region")
    let missing = Dictionary(uniqueKeysWithValues: model.frame.missing.map { ($0.variable, $0.rows) })
    #expect(missing == ["z": 17, "region": 9, "log(x)": 2])
    #expect(model.frame.totalRows == 400)
    #expect(model.frame.droppedRows == 400 - model.frame.keptRows.count)
  }

  @Test func infinityIsAnErrorWithItsLine() {
    let text = "y,x\n1,2\n0,3\n1,0\n0,1\n"
    do {
      let request = ModelRequest(.ols, try Formula("y ~ log(x)"))
      let table = try DataTable(
        reading: .bytes(Array(text.utf8), name: "t.csv"), format: .csv, columns: request.columns)
      _ = try FittedModel(request, data: table)
      Issue.record("accepted")
    } catch ModelError.notFinite(let expression, let line) {
      #expect(expression == "log(x)" && line == 4)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func theOutcomeOfALogitIsAProbability() {
    do {
      _ = try Panel.fit(.logit, "w ~ x")
      Issue.record("accepted")
    } catch ModelError.outcome(let expression, let line, let value, _) {
      #expect(expression == "w" && line == 2 && value == 4)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func survivalModelsAgreeWithR() throws {
    let panel = try Panel()
    let model = try Panel.fit(
      .cox, "Surv(start, stop, y) ~ z + factor(w) + strata(region)", errors: .clustered([["dyad"]], nil))
    #expect(agree(model.coefficients, panel["cox.beta"], 1e-8))
    #expect(agree(model.covariance.errors, panel["cox.robust"], 1e-8))
    let test = try #require(model.coxDiagnostics?.proportionality)
    #expect(test.lines.map(\.name) == ["z", "factor(w)"])
    #expect(agree((test.lines + [test.global]).map(\.chiSquare), panel["cox.zph"], 1e-7))
  }

  @Test func membersOfDyadsAreOneSetAcrossColumns() throws {
    let table = DataTable(
      file: "t", rows: 3,
      columns: ["a": .texts(codes: [0, 0, 1], levels: ["2", "365"]), "b": .numbers([365, 710, 710])])
    let (a, b) = table.members("a", "b")
    #expect(a.codes == [0, 0, 1] && b.codes == [1, 2, 2])
  }

  @Test func hasAsManyBytesOnOneThreadAsOnTwo() throws {
    var request = ModelRequest(.logit, try Formula("y ~ x + z"), errors: .clustered([["dyad"]], nil))
    let table = try Panel.table(request)
    let two = ModelReport([.init(try FittedModel(request, data: table))], dataName: "d").csv
    request.workers = 1
    #expect(ModelReport([.init(try FittedModel(request, data: table))], dataName: "d").csv == two)
  }
}
