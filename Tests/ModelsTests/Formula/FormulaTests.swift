import Testing

@testable import Models

@Suite struct FormulaTests {
  /// Names and estimates of least squares for each formula, in R's order.
  @Test func meansWhatRMeans() throws {
    for (formula, names, values, rows) in try Panel().formulas {
      let model = try Panel.fit(.ols, formula)
      #expect(model.names == names, "\(formula)")
      #expect(agree(model.coefficients, values, 1e-8), "\(formula)")
      #expect(model.frame.keptRows.count == rows, "\(formula)")
    }
  }

  @Test(arguments: [
    ("y ~ a*b", ["a", "b", "a:b"]), ("y ~ a*b - a", ["b", "a:b"]),
    ("y ~ (a+b+c)^2", ["a", "b", "c", "a:b", "a:c", "b:c"]),
    ("y ~ a:b + a", ["a", "a:b"]), ("y ~ a + b:a + a:b", ["a", "b:a"]), ("y ~ a/b", ["a", "a:b"]), ("y ~ 1", []),
    ("y ~ I(a^2) + log(a+1)", ["I(a^2)", "log(a + 1)"]), ("y ~ -1 + `odd name`", ["odd name"]),
  ])
  func expands(_ source: String, _ terms: [String]) throws {
    let formula = try Formula(source)
    #expect(formula.terms.map { $0.map(\.description).joined(separator: ":") } == terms)
    #expect(formula.hasIntercept == !source.contains("-1"))
  }

  @Test(arguments: [
    ("y ~ a +", 8, "the end"), ("y ~ log(a", 10, "the end"), ("y a", 3, "a"), ("y ~ a $ b", 7, "\"$\""),
    ("~ a) ", 4, "\")\""),
  ])
  func namesTheColumnOfAnError(_ source: String, _ column: Int, _ found: String) {
    do {
      _ = try Formula(source)
      Issue.record("\(source) was accepted")
    } catch .syntax(_, let place, let what, _) {
      #expect(place == column, "\(source)")
      #expect(what == found, "\(source)")
    } catch {
      Issue.record("\(source): \(error)")
    }
  }

  @Test(arguments: ["y", "y ~ .", "y ~ 2", "y ~ poly(x, 2)", "y ~ (x > 0):'a'", "y ~ x + y2"])
  func refuses(_ source: String) {
    #expect(throws: ModelError.self) { try Panel.fit(.ols, source) }
  }

  @Test func suggestsTheNearestName() {
    do {
      _ = try Panel.fit(.ols, "y ~ regoin")
      Issue.record("accepted")
    } catch ModelError.unknownVariable(let name, _, let nearest, _) {
      #expect(name == "regoin")
      #expect(nearest == "region")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func mutatedFormulasNeverTrap() {
    let alphabet = Array("y~x+log()*:^-1 0.5e`\"'<>=!&|,I/z")
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var accepted = 0
    for _ in 0..<20_000 {
      let text = String((0..<(1 + next(14))).map { _ in alphabet[next(alphabet.count)] })
      if (try? Formula("y ~ " + text)) != nil { accepted += 1 }
    }
    #expect(accepted > 100)
  }
}
